import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { ClaimAuthorsRepository } from './claim-authors.repository.js';
import { ClaimReviewResolver } from './claim-review.resolver.js';
import { ClaimReviewService } from './claim-review.service.js';
import { FourEyesService } from './four-eyes.service.js';
import { OpenConflictsRepository } from './open-conflicts.repository.js';
import { ProposalApplyingService } from './proposal-applying.service.js';
import { ProposalDecisionsService } from './proposal-decisions.service.js';
import { ProposalEndingsService } from './proposal-endings.service.js';
import { ProposalListsService } from './proposal-lists.service.js';
import { ClaimProposalsResolver, ProposalsResolver } from './proposals.resolver.js';
import { ReviewOptionsResolver } from './review-options.resolver.js';
import { ReviewOptionsService } from './review-options.service.js';

@Module({
  imports: [AuditModule, AuthModule, ClaimsModule, NotificationsModule, RevisionsModule],
  providers: [
    AcknowledgementService,
    ClaimAuthorsRepository,
    ClaimReviewResolver,
    ClaimReviewService,
    FourEyesService,
    ClaimProposalsResolver,
    OpenConflictsRepository,
    ProposalApplyingService,
    ProposalDecisionsService,
    ProposalEndingsService,
    ProposalListsService,
    ProposalsResolver,
    ReviewOptionsResolver,
    ReviewOptionsService,
  ],
  exports: [ClaimReviewService, ProposalListsService],
})
export class ClaimReviewModule {}
