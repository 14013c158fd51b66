export { AccrualEnum, DatatypeEnum } from './graphql/vocabulary.enums.js';
export { ConceptType, PropertyType } from './graphql/vocabulary.types.js';
export { PropertiesService } from './properties.service.js';
export { VocabularyLoader } from './vocabulary.loader.js';
export { VocabularyModule } from './vocabulary.module.js';
export type { PropertyRow } from './vocabulary.repository.js';
export { requireConcept, VocabularyService } from './vocabulary.service.js';
export type { VocabularySnapshot } from './vocabulary-store.js';
