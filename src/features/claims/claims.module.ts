import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { DetectionModule } from '../detection/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { CitationsRepository } from './citations.repository.js';
import { CitationsResolver, SourceCitationsResolver } from './citations.resolver.js';
import { CitationsService } from './citations.service.js';
import { CitingService } from './citing.service.js';
import { ClaimChangesResolver } from './claim-changes.resolver.js';
import { ClaimContentService } from './claim-content.service.js';
import { ClaimEditsService } from './claim-edits.service.js';
import {
  ClaimFieldsResolver,
  ConceptValuesResolver,
  ScopeTermsResolver,
  UnlistedConceptValuesResolver,
} from './claim-fields.resolver.js';
import { ClaimBatchesRepository } from './claim-batches.repository.js';
import { ClaimImportService } from './claim-import.service.js';
import { ClaimListsService } from './claim-lists.service.js';
import { ClaimRankingsService } from './claim-rankings.service.js';
import { ClaimVersionsService } from './claim-versions.service.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import { ClaimLoader } from './claim.loader.js';
import { ClaimsRepository } from './claims.repository.js';
import { ClaimsResolver } from './claims.resolver.js';
import { ClaimsService } from './claims.service.js';
import { DerivedPositionsResolver, QuestionDerivedPositionsResolver } from './derived-positions.resolver.js';
import { DerivedPositionsService } from './derived-positions.service.js';
import { ClaimOriginsResolver, OriginsResolver, OriginTiesResolver } from './origins.resolver.js';
import { HeldClaimsService } from './held-claims.service.js';
import { OriginRowsService } from './origin-rows.service.js';
import { OriginsService } from './origins.service.js';
import { ProposalsRepository } from './proposals.repository.js';
import { ProposingService } from './proposing.service.js';
import { QuestionWalkService } from './question-walk.service.js';
import { QuestionsRepository } from './questions.repository.js';
import { PositionsResolver, QuestionsResolver } from './questions.resolver.js';
import { QuestionsService } from './questions.service.js';
import { QuestionStancesRepository } from './question-stances.repository.js';
import {
  AgentStancesResolver,
  QuestionStancesResolver,
  QuestionVoicesResolver,
  StancesResolver,
} from './stances.resolver.js';
import { StancesRepository } from './stances.repository.js';
import { StancesService } from './stances.service.js';
import { StoryClaimsResolver, SubjectQuestionsResolver } from './story-claims.resolver.js';

@Module({
  imports: [
    AgentsModule,
    AuditModule,
    AuthModule,
    DetectionModule,
    RevisionsModule,
    SourcesModule,
    StoriesModule,
    VocabularyModule,
  ],
  providers: [
    AgentStancesResolver,
    CitationsRepository,
    CitationsResolver,
    CitationsService,
    CitingService,
    ClaimChangesResolver,
    ClaimContentService,
    ClaimEditsService,
    ClaimBatchesRepository,
    ClaimFieldsResolver,
    ClaimImportService,
    ClaimListsService,
    ClaimLoader,
    ClaimOriginsResolver,
    ClaimRankingsService,
    ClaimVersionsService,
    ClaimWritesRepository,
    ClaimsRepository,
    ClaimsResolver,
    ClaimsService,
    ConceptValuesResolver,
    DerivedPositionsResolver,
    DerivedPositionsService,
    HeldClaimsService,
    OriginRowsService,
    OriginTiesResolver,
    OriginsResolver,
    OriginsService,
    PositionsResolver,
    ProposalsRepository,
    ProposingService,
    QuestionDerivedPositionsResolver,
    QuestionStancesRepository,
    QuestionStancesResolver,
    QuestionVoicesResolver,
    QuestionWalkService,
    QuestionsRepository,
    QuestionsResolver,
    QuestionsService,
    ScopeTermsResolver,
    SourceCitationsResolver,
    StancesRepository,
    StancesResolver,
    StancesService,
    StoryClaimsResolver,
    SubjectQuestionsResolver,
    UnlistedConceptValuesResolver,
  ],
  exports: [
    CitingService,
    ClaimContentService,
    ClaimEditsService,
    ClaimImportService,
    ClaimLoader,
    ClaimRankingsService,
    ClaimVersionsService,
    ClaimsRepository,
    ClaimsService,
    HeldClaimsService,
    ProposalsRepository,
    QuestionWalkService,
  ],
})
export class ClaimsModule {}
