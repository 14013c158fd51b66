import type { Rule } from './rule.js';

/**
 * A denial rules out what it denies and everything narrower: who denies that a weapon brought the aircraft down denies
 * that a missile did. Where the two speak of different people or places it may still be meant so, but not for
 * figures: that 38 died does not follow for a part of those aboard.
 */
export const denied: Rule = {
  id: 'denied',
  summary: 'One claim denies what the other says.',
  applies({ first, second, scopes, values }) {
    if (first.polarity !== 'AFFIRMED' || second.polarity !== 'DENIED') return null;
    if (values !== 'EQUAL' && values !== 'NARROWER') return null;
    if (scopes === 'EQUAL') {
      return { kind: 'POLARITY', strength: 'CONFLICT', reason: 'the second denies what the first says' };
    }
    if (scopes === 'DISJOINT' || first.value.kind === 'QUANTITY') return null;
    return {
      kind: 'POLARITY',
      strength: 'POSSIBLE',
      reason: 'the second denies what the first says, if both speak of the same thing',
    };
  },
};
