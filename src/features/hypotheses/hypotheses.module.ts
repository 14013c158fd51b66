import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceResolver } from './evidence.resolver.js';
import { EvidenceService } from './evidence.service.js';
import {
  CompetingHypothesesResolver,
  EvidenceCellsResolver,
  EvidenceFieldsResolver,
  EvidenceGradesResolver,
  HypothesesResolver,
  QuestionHypothesesResolver,
} from './hypotheses.resolver.js';
import { HypothesesService } from './hypotheses.service.js';
import { MatrixRepository } from './matrix.repository.js';

@Module({
  imports: [AuditModule, AuthModule, ClaimsModule, VocabularyModule],
  providers: [
    CompetingHypothesesResolver,
    EvidenceCellsResolver,
    EvidenceFieldsResolver,
    EvidenceGradesResolver,
    EvidenceRepository,
    EvidenceResolver,
    EvidenceService,
    HypothesesResolver,
    HypothesesService,
    MatrixRepository,
    QuestionHypothesesResolver,
  ],
})
export class HypothesesModule {}
