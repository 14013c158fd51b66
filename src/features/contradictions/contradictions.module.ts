import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { DetectionModule } from '../detection/index.js';
import { RevisionsModule } from '../revisions/index.js';
import { StoriesModule } from '../stories/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { ContradictionChangesResolver } from './contradiction-changes.resolver.js';
import { ContradictionFieldsResolver, ResolutionsResolver } from './contradiction-fields.resolver.js';
import { ContradictionListsService } from './contradiction-lists.service.js';
import { ContradictionLoader } from './contradiction.loader.js';
import {
  ClaimContradictionsResolver,
  ClaimPayloadResolver,
  QuestionContradictionsResolver,
  StoryContradictionsResolver,
} from './contradictions-elsewhere.resolver.js';
import { ContradictionsRepository } from './contradictions.repository.js';
import { PastContradictionListsService } from './past-contradiction-lists.service.js';
import {
  ClaimPastContradictionsResolver,
  PastContradictionsResolver,
  QuestionPastContradictionsResolver,
  StoryPastContradictionsResolver,
  SubjectPastContradictionsResolver,
} from './past-contradictions.resolver.js';
import { ContradictionsResolver } from './contradictions.resolver.js';
import { DecisionsRepository } from './decisions.repository.js';
import { DecisionsService } from './decisions.service.js';
import {
  ClaimIncompatibleResolver,
  IncompatibilityResolver,
  QuestionCondensationResolver,
} from './incompatible.resolver.js';
import { LosingClaimsService } from './losing-claims.service.js';

@Module({
  imports: [AuditModule, AuthModule, ClaimsModule, DetectionModule, RevisionsModule, StoriesModule, VocabularyModule],
  providers: [
    ClaimPastContradictionsResolver,
    PastContradictionListsService,
    PastContradictionsResolver,
    StoryPastContradictionsResolver,
    QuestionPastContradictionsResolver,
    SubjectPastContradictionsResolver,
    ClaimContradictionsResolver,
    ClaimPayloadResolver,
    ContradictionChangesResolver,
    ContradictionFieldsResolver,
    ContradictionListsService,
    ContradictionLoader,
    ContradictionsRepository,
    ContradictionsResolver,
    ClaimIncompatibleResolver,
    DecisionsRepository,
    DecisionsService,
    IncompatibilityResolver,
    LosingClaimsService,
    QuestionCondensationResolver,
    QuestionContradictionsResolver,
    ResolutionsResolver,
    StoryContradictionsResolver,
  ],
  exports: [ContradictionLoader],
})
export class ContradictionsModule {}
