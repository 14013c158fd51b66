import { Module } from '@nestjs/common';
import { DetectionModule } from '../detection/index.js';
import { ReexaminationsModule } from '../reexaminations/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { RecheckRepository } from './recheck.repository.js';
import { RecheckService } from './recheck.service.js';
import { ReexaminationWorker } from './reexamination-worker.js';

@Module({
  imports: [DetectionModule, ReexaminationsModule, VocabularyModule],
  providers: [RecheckRepository, RecheckService, ReexaminationWorker],
})
export class UpkeepModule {}
