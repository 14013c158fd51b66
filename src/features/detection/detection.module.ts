import { Module } from '@nestjs/common';
import { DetectionRepository } from './detection.repository.js';
import { DetectionService } from './detection.service.js';

@Module({ providers: [DetectionRepository, DetectionService], exports: [DetectionService] })
export class DetectionModule {}
