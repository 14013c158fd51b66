import { areRivals, type Rule } from './rule.js';

/** Two concepts that exclude each other, by declaration or as exclusive siblings, or lie beneath two that do. */
export const categoryDisjoint: Rule = {
  id: 'category-disjoint',
  summary: 'Two answers to the same question exclude each other.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'CONCEPT' || pair.values !== 'DISJOINT') return null;
    return { kind: 'CATEGORY', strength: 'CONFLICT', reason: 'each excludes the other' };
  },
};
