import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { ClaimAuthorsRepository } from './claim-authors.repository.js';
import { ClaimReviewResolver } from './claim-review.resolver.js';
import { ClaimReviewService } from './claim-review.service.js';
import { FourEyesService } from './four-eyes.service.js';
import { OpenConflictsRepository } from './open-conflicts.repository.js';
import { ReviewOptionsResolver } from './review-options.resolver.js';
import { ReviewOptionsService } from './review-options.service.js';

@Module({
  imports: [AuthModule, ClaimsModule, NotificationsModule],
  providers: [
    AcknowledgementService,
    ClaimAuthorsRepository,
    ClaimReviewResolver,
    ClaimReviewService,
    FourEyesService,
    OpenConflictsRepository,
    ReviewOptionsResolver,
    ReviewOptionsService,
  ],
  exports: [ClaimReviewService],
})
export class ClaimReviewModule {}
