import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../graphql/connections/index.js';
import { Node } from '../../graphql/node/index.js';
import { DateTimeScalar } from '../../graphql/scalars/index.js';

@ObjectType('FieldChange', { description: 'One field before and after a change, as text for readers.' })
export class FieldChangeType {
  @Field(() => String, { description: 'Name of the field.' })
  readonly field!: string;

  @Field(() => String, { nullable: true, description: 'Before; null where there was nothing.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'After; null where there is nothing.' })
  readonly after!: string | null;
}

@ObjectType('Revision', {
  implements: () => [Node],
  description: 'One change, with who made it, when and why. Never changed once written.',
})
export class RevisionType extends Node {
  readonly __typename!: 'Revision';
  readonly localId!: string;
  readonly storyId!: string;
  readonly actorId!: string;

  @Field(() => Int, { description: 'The version that the change made.' })
  readonly version!: number;

  @Field(() => [FieldChangeType], { description: 'What changed, field by field.' })
  readonly changes!: FieldChangeType[];

  @Field(() => String, { nullable: true, description: 'Why, where a reason was given.' })
  readonly reason!: string | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly createdAt!: Date;
}

export const RevisionConnection = Connection<RevisionType>(() => RevisionType, 'Revision');
