import type { ReadableVocabulary } from '../../domain/reading/index.js';

/** What texts are read by. */
export interface KnownVocabulary {
  readonly vocabulary: ReadableVocabulary;
  /** SHA-256 in hex: the same for the same vocabulary, in any process. */
  readonly digest: string;
}
