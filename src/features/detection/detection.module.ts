import { Module } from '@nestjs/common';
import { ComparableClaimsService } from './comparable-claims.service.js';
import { DetectionRepository } from './detection.repository.js';
import { DetectionService } from './detection.service.js';
import { SpeakersRepository } from './speakers.repository.js';
import { SubjectDetectionRepository } from './subject-detection.repository.js';
import { SubjectDetectionService } from './subject-detection.service.js';

@Module({
  providers: [
    ComparableClaimsService,
    DetectionRepository,
    DetectionService,
    SpeakersRepository,
    SubjectDetectionRepository,
    SubjectDetectionService,
  ],
  exports: [DetectionService, SubjectDetectionService],
})
export class DetectionModule {}
