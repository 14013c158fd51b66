export { readerOf, reading, type Reader } from './reading.js';
export { RECOGNITION_DEFS } from './recognition-schema.js';
export type {
  PackRecognition,
  ReadableConcept,
  ReadableProperty,
  ReadableScheme,
  ReadableVocabulary,
  Recognition,
  Wording,
} from './recognition.js';
export type {
  ReadingContext,
  ReadQuote,
  SuggestedScopeTerm,
  SuggestedValue,
  Suggestion,
  UnlistedConceptValue,
} from './suggestion.js';
