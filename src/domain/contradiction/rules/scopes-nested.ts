import { areRivals, kindOf, type Rule } from './rule.js';

/**
 * One claim speaks of a part of what the other speaks of, and their values exclude each other, where a part's value
 * cannot be counted into the whole's: a reader has to tell whether what holds for the whole holds for the part.
 */
export const scopesNested: Rule = {
  id: 'scopes-nested',
  summary: 'Values exclude each other, and one claim speaks of a part of what the other speaks of.',
  applies(pair) {
    const { property, first, scopes, values } = pair;
    if (!areRivals(pair) || scopes !== 'BROADER' || values !== 'DISJOINT') return null;
    if (property.additive && first.value.kind === 'QUANTITY') return null;
    const reason = 'they cannot both hold if what the first says holds for the part that the second speaks of';
    return { kind: kindOf(first.value), strength: 'POSSIBLE', reason };
  },
};
