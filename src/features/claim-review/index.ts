export { isByOthers, isProposedByOthers } from './authors-of-claims.js';
export { ClaimReviewModule } from './claim-review.module.js';
export { ClaimReviewService } from './claim-review.service.js';
export { ProposalListsService } from './proposal-lists.service.js';
