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
export type { ReadingContext, ReadQuote, SuggestedValue, Suggestion, UnlistedConceptValue } from './suggestion.js';
