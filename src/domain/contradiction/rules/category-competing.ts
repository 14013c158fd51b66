import { areRivals, type Rule } from './rule.js';

/** Two different concepts where only one can be right, but where the vocabulary does not say that they exclude each other. */
export const categoryCompeting: Rule = {
  id: 'category-competing',
  summary: 'Two answers to the same question compete, and nothing says that they exclude each other.',
  applies(pair) {
    if (!areRivals(pair) || pair.scopes !== 'EQUAL') return null;
    if (pair.first.value.kind !== 'CONCEPT' || pair.values !== 'UNDETERMINED') return null;
    const reason = 'they are different answers, though nothing says that they exclude each other';
    return { kind: 'CATEGORY', strength: 'TENSION', reason };
  },
};
