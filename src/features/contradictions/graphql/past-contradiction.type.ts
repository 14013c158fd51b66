import { ArgsType, Field, ObjectType } from '@nestjs/graphql';
import { Connection, ForwardArgs } from '../../../graphql/connections/index.js';
import { DateTimeScalar, IsRfc3339 } from '../../../graphql/scalars/index.js';
import { ContradictionKindEnum, StrengthEnum } from './contradiction.enums.js';

@ObjectType('PastContradiction', {
  description:
    'Two or more claims that did not fit by what sources had published by some day: how the service would have put it on that day, under the vocabulary of today.',
})
export class PastContradictionType {
  readonly storyId!: string;
  /** The first of the questions that the members answer. */
  readonly questionId!: string;
  /** Sorted ids of the members. */
  readonly memberIds!: readonly string[];

  @Field(() => DateTimeScalar, { description: 'The moment that was asked for.' })
  readonly asOf!: Date;

  @Field(() => ContradictionKindEnum, { description: 'In what way they did not fit.' })
  readonly kind!: ContradictionKindEnum;

  @Field(() => StrengthEnum, {
    description: 'CONFLICT (cannot both hold), TENSION (can be reconciled), POSSIBLE (needs a reader), as of then.',
  })
  readonly strength!: StrengthEnum;

  @Field(() => String, { description: 'For a reader, naming the figures and those who had given them by then.' })
  readonly explanation!: string;

  @Field(() => String, { description: 'Stable id of the rule that fires.' })
  readonly rule!: string;
}

@ArgsType()
export class PastContradictionArgs {
  @Field(() => DateTimeScalar, {
    description:
      'Only what sources had published by then. A source without a date is not known to have been published.',
  })
  @IsRfc3339()
  readonly asOf!: string;
}

export const PastContradictionConnection = Connection<PastContradictionType>(
  () => PastContradictionType,
  'PastContradiction',
);

@ArgsType()
export class PastContradictionListArgs extends ForwardArgs {
  @Field(() => DateTimeScalar, {
    description:
      'Only what sources had published by then. A source without a date is not known to have been published.',
  })
  @IsRfc3339()
  readonly asOf!: string;
}
