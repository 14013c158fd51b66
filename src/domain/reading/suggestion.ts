import type { Certainty, Polarity } from '../claim/claim.js';
import type { ConceptValue, Value } from '../values/value.js';

/** A concept that the text names and the vocabulary does not have yet: a town, an airport. */
export interface UnlistedConceptValue {
  readonly kind: 'UNLISTED_CONCEPT';
  readonly schemeKey: string;
  readonly label: string;
  /** Id of the listed concept that the text puts it in ("Aktau, Kazakhstan"); null where it does not. */
  readonly broader: string | null;
}

/** What a suggestion says: a value as claims have it, or a concept that would have to be added first. */
export type SuggestedValue = Value | UnlistedConceptValue;

/** One narrowing: a concept of the vocabulary, or one that would have to be added to the dimension's scheme first. */
export interface SuggestedScopeTerm {
  readonly dimension: string;
  readonly concept: ConceptValue | UnlistedConceptValue;
}

/** Puts the terms of a scope in the order in which {@link Suggestion.scope} has them; no two have the same dimension. */
export function byDimension(a: SuggestedScopeTerm, b: SuggestedScopeTerm): number {
  return a.dimension < b.dimension ? -1 : 1;
}

/** Words of the text that was read. `exact` is `text.slice(start, end)`; offsets count UTF-16 code units. */
export interface ReadQuote {
  readonly exact: string;
  readonly start: number;
  readonly end: number;
}

/** A claim read from text. Nothing becomes a claim by itself: a person accepts, corrects or rejects it. */
export interface Suggestion {
  /** Key of the property. */
  readonly propertyKey: string;
  /** What of the text's words may name the subject ("the crash", "Saturday's earthquake"); null where nothing does. */
  readonly subjectHint: string | null;
  readonly polarity: Polarity;
  readonly value: SuggestedValue;
  /** At most one term a dimension, ordered by dimension; empty for the whole. */
  readonly scope: readonly SuggestedScopeTerm[];
  readonly certainty: Certainty;
  /** Who is quoted or cited for it, in the text's words without "the"; null for the text's own voice. */
  readonly claimantName: string | null;
  /** EDTF of the day on which it was said: the day named beside it, else of publication; null where none is known. */
  readonly saidOn: string | null;
  /** The sentence (or the clauses of it) that says so. */
  readonly quote: ReadQuote;
  /** The claim in a few words: "38 killed, Azerbaijani only". */
  readonly statement: string;
  /**
   * How sure the reading is (not how sure the source is), between 0 and 1: 0.9 where trigger and value stand in the
   * order that the vocabulary states with nothing between, less for words between them, for a counted noun that no
   * class knows, and for whatever else had to be guessed. A reader that shows only those from 0.5 loses little.
   */
  readonly confidence: number;
}

/** What is known of a text besides its words. */
export interface ReadingContext {
  /** EDTF of the publication, "2024-12-26"; relative dates count from it. Null: they stay unread. */
  readonly publishedAt: string | null;
  /** EDTF of the event, where it is known; else it is taken from the text. */
  readonly eventDate?: string | null;
}
