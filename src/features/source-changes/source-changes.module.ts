import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { ImportsModule } from '../imports/index.js';
import { SourcesModule } from '../sources/index.js';
import { NewTextService } from './new-text.service.js';
import { QuotesRepository } from './quotes.repository.js';
import { ReviewRequestLoader } from './review-request.loader.js';
import { ReviewRequestsRepository } from './review-requests.repository.js';
import { RaisedRequestsResolver, ReviewRequestsResolver } from './review-requests.resolver.js';
import { ReviewRequestsService } from './review-requests.service.js';
import { SourceChangesResolver } from './source-changes.resolver.js';
import { SourceChangesService } from './source-changes.service.js';

@Module({
  imports: [AuditModule, AuthModule, ClaimsModule, ImportsModule, SourcesModule],
  providers: [
    NewTextService,
    QuotesRepository,
    RaisedRequestsResolver,
    ReviewRequestLoader,
    ReviewRequestsRepository,
    ReviewRequestsResolver,
    ReviewRequestsService,
    SourceChangesResolver,
    SourceChangesService,
  ],
  exports: [ReviewRequestLoader],
})
export class SourceChangesModule {}
