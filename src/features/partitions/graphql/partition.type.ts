import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';

@ObjectType('Partition', {
  implements: () => [Node],
  description:
    'That these parts are all there are of what a question counts, and have nothing in common: nobody aboard this aeroplane was anything but Azerbaijani, Russian, Kazakh or Kyrgyz. Figures for all of them have to make the figure for the whole, and for every other part of it. (A partition of a set, in the mathematical sense.)',
})
export class PartitionType extends Node {
  readonly __typename!: 'Partition';
  readonly localId!: string;
  readonly storyId!: string;
  readonly questionId!: string;
  readonly conceptIds!: readonly string[];
  readonly declaredById!: string;

  @Field(() => String, { description: 'The scope dimension of the property along which the parts are told apart.' })
  readonly dimension!: string;

  @Field(() => String, { description: 'Why these are all.' })
  readonly note!: string;

  @Field(() => Int, { description: 'Goes up with every change.' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was declared.' })
  readonly declaredAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was withdrawn; null while it stands.' })
  readonly withdrawnAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null while it stands.' })
  readonly withdrawalReason!: string | null;
}
