import { areRivals, firstIsLower, type Rule } from './rule.js';

/** More in a part than in the whole that it belongs to. */
export const partExceedsWhole: Rule = {
  id: 'part-exceeds-whole',
  summary: 'The figure for a part is higher than the figure for the whole.',
  applies(pair) {
    if (!areRivals(pair) || !pair.property.additive || pair.scopes !== 'BROADER' || !firstIsLower(pair)) return null;
    const reason = 'the second counts a part of the first, and a part cannot exceed the whole';
    return { kind: 'QUANTITY', strength: 'CONFLICT', reason };
  },
};
