/**
 * How an item of evidence fits a hypothesis: would one expect to see it, were the hypothesis true? The six marks of the
 * analysis of competing hypotheses as the PARC tools have them.
 * @see R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8, step 3.
 */
export type Consistency =
  'VERY_CONSISTENT' | 'CONSISTENT' | 'NEUTRAL' | 'INCONSISTENT' | 'VERY_INCONSISTENT' | 'NOT_APPLICABLE';

/**
 * A mark as a number, from -2 (very inconsistent) to 2 (very consistent). What is not applicable speaks neither for nor
 * against, and so counts as NEUTRAL does.
 */
export const CONSISTENCY: Readonly<Record<Consistency, number>> = {
  VERY_CONSISTENT: 2,
  CONSISTENT: 1,
  NEUTRAL: 0,
  INCONSISTENT: -1,
  VERY_INCONSISTENT: -2,
  NOT_APPLICABLE: 0,
};

/** One editor's mark in one cell of the matrix. */
export interface Grade {
  readonly hypothesis: string;
  readonly evidence: string;
  readonly grader: string;
  readonly consistency: Consistency;
}
