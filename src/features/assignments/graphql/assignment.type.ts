import { ArgsType, createUnionType, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsOptional } from 'class-validator';
import { Connection, ForwardArgs } from '../../../graphql/connections/index.js';
import { DateScalar, DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimType } from '../../claims/index.js';
import { ContradictionType } from '../../contradictions/index.js';

/** How near the day is by which something has to be done. */
export enum DueState {
  OVERDUE = 'OVERDUE',
  SOON = 'SOON',
  LATER = 'LATER',
  NONE = 'NONE',
}

registerEnumType(DueState, {
  name: 'DueState',
  description: 'How near the day is by which something has to be done. Days change at midnight UTC.',
  valuesMap: {
    OVERDUE: { description: 'The day is over.' },
    SOON: { description: 'It is today or one of the next two days.' },
    LATER: { description: 'It is later.' },
    NONE: { description: 'No day is set.' },
  },
});

/** What can be assigned. */
export type AssignmentSubject = ClaimType | ContradictionType;

export const AssignmentSubjectUnion = createUnionType({
  name: 'AssignmentSubject',
  description: 'What can be assigned.',
  types: () => [ClaimType, ContradictionType] as const,
  resolveType: ({ __typename }: AssignmentSubject) => __typename,
});

@ObjectType('Assignment', { description: 'Something that somebody is to work on.' })
export class AssignmentType {
  readonly localId!: string;
  /** What it is listed by. */
  readonly dueKey!: string;
  readonly storyId!: string;
  readonly claimId!: string | null;
  readonly contradictionId!: string | null;
  readonly assignedById!: string;

  @Field(() => DateScalar, { nullable: true, description: 'By the end of which day; null where no day is set.' })
  readonly dueOn!: string | null;

  @Field(() => DueState, { description: 'How near that day is.' })
  readonly due!: DueState;

  @Field(() => DateTimeScalar, { description: 'When it was assigned, or its day last changed.' })
  readonly assignedAt!: Date;
}

export const AssignmentConnection = Connection<AssignmentType>(() => AssignmentType, 'Assignment');

@ArgsType()
export class AssignmentListArgs extends ForwardArgs {
  @Field(() => [DueState], { nullable: true, description: 'Only what is due so; all where absent.' })
  @IsOptional()
  @ArrayMaxSize(Object.keys(DueState).length)
  @IsEnum(DueState, { each: true })
  readonly due?: DueState[] | null;
}
