import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import type { Carried } from '../../../platform/reading/index.js';
import { ContradictionKindEnum, ContradictionStatus, Outcome, StrengthEnum } from './contradiction.enums.js';

@ObjectType('Resolution', { description: 'What was decided of a contradiction, by whom and why.' })
export class ResolutionType {
  readonly storyId!: string;
  readonly contradictionId!: string;
  readonly resolvedById!: string;

  @Field(() => Outcome, { description: 'What was decided.' })
  readonly outcome!: Outcome;

  @Field(() => String, { description: 'Why.' })
  readonly note!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  readonly at!: Date;
}

@ObjectType('Contradiction', {
  implements: () => [Node],
  description: 'Two or more claims that cannot, or seem not to, hold together.',
})
export class ContradictionType extends Node {
  readonly __typename!: 'Contradiction';
  readonly localId!: string;
  readonly storyId!: string;
  readonly questionId!: string | null;
  /** What came with its row, where it was read with a list. */
  readonly carried?: Carried | undefined;

  @Field(() => ContradictionKindEnum, { description: 'In what way they do not fit.' })
  readonly kind!: ContradictionKindEnum;

  @Field(() => StrengthEnum, {
    description: 'CONFLICT (cannot both hold), TENSION (can be reconciled), POSSIBLE (needs a reader).',
  })
  readonly strength!: StrengthEnum;

  @Field(() => String, { description: 'For a reader, naming the figures, the sources and why they do not fit.' })
  readonly explanation!: string;

  @Field(() => String, { description: 'Stable id of the rule that fired.' })
  readonly rule!: string;

  @Field(() => ContradictionStatus, { description: 'Where it stands.' })
  readonly status!: ContradictionStatus;

  @Field(() => ResolutionType, { nullable: true, description: 'What was decided; null where nobody has decided.' })
  readonly resolution!: ResolutionType | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a citation first came after it was resolved or dismissed.',
  })
  readonly newEvidenceSince!: Date | null;

  @Field(() => Int, { description: 'Goes up with every change; a decision names the version it was made on.' })
  readonly version!: number;

  @Field(() => DateTimeScalar, { description: 'When it was first found.' })
  readonly detectedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  readonly updatedAt!: Date;
}

export const ContradictionConnection = Connection<ContradictionType>(() => ContradictionType, 'Contradiction');
