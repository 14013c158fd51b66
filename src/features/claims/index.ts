export { CLAIM_SHAPE } from './claim.shape.js';
export { ClaimLoader } from './claim.loader.js';
export { ClaimsModule } from './claims.module.js';
export { ClaimsService } from './claims.service.js';
export { CertaintyEnum } from './graphql/claim.enums.js';
export { ClaimPayload } from './graphql/claim.inputs.js';
export { ClaimType } from './graphql/claim.type.js';
export { QuestionType } from './graphql/question.type.js';
