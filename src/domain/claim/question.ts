import type { Claim, Property } from './claim.js';

/** What is asked of one subject, and every answer that takes part: "how many died?" with 38, 42 and "at least 35". */
export interface Question {
  readonly property: Property;
  readonly claims: readonly Claim[];
}

/** One of those answers, with what it is an answer about. */
export interface Answer {
  readonly property: Property;
  readonly claim: Claim;
}
