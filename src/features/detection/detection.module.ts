import { Module } from '@nestjs/common';
import { VocabularyModule } from '../vocabulary/index.js';
import { AcrossService } from './across.service.js';
import { AnswersService } from './answers.service.js';
import { PastClaimsRepository } from './past-claims.repository.js';
import { PastExaminationService } from './past-examination.service.js';
import { DetectionRepository } from './detection.repository.js';
import { DetectionService } from './detection.service.js';
import { IncompatibleService } from './incompatible.service.js';
import { PairsService } from './pairs.service.js';
import { SpeakersRepository } from './speakers.repository.js';
import { StoredContradictions } from './stored-contradictions.js';
import { SubjectDetectionRepository } from './subject-detection.repository.js';
import { SubjectDetectionService } from './subject-detection.service.js';

@Module({
  imports: [VocabularyModule],
  providers: [
    AcrossService,
    AnswersService,
    DetectionRepository,
    DetectionService,
    IncompatibleService,
    PairsService,
    PastClaimsRepository,
    PastExaminationService,
    SpeakersRepository,
    StoredContradictions,
    SubjectDetectionRepository,
    SubjectDetectionService,
  ],
  exports: [AnswersService, DetectionService, PastExaminationService, IncompatibleService, SubjectDetectionService],
})
export class DetectionModule {}
