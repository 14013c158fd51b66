import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ConceptsResolver } from './concepts.resolver.js';
import { PropertiesResolver, ScopeDimensionsResolver } from './properties.resolver.js';
import { PropertiesService } from './properties.service.js';
import { VocabularyLoader } from './vocabulary.loader.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { VocabularyResolver } from './vocabulary.resolver.js';
import { VocabularyService } from './vocabulary.service.js';
import { VocabularyStore } from './vocabulary-store.js';

@Module({
  imports: [AuditModule],
  providers: [
    ConceptsResolver,
    PropertiesResolver,
    PropertiesService,
    ScopeDimensionsResolver,
    VocabularyLoader,
    VocabularyRepository,
    VocabularyResolver,
    VocabularyService,
    VocabularyStore,
  ],
  exports: [PropertiesService, VocabularyLoader, VocabularyService],
})
export class VocabularyModule {}
