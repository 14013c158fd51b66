export { scopeOf, valueOf } from './assertion.js';
export { CLAIM_SHAPE } from './claim.shape.js';
export { CitingService, type CheckedCitation } from './citing.service.js';
export { ClaimContentService } from './claim-content.service.js';
export { ClaimVersionsService } from './claim-versions.service.js';
export { ClaimsRepository } from './claims.repository.js';
export { HeldClaimsService, type HeldClaim } from './held-claims.service.js';
export { toProposal } from './proposal.mapper.js';
export { PROPOSAL_ORDER, ProposalsRepository, type ProposalEnding, type ProposalRow } from './proposals.repository.js';
export {
  ClaimProposalConnection,
  ProposalPayload,
  ClaimProposalType,
  ProposalStatus,
} from './graphql/proposal.types.js';
export { ClaimEditsService } from './claim-edits.service.js';
export { ClaimImportService } from './claim-import.service.js';
export { ClaimRankingsService, type RankedClaim } from './claim-rankings.service.js';
export { ClaimLoader } from './claim.loader.js';
export { toClaim, toClaimPayload } from './claim.mapper.js';
export { claimValueOf, toQuantityValue } from './claim-value.mapper.js';
export { ClaimsModule } from './claims.module.js';
export { ClaimsService, type WrittenClaim } from './claims.service.js';
export { CertaintyEnum, ClaimStatus, PolarityEnum, Rank } from './graphql/claim.enums.js';
export {
  AssertionChangeInput,
  ClaimCreateInput,
  ClaimPayload,
  ClaimValueInput,
  ScopeTermInput,
} from './graphql/claim.inputs.js';
export { ClaimType, ScopeTermType } from './graphql/claim.type.js';
export { CitationInput, QuoteInput } from './graphql/citation.inputs.js';
export { CitationType, QuoteType } from './graphql/citation.type.js';
export { ClaimValueUnion, QuantityValueType, type ClaimValue } from './graphql/claim-value.types.js';
export { QuestionWalkService } from './question-walk.service.js';
export { QuestionType } from './graphql/question.type.js';
