import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/index.js';
import { ClaimReviewModule } from '../claim-review/index.js';
import { ClaimsModule } from '../claims/index.js';
import { ContradictionsModule } from '../contradictions/index.js';
import { SourceChangesModule } from '../source-changes/index.js';
import { StoriesModule } from '../stories/index.js';
import { SuggestionsModule } from '../suggestions/index.js';
import { ReviewQueueChangesResolver } from './review-queue-changes.resolver.js';
import { ReviewLeasesRepository } from './review-leases.repository.js';
import { ReviewLeasesService } from './review-leases.service.js';
import { ReviewQueueRepository } from './review-queue.repository.js';
import {
  ReviewItemsResolver,
  ReviewLeasesResolver,
  ReviewPagesResolver,
  ReviewQueueResolver,
} from './review-queue.resolver.js';
import { ReviewQueueService } from './review-queue.service.js';

@Module({
  imports: [
    AuthModule,
    ClaimReviewModule,
    ClaimsModule,
    ContradictionsModule,
    SourceChangesModule,
    StoriesModule,
    SuggestionsModule,
  ],
  providers: [
    ReviewItemsResolver,
    ReviewLeasesRepository,
    ReviewLeasesResolver,
    ReviewLeasesService,
    ReviewPagesResolver,
    ReviewQueueChangesResolver,
    ReviewQueueRepository,
    ReviewQueueResolver,
    ReviewQueueService,
  ],
})
export class ReviewQueueModule {}
