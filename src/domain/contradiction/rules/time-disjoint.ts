import { areRivals, type Rule } from './rule.js';

/** Two times for the same thing that have no moment in common. */
export const timeDisjoint: Rule = {
  id: 'time-disjoint',
  summary: 'Two times for the same thing have no moment in common.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'TIME' || pair.values !== 'DISJOINT') return null;
    return { kind: 'TIME', strength: 'CONFLICT', reason: 'the times cannot both hold' };
  },
};
