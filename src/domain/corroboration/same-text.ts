import { overlapOf, type TextOverlap, type TextSketch } from './text-sketch.js';

/** How two texts belong together. */
export type TextRelation =
  /** They are one text: a reprint, edited lightly, cut or added to. */
  | 'SAME'
  /** The second, longer text carries all of the first, as an article carries the wire report that it builds on. */
  | 'FIRST_IN_SECOND'
  | 'SECOND_IN_FIRST';

/**
 * From which resemblance on two texts are one. Broder and others took 0.5 for clusters of web pages ("Syntactic
 * clustering of the Web", 1997). It must lie above one half here: a round-up of two reports resembles each by at most
 * its share, so that it can never pass for both and make one of them. Measured on the cases beside this file: reprints
 * lie at 0.69 and above (0.68 with every twentieth word put otherwise), a form filled in anew at 0.60, reports that
 * share a long quotation at 0.17, independent reports of one event at 0.00.
 */
const SAME_RESEMBLANCE = 0.65;

/** From which containment on a longer text carries a shorter one, with a word in seventeen changed at most. */
const CARRIED_CONTAINMENT = 0.7;

/**
 * How much longer a text must be to carry another. Texts of one length that share as much are two fillings of one
 * form, such as the bulletins of two days, and not one text.
 */
const CARRIER_LENGTH = 1.25;

/**
 * Texts with fewer shingles are one only where all their shingles are the same: a bulletin of one sentence differs
 * from the next day's by a single figure. As many must an estimate of containment rest on, so that a passage below
 * about a tenth of a text is not seen.
 */
const LEAST_SHINGLES = 24;

/**
 * Whether two texts are the same or one carries the other, estimated from their sketches; null where they stand
 * apart. Symmetric, and of the texts alone.
 */
export function relateTexts(first: TextSketch, second: TextSketch): TextRelation | null {
  return relationOf(first, second, overlapOf(first, second));
}

/** {@link relateTexts} where the overlap is known. */
export function relationOf(first: TextSketch, second: TextSketch, overlap: TextOverlap): TextRelation | null {
  const { resemblance, firstInSecond, secondInFirst, sample } = overlap;
  if (resemblance === 1 && first.shingles === second.shingles) return 'SAME';
  if (Math.min(first.shingles, second.shingles) < LEAST_SHINGLES || sample < LEAST_SHINGLES) return null;
  if (resemblance >= SAME_RESEMBLANCE) return 'SAME';
  const carries = (carrier: TextSketch, carried: TextSketch, share: number) =>
    share >= CARRIED_CONTAINMENT && carrier.shingles >= CARRIER_LENGTH * carried.shingles;
  if (carries(second, first, firstInSecond)) return 'FIRST_IN_SECOND';
  return carries(first, second, secondInFirst) ? 'SECOND_IN_FIRST' : null;
}
