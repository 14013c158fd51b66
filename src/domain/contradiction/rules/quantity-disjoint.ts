import type { Pair } from '../pair.js';
import { areRivals, isFirstSaidBefore, secondIsLower, type Rule } from './rule.js';

/** Two figures for the same thing that have no number in common. */
export const quantityDisjoint: Rule = {
  id: 'quantity-disjoint',
  summary: 'Two figures for the same thing have no number in common.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'QUANTITY' || pair.values !== 'DISJOINT') return null;
    return { kind: 'QUANTITY', strength: 'CONFLICT', reason: reasonFor(pair) };
  },
};

function reasonFor(pair: Pair): string {
  const fell =
    pair.property.accrual === 'CUMULATIVE' && secondIsLower(pair) && isFirstSaidBefore(pair.first, pair.second);
  return fell ? 'the second is later and lower, in a count that can only grow' : 'the figures cannot both hold';
}
