import { Field, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import type { Carried } from '../../../platform/reading/index.js';

@ObjectType('Story', {
  implements: () => [Node],
  description: 'A dossier on one event or affair. Claims are compared with claims of the same story.',
})
export class StoryType extends Node {
  readonly __typename!: 'Story';
  readonly localId!: string;

  /** What came with its row, where it was read for just this. */
  readonly carried?: Carried | undefined;

  @Field(() => String, { description: 'Short name for addresses: lower-case letters, digits and hyphens.' })
  readonly slug!: string;

  @Field(() => String, { description: 'Title to show.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What the story is about, in a few sentences.' })
  readonly summary!: string | null;

  @Field(() => DateTimeScalar, { description: 'When the story was made.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When its title, slug or summary last changed.' })
  readonly updatedAt!: Date;
}

export const StoryConnection = Connection<StoryType>(() => StoryType, 'Story');
