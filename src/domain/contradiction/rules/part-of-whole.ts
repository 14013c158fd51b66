import { areRivals, secondIsLower, type Rule } from './rule.js';

/** Figures that differ because one of them counts only a part: a reader may take them for rivals, and they are not. */
export const partOfWhole: Rule = {
  id: 'part-of-whole',
  summary: 'Two figures differ because one counts a part of what the other counts.',
  applies(pair) {
    if (!areRivals(pair) || !pair.property.additive || pair.scopes !== 'BROADER' || !secondIsLower(pair)) return null;
    const reason = 'the figures differ, but the second counts a part of the first';
    return { kind: 'SCOPE', strength: 'TENSION', reason };
  },
};
