import { areRivals, firstIsLower, isFirstSaidBefore, type Rule } from './rule.js';

/**
 * A toll can only grow, so a higher figure that came later need not contradict the lower one: both can have been
 * right in their time. It has to be later for certain; where a date is missing or the dates overlap, it is not.
 */
export const tollRose: Rule = {
  id: 'toll-rose',
  summary: 'A later figure is higher, in a count that can only grow.',
  applies(pair) {
    const { property, first, second, scopes } = pair;
    if (!areRivals(pair) || property.accrual !== 'CUMULATIVE' || scopes !== 'EQUAL') return null;
    if (!firstIsLower(pair) || !isFirstSaidBefore(first, second)) return null;
    return { kind: 'UPDATE', strength: 'TENSION', reason: 'the second is later and higher, so the toll rose' };
  },
};
