import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimReviewModule } from '../claim-review/index.js';
import { ClaimsModule } from '../claims/index.js';
import { PacksModule } from '../packs/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { DemoRepository } from './demo.repository.js';
import { DemoService } from './demo.service.js';
import { DossierService } from './dossier.service.js';
import { TermsService } from './terms.service.js';

@Module({
  imports: [
    AgentsModule,
    AuditModule,
    AuthModule,
    ClaimReviewModule,
    ClaimsModule,
    PacksModule,
    SourcesModule,
    StoriesModule,
    VocabularyModule,
  ],
  providers: [DemoRepository, DemoService, DossierService, TermsService],
  exports: [DemoService],
})
export class DemoModule {}
