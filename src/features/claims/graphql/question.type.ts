import { Field, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimType, CorroborationType } from './claim.type.js';

@ObjectType('Question', {
  implements: () => [Node],
  description: 'All that has been claimed of one subject and property: the unit in which claims conflict.',
})
export class QuestionType extends Node {
  readonly __typename!: 'Question';
  readonly localId!: string;
  readonly storyId!: string;
  readonly subjectId!: string;
  readonly propertyId!: string;

  @Field(() => Boolean, { description: 'Whether a contradiction among its claims is open or in review.' })
  readonly disputed!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether the search for sets of claims that do not fit, beyond pairs of its own answers, stopped at its bound: there are so many answers that more may be wrong with them than its contradictions say.',
  })
  readonly searchExhausted!: boolean;
}

export const QuestionConnection = Connection<QuestionType>(() => QuestionType, 'Question');

@ObjectType('Position', { description: 'One answer to a question, with everyone who gives it.' })
export class PositionType {
  readonly claimantIds!: readonly string[];

  @Field(() => ClaimType, { description: 'The answer.' })
  readonly claim!: ClaimType;

  @Field(() => CorroborationType, { description: 'How widely it is given.' })
  readonly corroboration!: CorroborationType;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first said, as far as known.' })
  readonly firstSeen!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last said, as far as known.' })
  readonly lastSeen!: Date | null;
}
