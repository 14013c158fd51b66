import { Module } from '@nestjs/common';
import { AcrossService } from './across.service.js';
import { AnswersService } from './answers.service.js';
import { DetectionRepository } from './detection.repository.js';
import { DetectionService } from './detection.service.js';
import { SpeakersRepository } from './speakers.repository.js';
import { StoredContradictions } from './stored-contradictions.js';
import { SubjectDetectionRepository } from './subject-detection.repository.js';
import { SubjectDetectionService } from './subject-detection.service.js';

@Module({
  providers: [
    AcrossService,
    AnswersService,
    DetectionRepository,
    DetectionService,
    SpeakersRepository,
    StoredContradictions,
    SubjectDetectionRepository,
    SubjectDetectionService,
  ],
  exports: [DetectionService, SubjectDetectionService],
})
export class DetectionModule {}
