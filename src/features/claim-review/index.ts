export { ClaimReviewModule } from './claim-review.module.js';
