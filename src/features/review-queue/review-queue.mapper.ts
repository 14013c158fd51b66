import { reasonOf, type ProposedChange, type SourceChange, type Waiting } from '../../domain/review/urgency.js';
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
  switch (kind) {
    case ReviewKind.CONTRADICTION:
      if (strength !== null && voices !== null) return { kind, strength, voices };
      break;
    case ReviewKind.SOURCE_CHANGE:
      if (change !== null && !isProposed(change)) return { kind, change };
      break;
    case ReviewKind.PROPOSAL:
      if (change !== null && isProposed(change)) return { kind, proposed: change };
      break;
    default:
      return { kind };
  }
  throw new Error('A row of the review queue lacks what it is ordered by.');
}

function isProposed(change: SourceChange | ProposedChange): change is ProposedChange {
  return change === 'REWRITE' || change === 'CITE' || change === 'UNCITE';
}
