import { Module } from '@nestjs/common';
import { DetectionModule } from '../detection/index.js';
import { ReexaminationsModule } from '../reexaminations/index.js';
import { SourcesModule } from '../sources/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { RecheckRepository } from './recheck.repository.js';
import { RecheckService } from './recheck.service.js';
import { ReexaminationWorker } from './reexamination-worker.js';
import { TextRecheckService } from './text-recheck.service.js';

@Module({
  imports: [DetectionModule, ReexaminationsModule, SourcesModule, VocabularyModule],
  providers: [RecheckRepository, RecheckService, ReexaminationWorker, TextRecheckService],
})
export class UpkeepModule {}
