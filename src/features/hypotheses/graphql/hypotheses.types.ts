import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { WeighedEvidence, WeighedHypothesis } from '../../../domain/hypotheses/analyse-matrix.js';
import { Connection } from '../../../graphql/connections/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ConsistencyEnum } from './hypotheses.enums.js';

@ObjectType('Hypothesis', { description: 'An affirmed answer to a question, as the evidence bears on it.' })
export class HypothesisType implements WeighedHypothesis {
  readonly storyId!: string;
  /** The answer's id within its story. */
  readonly id!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum over the evidence of 2 for very inconsistent, 1 for inconsistent, 0 for anything else; of several editors the mean of what each gives. Null where nothing has been graded against it.',
  })
  readonly inconsistency!: number | null;

  @Field(() => Int, {
    description: 'How many items of evidence have been graded against it: sums over different evidence do not compare.',
  })
  readonly gradedEvidence!: number;
}

export const HypothesisConnection = Connection<HypothesisType>(() => HypothesisType, 'Hypothesis');

@ObjectType('EvidenceCell', { description: 'What the grades of one item of evidence against one hypothesis come to.' })
export class EvidenceCellType {
  readonly storyId!: string;
  readonly hypothesisId!: string;

  @Field(() => Float, {
    description:
      'Mean of the grades, from -2 (very inconsistent) to 2 (very consistent); not applicable counts as neutral.',
  })
  readonly consistency!: number;

  @Field(() => Float, { description: "What it adds to the hypothesis's inconsistency, from 0 to 2." })
  readonly inconsistency!: number;

  @Field(() => Int, { description: 'How many editors graded it.' })
  readonly graders!: number;
}

@ObjectType('EvidenceGrade', { description: "One editor's grade of one item of evidence against one hypothesis." })
export class EvidenceGradeType {
  readonly storyId!: string;
  readonly hypothesisId!: string;
  readonly accountId!: string;

  @Field(() => ConsistencyEnum, { description: 'How the editor finds that the evidence fits the hypothesis.' })
  readonly grade!: ConsistencyEnum;

  @Field(() => String, { nullable: true, description: 'Why, where the editor said so.' })
  readonly note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was given or last changed.' })
  readonly updatedAt!: Date;
}

@ObjectType('Evidence', { description: 'A claim that the answers to a question are weighed against.' })
export class EvidenceType implements Omit<WeighedEvidence, 'cells'> {
  readonly storyId!: string;
  /** The claim's id within its story. */
  readonly id!: string;
  readonly addedById!: string;

  @Field(() => String, { nullable: true, description: 'Why it bears on the question, where an editor said so.' })
  readonly note!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was put on the matrix.' })
  readonly addedAt!: Date;

  @Field(() => Boolean, {
    description:
      'Whether it counts. A claim that has been rejected or retracted, or has become an answer to the question itself, counts no more; its grades stay.',
  })
  readonly counts!: boolean;

  @Field(() => Float, {
    nullable: true,
    description:
      'How well it tells the hypotheses apart: the standard deviation, over the hypotheses, of its mean grades, from 0 (fits all alike) to 2. Null where it has been graded against fewer than two, or does not count.',
  })
  readonly diagnosticity!: number | null;

  @Field(() => [EvidenceCellType], {
    description: 'Its row of the matrix: one for each hypothesis that it has been graded against, in their order.',
    complexity: 5,
  })
  readonly cells!: readonly EvidenceCellType[];

  @Field(() => [EvidenceGradeType], {
    description: 'The grades themselves, also those against answers that have been withdrawn since.',
    complexity: 10,
  })
  readonly grades!: readonly EvidenceGradeType[];
}

export const EvidenceConnection = Connection<EvidenceType>(() => EvidenceType, 'Evidence');

@ObjectType('CompetingHypotheses', {
  description:
    'The affirmed answers to a question weighed against evidence, after R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8: the answer with the least against it stands best, not the one with the most for it. Each editor has a matrix of grades; without grader, each cell is the mean of the editors who graded it.',
})
export class CompetingHypothesesType {
  /** The editor whose grades these are; null for those of all. */
  readonly graderId!: string | null;
  readonly graderIds!: readonly string[];
  readonly ranking!: readonly HypothesisType[];
  readonly rows!: readonly EvidenceType[];

  @Field(() => Float, {
    nullable: true,
    description:
      "How far all editors agree in the grades that count: Krippendorff's alpha for ordinal data, 1 for always, 0 for as often as by chance, less than 0 for less. Null where no two graded the same, or all grades are alike.",
  })
  readonly agreement!: number | null;
}
