import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { AuthModule } from '../auth/index.js';
import { ClaimsModule } from '../claims/index.js';
import { DetectionModule } from '../detection/index.js';
import { VocabularyModule } from '../vocabulary/index.js';
import { PartitionLoader } from './partition.loader.js';
import { PartitionsRepository } from './partitions.repository.js';
import { PartitionFieldsResolver, PartitionsResolver, QuestionPartitionsResolver } from './partitions.resolver.js';
import { PartitionsService } from './partitions.service.js';

@Module({
  imports: [AuditModule, AuthModule, ClaimsModule, DetectionModule, VocabularyModule],
  providers: [
    PartitionFieldsResolver,
    PartitionLoader,
    PartitionsRepository,
    PartitionsResolver,
    PartitionsService,
    QuestionPartitionsResolver,
  ],
  exports: [PartitionLoader],
})
export class PartitionsModule {}
