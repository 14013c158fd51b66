import { areRivals, type Rule } from './rule.js';

/** Two figures for the same thing that have no number in common. */
export const quantityDisjoint: Rule = {
  id: 'quantity-disjoint',
  summary: 'Two figures for the same thing have no number in common.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'QUANTITY' || pair.values !== 'DISJOINT') return null;
    return { kind: 'QUANTITY', strength: 'CONFLICT', reason: 'the figures cannot both hold' };
  },
};
