import type { Claim } from '../claim/claim.js';
import type { Strength } from './contradiction.js';

/** How strongly claims that cannot all hold contradict each other: a claim that nobody makes without a hedge softens it. */
export function strengthOf(claims: readonly Claim[]): Strength {
  return claims.some(({ hedged }) => hedged) ? 'TENSION' : 'CONFLICT';
}

/** Which of two claims is hedged, as the end of a sentence: ", but the first is only called possible". */
export function pairHedge(first: Claim, second: Claim): string {
  if (first.hedged && second.hedged) return ', but both are only called possible';
  if (!first.hedged && !second.hedged) return '';
  return `, but the ${first.hedged ? 'first' : 'second'} is only called possible`;
}
