import type { Claim, Property } from './claim.js';

/** What is asked of one subject, and every answer that takes part: "how many died?" with 38, 42 and "at least 35". */
export interface Question {
  readonly property: Property;
  readonly claims: readonly Claim[];
  /** What editors declare to be all parts there are; absent: nothing. */
  readonly partitions?: readonly Partition[];
}

/**
 * That these concepts, which exclude each other, are all there are along a dimension, of whomever the question is about:
 * nobody aboard this aeroplane was anything but Azerbaijani, Russian, Kazakh or Kyrgyz. A partition of a set is a family of
 * subsets that have nothing in common and leave nothing out; here a part may be empty.
 */
export interface Partition {
  readonly id: string;
  readonly dimension: string;
  /** Ids of concepts, at least two. */
  readonly parts: readonly string[];
}

/** One of those answers, with what it is an answer about. */
export interface Answer {
  readonly property: Property;
  readonly claim: Claim;
}
