import { Module } from '@nestjs/common';
import { VocabularyModule } from '../vocabulary/index.js';
import { PackLoader } from './pack.loader.js';
import { PackWritesRepository } from './pack-writes.repository.js';
import { PacksRepository } from './packs.repository.js';
import { PacksResolver } from './packs.resolver.js';
import { PacksService } from './packs.service.js';

@Module({
  imports: [VocabularyModule],
  providers: [PackLoader, PackWritesRepository, PacksRepository, PacksResolver, PacksService],
  exports: [PackLoader, PacksService],
})
export class PacksModule {}
