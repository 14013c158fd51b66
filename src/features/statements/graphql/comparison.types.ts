import { Field, Float, ObjectType } from '@nestjs/graphql';
import { EdtfScalar } from '../../../graphql/scalars/index.js';
import { CertaintyEnum, PolarityEnum, QuantityValueType } from '../../claims/index.js';
import { ContradictionKindEnum, StrengthEnum } from '../../contradictions/index.js';
import { RelationEnum } from './comparison.enums.js';

@ObjectType('ParsedFigure', { description: 'A figure of a statement, and what it counts.' })
export class ParsedFigureType {
  @Field(() => String, { description: "The figure in the statement's words, with hedge and unit." })
  readonly text!: string;

  @Field(() => QuantityValueType, { description: 'The set of numbers that it denotes.' })
  readonly value!: QuantityValueType;

  @Field(() => String, {
    nullable: true,
    description: 'What is counted, as the dictionary has it: navy personnel. Null where no noun follows the figure.',
  })
  readonly counted!: string | null;
}

@ObjectType('ParsedProposition', { description: 'What one sentence of a statement says, as far as it could be read.' })
export class ParsedPropositionType {
  @Field(() => String, { description: 'The sentence.' })
  readonly text!: string;

  @Field(() => PolarityEnum, { description: 'Whether it affirms or denies.' })
  readonly polarity!: `${PolarityEnum}`;

  @Field(() => CertaintyEnum, { description: 'How far it vouches for what it says.' })
  readonly certainty!: `${CertaintyEnum}`;

  @Field(() => String, { nullable: true, description: "Who is quoted or cited; null for the statement's own voice." })
  readonly claimantName!: string | null;

  @Field(() => [ParsedFigureType], { description: 'Its figures, in the order of the text.' })
  readonly figures!: ParsedFigureType[];

  @Field(() => [EdtfScalar], {
    description: 'Its dates, in the order of the text; the year is 2000 where none is named.',
  })
  readonly times!: string[];
}

@ObjectType('Comparison', { description: 'How one statement relates to another.' })
export class ComparisonType {
  @Field(() => RelationEnum, { description: 'How the first relates to the second.' })
  readonly relation!: `${RelationEnum}`;

  @Field(() => ContradictionKindEnum, { nullable: true, description: 'In what they do not fit, if they contradict.' })
  readonly kind!: `${ContradictionKindEnum}` | null;

  @Field(() => StrengthEnum, { nullable: true, description: 'How surely they do not fit, if they contradict.' })
  readonly strength!: `${StrengthEnum}` | null;

  @Field(() => Float, { description: 'How sure the comparison is, from 0 to 1.' })
  readonly confidence!: number;

  @Field(() => String, { description: 'For a reader, naming the words and figures that decided.' })
  readonly explanation!: string;

  @Field(() => [ParsedPropositionType], { description: 'What was read of the first, one a sentence.' })
  readonly a!: ParsedPropositionType[];

  @Field(() => [ParsedPropositionType], { description: 'What was read of the second, one a sentence.' })
  readonly b!: ParsedPropositionType[];
}
