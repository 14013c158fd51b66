import type { Datatype, Value } from '../values/value.js';

export type Polarity = 'AFFIRMED' | 'DENIED';
export type Certainty = 'CERTAIN' | 'PROBABLE' | 'POSSIBLE';

/** How a property's value may change: FIXED never, CUMULATIVE only upwards (a toll), VARYING freely. */
export type Accrual = 'FIXED' | 'CUMULATIVE' | 'VARYING';

/** One narrowing of who or what is counted, for example nationality: Azerbaijani. */
export interface ScopeTerm {
  readonly dimension: string;
  readonly conceptId: string;
}

/** What the engine needs to know of a property. */
export interface Property {
  readonly key: string;
  readonly label: string;
  readonly datatype: Datatype;
  readonly unit: string | null;
  /** Whether one subject can have only one value. */
  readonly singleValued: boolean;
  /** Whether a part's figure can be set against the whole's. */
  readonly additive: boolean;
  /** The dimensions along which its claims can be narrowed; absent where nobody says, so that any may. */
  readonly scopeDimensions?: readonly string[];
  readonly accrual: Accrual;
  /** Words around the value in a sentence, with `{value}` in them: "{value} killed". Null: "label: value". */
  readonly phrase: string | null;
}

/** Whoever is named for a claim in an explanation: the claimant, or else the source in its own voice. */
export interface Attribution {
  readonly sourceId: string;
  /** The publisher's name, or the source's title where the publisher is not known. */
  readonly sourceName: string;
  /** Who is quoted, where it is not the source itself. */
  readonly claimantName: string | null;
  /** EDTF of when it was said; null where nobody knows. */
  readonly saidOn: string | null;
}

/** By what the answers to one question are ordered: which of very many are set against all others. */
export interface Standing {
  /** Whether an editor has ranked it PREFERRED. */
  readonly preferred: boolean;
  readonly citations: number;
  /** The claim's identity, which settles ties the same way whichever claim was written first. */
  readonly identity: string;
}

/** Somebody who makes a claim, in one citation or many. */
export interface Speaker {
  /** The agent that is quoted; else the publisher, or where none is known the source, in its own voice. */
  readonly id: string;
  readonly name: string;
  /**
   * When they last made it, as an interval of epoch milliseconds (both inclusive): the greatest start and the greatest
   * end over their citations. Null where none of these has a date.
   */
  readonly lastSaid: { readonly from: number; readonly to: number } | null;
}

/** A claim that more speakers make is widely made: who each of them is does not matter any more. */
export const MOST_SPEAKERS = 8;

/** Consecutive UTC days, counted from 1 January 1970; both inclusive. */
export interface DayRange {
  readonly first: number;
  readonly last: number;
}

/** One answer to a question as the engine sees it: the claim, and what its citations amount to. */
export interface Claim {
  readonly id: string;
  readonly polarity: Polarity;
  readonly value: Value;
  /** At most one term a dimension; empty means the whole. */
  readonly scope: readonly ScopeTerm[];
  /** True where every citation of the claim is hedged (POSSIBLE). */
  readonly hedged: boolean;
  /**
   * When the claim was first said, as an interval of epoch milliseconds (both inclusive): the least start and the
   * least end over its citations. Null where no citation has a date.
   */
  readonly firstSaid: { readonly from: number; readonly to: number } | null;
  /**
   * The days on which it is said, over all citations that have a date, merged. Needed of VARYING properties only: of
   * others it may be empty.
   */
  readonly saidDays: readonly DayRange[];
  /**
   * Who makes it. Needed where answers can be corrected (see `canBeCorrected`): elsewhere it may be empty. Where
   * `isWidelySaid`, only those have to be there who make another claim on the question that is not.
   */
  readonly speakers: readonly Speaker[];
  /** Whether more than {@link MOST_SPEAKERS} make it. */
  readonly isWidelySaid: boolean;
  /** The citation that explanations name: the earliest. */
  readonly attribution: Attribution;
  readonly standing: Standing;
}
