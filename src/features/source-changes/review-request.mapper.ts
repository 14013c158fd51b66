import { encodeId } from '../../graphql/node/index.js';
import type { ReviewRequestType } from './graphql/review-request.type.js';
import type { ReviewRequestRow } from './review-requests.repository.js';

export function toReviewRequest(row: ReviewRequestRow): ReviewRequestType {
  const { id: localId, ...rest } = row;
  return { __typename: 'ReviewRequest', ...rest, id: encodeId('ReviewRequest', row), localId };
}
