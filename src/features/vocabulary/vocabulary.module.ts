import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { ReexaminationsModule } from '../reexaminations/index.js';
import { ConceptChangesService } from './concept-changes.service.js';
import { ConceptsResolver } from './concepts.resolver.js';
import { IdentitiesService } from './identities.service.js';
import { PropertiesResolver, ScopeDimensionsResolver } from './properties.resolver.js';
import { PropertiesService } from './properties.service.js';
import { PropertyOrdersService } from './property-orders.service.js';
import { TiesRepository } from './ties.repository.js';
import { IdentitiesResolver, PropertyOrdersResolver } from './ties.resolver.js';
import { PropertyChangesService } from './property-changes.service.js';
import { VocabularyChangeService } from './vocabulary-change.service.js';
import { VocabularyChangesRepository } from './vocabulary-changes.repository.js';
import { VocabularyChangesResolver } from './vocabulary-changes.resolver.js';
import { VocabularyLoader } from './vocabulary.loader.js';
import { VocabularyRepository } from './vocabulary.repository.js';
import { VocabularyResolver } from './vocabulary.resolver.js';
import { VocabularyService } from './vocabulary.service.js';
import { VocabularyStore } from './vocabulary-store.js';

@Module({
  imports: [AuditModule, ReexaminationsModule],
  providers: [
    ConceptChangesService,
    ConceptsResolver,
    IdentitiesResolver,
    IdentitiesService,
    PropertiesResolver,
    PropertiesService,
    PropertyOrdersResolver,
    PropertyOrdersService,
    PropertyChangesService,
    ScopeDimensionsResolver,
    TiesRepository,
    VocabularyChangeService,
    VocabularyChangesRepository,
    VocabularyChangesResolver,
    VocabularyLoader,
    VocabularyRepository,
    VocabularyResolver,
    VocabularyService,
    VocabularyStore,
  ],
  exports: [VocabularyChangeService, VocabularyLoader, VocabularyService],
})
export class VocabularyModule {}
