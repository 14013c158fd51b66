export { readerOf, type Reader } from './reading.js';
export { RECOGNITION_DEFS } from './recognition-schema.js';
export type {
  PackRecognition,
  ReadableProperty,
  ReadableScheme,
  ReadableVocabulary,
  Recognition,
  Wording,
} from './recognition.js';
export { toldReader, type Passage, type ToldClaim, type ToldProblem, type ToldReader } from './told.js';
export type { ReadingContext, SuggestedScopeTerm, SuggestedValue, Suggestion } from './suggestion.js';
