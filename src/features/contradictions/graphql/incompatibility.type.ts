import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { ContradictionKindEnum, StrengthEnum } from './contradiction.enums.js';

@ObjectType('Incompatibility', { description: 'Another answer to the question that a claim does not fit with.' })
export class IncompatibilityType {
  readonly storyId!: string;
  readonly claimId!: string;

  @Field(() => ContradictionKindEnum, { description: 'In what way they do not fit.' })
  readonly kind!: ContradictionKindEnum;

  @Field(() => StrengthEnum, { description: 'How firmly, as of a contradiction.' })
  readonly strength!: StrengthEnum;

  @Field(() => String, { description: 'Stable id of the rule that fired.' })
  readonly rule!: string;

  @Field(() => String, { description: 'For a reader, as of a contradiction.' })
  readonly explanation!: string;
}

export const IncompatibilityConnection = Connection<IncompatibilityType>(() => IncompatibilityType, 'Incompatibility');

@ObjectType('Condensation', {
  description:
    'Of a question with very many answers not every pair that does not fit is kept as a contradiction: that would be half a million for a thousand answers. The leading answers are set against each other in full, and each further one against the first by that order which it does not fit with. The order: what is ranked PREFERRED; then by number of citations, in powers of two; then what was said first. A contradiction that is set aside is LAPSED, unless it has been decided or is in review. Claim.incompatible gives the full relation.',
})
export class CondensationType {
  @Field(() => Int, { description: 'How many answers take part: those not deprecated, rejected or retracted.' })
  readonly answers!: number;

  @Field(() => Int, { description: 'How many of them lead.' })
  readonly leading!: number;
}
