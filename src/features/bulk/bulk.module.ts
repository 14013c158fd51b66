import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { SourcesModule } from '../sources/index.js';
import { StoriesModule } from '../stories/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { BulkExportService } from './bulk-export.service.js';
import { BulkImportService } from './bulk-import.service.js';
import { BulkWriterService } from './bulk-writer.service.js';
import { ExportRepository } from './export.repository.js';
import { NamesRepository } from './names.repository.js';
import { NamesService } from './names.service.js';
import { ProgressRepository } from './progress.repository.js';
import { ThingsService } from './things.service.js';

@Module({
  imports: [AgentsModule, AuthModule, ClaimsModule, SourcesModule, StoriesModule, VocabularyModule],
  providers: [
    BulkExportService,
    BulkImportService,
    BulkWriterService,
    ExportRepository,
    NamesRepository,
    NamesService,
    ProgressRepository,
    ThingsService,
  ],
  exports: [BulkExportService, BulkImportService],
})
export class BulkModule {}
