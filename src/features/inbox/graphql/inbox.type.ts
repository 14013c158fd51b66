import { createUnionType, Extensions, Field, Int, ObjectType } from '@nestjs/graphql';
import { Connection } from '../../../graphql/connections/index.js';
import { LAZY } from '../../../graphql/execution/lazy-field.js';
import { UserErrorType } from '../../../graphql/errors/index.js';
import { Node } from '../../../graphql/node/index.js';
import { DateTimeScalar } from '../../../graphql/scalars/index.js';
import { ClaimType } from '../../claims/index.js';
import { ContradictionType } from '../../contradictions/index.js';
import { NotificationReason } from '../../notifications/index.js';
import { SourceType } from '../../sources/index.js';

@ObjectType('InboxItem', {
  implements: () => [Node],
  description: 'Something that happened and concerns whoever asks. Nobody else sees it.',
})
export class InboxItemType extends Node {
  readonly __typename!: 'InboxItem';
  readonly localId!: string;
  readonly storyId!: string;
  readonly claimId!: string | null;
  readonly contradictionId!: string | null;
  readonly sourceId!: string | null;
  readonly commentId!: string | null;
  readonly actorId!: string;

  @Field(() => NotificationReason, { description: 'Why it is in the inbox.' })
  readonly reason!: NotificationReason;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  readonly createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was marked as read; null where it was not.' })
  readonly readAt!: Date | null;
}

export const InboxItemConnection = Connection<InboxItemType>(() => InboxItemType, 'InboxItem');

/** What something in an inbox is about. */
export type InboxSubject = ClaimType | ContradictionType | SourceType;

export const InboxSubjectUnion = createUnionType({
  name: 'InboxSubject',
  description: 'What something in an inbox is about.',
  types: () => [ClaimType, ContradictionType, SourceType] as const,
  resolveType: ({ __typename }: InboxSubject) => __typename,
});

@ObjectType('Inbox', { description: 'What happened that concerns whoever asks; never of their own acts.' })
export class InboxType {
  readonly accountId!: string;

  @Field(() => Int, { description: 'How much of it has not been marked as read.' })
  @Extensions({ [LAZY]: true })
  readonly unreadCount!: () => Promise<number>;
}

@ObjectType({ description: 'Outcome of marking what is in an inbox.' })
export class InboxPayload {
  @Field(() => InboxType, { nullable: true, description: 'The inbox; null where the change was refused.' })
  readonly inbox?: InboxType;

  @Field(() => [UserErrorType], { description: 'Why the change was refused; empty where it was made.' })
  readonly userErrors!: UserErrorType[];
}
