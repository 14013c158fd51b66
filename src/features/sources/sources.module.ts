import { Module } from '@nestjs/common';
import { AgentsModule } from '../agents/index.js';
import { AuditModule } from '../audit/index.js';
import { StoriesModule } from '../stories/index.js';
import { NearDuplicatesResolver, SourceNearDuplicatesResolver } from './near-duplicates.resolver.js';
import { SnapshotsRepository } from './snapshots.repository.js';
import { SnapshotsResolver } from './snapshots.resolver.js';
import { SourceLoader } from './source.loader.js';
import { SourceTextsRepository } from './source-texts.repository.js';
import { SourceTextsService } from './source-texts.service.js';
import { SourcesRepository } from './sources.repository.js';
import { SourcesResolver } from './sources.resolver.js';
import { SourcesService } from './sources.service.js';
import { StorySourcesResolver } from './story-sources.resolver.js';

@Module({
  imports: [AgentsModule, AuditModule, StoriesModule],
  providers: [
    NearDuplicatesResolver,
    SnapshotsRepository,
    SnapshotsResolver,
    SourceLoader,
    SourceNearDuplicatesResolver,
    SourceTextsRepository,
    SourceTextsService,
    SourcesRepository,
    SourcesResolver,
    SourcesService,
    StorySourcesResolver,
  ],
  exports: [SnapshotsRepository, SourceLoader, SourcesRepository, SourcesService, SourceTextsService],
})
export class SourcesModule {}
