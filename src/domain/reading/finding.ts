import type { ReadableProperty } from './recognition.js';
import type { SuggestedScopeTerm, SuggestedValue } from './suggestion.js';
import type { ReadTime } from './time-mention.js';

/** A time whose EDTF can be told only once the event's day is known. */
export interface PendingTime {
  readonly kind: 'PENDING_TIME';
  readonly time: ReadTime;
}

/** What a sentence says of a property, before it is known who says it and how sure they are. */
export interface Finding {
  readonly property: ReadableProperty;
  readonly value: SuggestedValue | PendingTime;
  readonly scope: readonly SuggestedScopeTerm[];
  /** Tokens of the value. */
  readonly from: number;
  readonly to: number;
  /** Tokens of the words that told the property, with the auxiliaries before them. */
  readonly triggerFrom: number;
  readonly triggerTo: number;
  /** Whether those words deny the value. */
  readonly denied: boolean;
  /** How much was guessed: 0 for nothing, up to 0.5. */
  readonly doubt: number;
}

/** Where the words stand that tell what a figure counts. */
export interface Telling {
  /** First token, auxiliaries included. */
  readonly from: number;
  /** End (exclusive). */
  readonly to: number;
}
