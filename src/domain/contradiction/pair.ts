import type { Claim, Property } from '../claim/claim.js';
import { compareFirstSaid } from '../condensation/standing.js';
import { relateScopes } from '../scope/scope.js';
import { relateValues, type ValueRelation } from '../values/compare.js';
import { converse, type SetRelation } from '../values/relation.js';
import type { Vocabulary } from '../values/vocabulary.js';

/**
 * Two claims of one question in the order in which they are judged and explained, whichever came first: the affirmed
 * before the denied, the whole before its part, the earlier before the later, else by id.
 */
export interface Pair {
  readonly property: Property;
  readonly vocabulary: Vocabulary;
  readonly first: Claim;
  readonly second: Claim;
  /** From the first's scope to the second's; never NARROWER where both have the same polarity. */
  readonly scopes: SetRelation;
  /** From the first's value to the second's. */
  readonly values: ValueRelation;
}

/** The same pair for (a, b) and (b, a). */
export function pairOf(property: Property, a: Claim, b: Claim, vocabulary: Vocabulary): Pair {
  const scopes = relateScopes(a.scope, b.scope, vocabulary);
  const values = relateValues(a.value, b.value, property, vocabulary);
  return comesFirst(a, b, scopes)
    ? { property, vocabulary, first: a, second: b, scopes, values }
    : { property, vocabulary, first: b, second: a, scopes: converse(scopes), values: converse(values) };
}

function comesFirst(a: Claim, b: Claim, scopes: SetRelation): boolean {
  if (a.polarity !== b.polarity) return a.polarity === 'AFFIRMED';
  if (scopes === 'BROADER' || scopes === 'NARROWER') return scopes === 'BROADER';
  const byTime = compareFirstSaid(a.firstSaid, b.firstSaid);
  return byTime === 0 ? a.id < b.id : byTime < 0;
}
