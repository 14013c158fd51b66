import { areRivals, kindOf, type Rule } from './rule.js';

/** Values exclude each other, but the claims speak of the same thing only in part, or nobody can say how far. */
export const scopesOverlap: Rule = {
  id: 'scopes-overlap',
  summary: 'Values exclude each other, and the claims may speak of the same thing in part.',
  applies(pair) {
    const { first, scopes, values } = pair;
    if (!areRivals(pair) || values !== 'DISJOINT') return null;
    if (scopes !== 'OVERLAPPING' && scopes !== 'UNDETERMINED') return null;
    const reason = 'they cannot both hold if they speak of the same thing';
    return { kind: kindOf(first.value), strength: 'POSSIBLE', reason };
  },
};
