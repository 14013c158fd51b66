import { reasonOf, type Waiting } from '../../domain/review/urgency.js';
import { encodeId } from '../../graphql/node/index.js';
import { ReviewKind, type ReviewItemType } from './graphql/review.types.js';
import type { ReviewItemRow } from './review-queue.repository.js';

export function toReviewItem(row: ReviewItemRow): ReviewItemType {
  const { storyId, id, type, kind, urgency, waitingSince, lease } = row;
  return {
    storyId,
    objectId: id,
    type,
    id: encodeId(type, row),
    kind,
    urgency,
    waitingSince,
    reason: reasonOf(waitingOf(row)),
    lease: lease && { holderId: lease.holderId, expiresAt: new Date(lease.expiresAt) },
  };
}

function waitingOf({ kind, strength, voices, change }: ReviewItemRow): Waiting {
  if (kind === ReviewKind.CONTRADICTION && strength !== null && voices !== null) return { kind, strength, voices };
  if (kind === ReviewKind.SOURCE_CHANGE && change !== null) return { kind, change };
  if (kind === ReviewKind.CONTRADICTION || kind === ReviewKind.SOURCE_CHANGE) {
    throw new Error('A row of the review queue lacks what it is ordered by.');
  }
  return { kind };
}
