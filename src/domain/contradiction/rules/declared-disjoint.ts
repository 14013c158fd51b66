import type { Rule } from './rule.js';

/**
 * Where a subject can have several values (contributing factors, demands), naming two of them is no contradiction,
 * unless somebody declared that these two cannot both be.
 */
export const declaredDisjoint: Rule = {
  id: 'declared-disjoint',
  summary: 'Two values of a property that allows several are declared to exclude each other.',
  applies({ property, vocabulary, first, second, scopes }) {
    if (property.singleValued || first.polarity !== 'AFFIRMED' || second.polarity !== 'AFFIRMED') return null;
    if (first.value.kind !== 'CONCEPT' || second.value.kind !== 'CONCEPT' || scopes !== 'EQUAL') return null;
    if (!vocabulary.declaredDisjoint(first.value.conceptId, second.value.conceptId)) return null;
    return { kind: 'CATEGORY', strength: 'CONFLICT', reason: 'each is declared to exclude the other' };
  },
};
