import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Connection } from '../../../graphql/connections/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimProposalType, ClaimType } from '../../claims/index.js';
import { ContradictionType } from '../../contradictions/index.js';
import { ReviewRequestType } from '../../source-changes/index.js';
import { ClaimSuggestionType } from '../../suggestions/index.js';

export enum ReviewKind {
  SUBMITTED_CLAIM = 'SUBMITTED_CLAIM',
  PROPOSAL = 'PROPOSAL',
  CONTRADICTION = 'CONTRADICTION',
  SOURCE_CHANGE = 'SOURCE_CHANGE',
  NEW_EVIDENCE = 'NEW_EVIDENCE',
  SUGGESTION = 'SUGGESTION',
}

registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'What waits for a person.',
  valuesMap: {
    SUBMITTED_CLAIM: { description: 'A claim that was submitted for review: IN_REVIEW.' },
    PROPOSAL: {
      description: 'A change to a published claim that was proposed, and that a second person accepts or rejects.',
    },
    CONTRADICTION: { description: 'A contradiction that is OPEN. One that is IN_REVIEW has somebody already.' },
    SOURCE_CHANGE: { description: 'A claim to look at again, since something happened to what it rests on.' },
    NEW_EVIDENCE: { description: 'A contradiction that was settled, and to which evidence has come since.' },
    SUGGESTION: { description: 'A claim that was read from a source’s text, and that nobody has decided on.' },
  },
});

export type ReviewObject = ClaimType | ContradictionType | ReviewRequestType | ClaimSuggestionType | ClaimProposalType;

export const ReviewObjectUnion = createUnionType({
  name: 'ReviewObject',
  description: 'What is to be decided on.',
  types: () => [ClaimType, ContradictionType, ReviewRequestType, ClaimSuggestionType, ClaimProposalType] as const,
  resolveType: (value: ReviewObject) => value.__typename,
});

@ObjectType('ReviewLease', {
  description: 'That somebody has a part of the queue at hand. It keeps nobody from acting.',
})
export class ReviewLeaseType {
  readonly holderId!: string;

  @Field(() => DateTimeScalar, { description: 'Until when, unless it is renewed.' })
  readonly expiresAt!: Date;
}

@ObjectType('ReviewItem', { description: 'One part of the review queue: something that waits for a person.' })
export class ReviewItemType {
  readonly storyId!: string;
  readonly objectId!: string;
  readonly type!: ReviewObject['__typename'];

  @Field(() => ID, { description: 'The id of what is to be decided on.' })
  readonly id!: string;

  @Field(() => ReviewKind, { description: 'What it is that waits.' })
  readonly kind!: ReviewKind;

  @Field(() => DateTimeScalar, { description: 'Since when it waits.' })
  readonly waitingSince!: Date;

  @Field(() => Int, {
    description: 'How soon it should be looked at, the lower the sooner: what the queue is ordered by.',
  })
  readonly urgency!: number;

  @Field(() => String, { description: 'Why it is that urgent, for a reader.' })
  readonly reason!: string;

  @Field(() => ReviewLeaseType, { nullable: true, description: 'Who has it at hand; null where nobody has.' })
  readonly lease!: ReviewLeaseType | null;
}

@ObjectType('ReviewQueueChange', { description: 'That something came into the review queue, changed, or left it.' })
export class ReviewQueueChangeType {
  @Field(() => ID, { description: 'The id of the item, which is that of what is to be decided on.' })
  readonly id!: string;

  @Field(() => ReviewItemType, {
    nullable: true,
    description:
      'The item as it is now; null where it is not, or no longer, in the part of the queue that is followed.',
  })
  readonly item!: ReviewItemType | null;
}

@ObjectType('ReviewCount', { description: 'How many of a kind wait.' })
export class ReviewCountType {
  @Field(() => ReviewKind, { description: 'The kind.' })
  readonly kind!: ReviewKind;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

export const ReviewItemConnection = Connection<ReviewItemType>(() => ReviewItemType, 'ReviewItem');

@ObjectType({ description: 'What was handed out of the review queue, or given back.' })
export class ReviewItemPayload {
  @Field(() => ReviewItemType, {
    nullable: true,
    description: 'The item; null where nothing waits that nobody else has at hand, or the act was refused.',
  })
  readonly reviewItem?: ReviewItemType | null;

  @Field(() => [UserErrorType], { description: 'Why the act was refused; empty where it was not.' })
  readonly userErrors!: UserErrorType[];
}
