import { areRivals, type Rule } from './rule.js';

/** Yes against no. */
export const booleanOpposed: Rule = {
  id: 'boolean-opposed',
  summary: 'One claim says yes and the other no.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'BOOLEAN' || pair.values !== 'DISJOINT') return null;
    return { kind: 'POLARITY', strength: 'CONFLICT', reason: 'one says the opposite of the other' };
  },
};
