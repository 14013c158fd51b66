import type { Claim } from '../claim/claim.js';

/**
 * Answers to one question that are all set against each other. With more of them the full relation, which grows with
 * the square, would hold half a million contradictions for a thousand answers, more than anyone reads; of this many it
 * is 2,016.
 */
export const LEADING = 64;

/**
 * The order of the answers to one question, the leading first: what editors prefer; then by the number of citations,
 * in powers of two, so that places are rarely exchanged; then what was said first; then by identity. It does not
 * depend on which claim was written first.
 */
export function byStanding(a: Claim, b: Claim): number {
  return (
    Number(b.standing.preferred) - Number(a.standing.preferred) ||
    magnitude(b.standing.citations) - magnitude(a.standing.citations) ||
    compareFirstSaid(a.firstSaid, b.firstSaid) ||
    compareText(a.standing.identity, b.standing.identity) ||
    compareText(a.id, b.id)
  );
}

/** Binary digits of a count: 1, 2 to 3, 4 to 7, 8 to 15 ... are alike. */
function magnitude(count: number): number {
  return count < 1 ? 0 : Math.floor(Math.log2(count)) + 1;
}

/** By start, then by end; what has no date comes last. */
export function compareFirstSaid(a: Claim['firstSaid'], b: Claim['firstSaid']): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.from - b.from || a.to - b.to;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
