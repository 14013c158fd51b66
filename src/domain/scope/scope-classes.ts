import type { ScopeTerm } from '../claim/claim.js';
import type { Vocabulary } from '../values/vocabulary.js';
import { relateScopes } from './scope.js';

/** Things that speak of the same people or places, whatever words they use for them. */
export interface ScopeClass<T> {
  /** The first of their scopes, in code unit order. */
  readonly scope: readonly ScopeTerm[];
  readonly items: readonly T[];
}

/**
 * Sorts things by what they speak of: two are in one class exactly where their scopes are EQUAL. The classes come in
 * an order, and each with a scope, that do not depend on the order of the things.
 */
export function scopeClasses<T extends { readonly scope: readonly ScopeTerm[] }>(
  items: readonly T[],
  vocabulary: Vocabulary,
): readonly ScopeClass<T>[] {
  const classes: { readonly scope: readonly ScopeTerm[]; readonly items: T[] }[] = [];
  for (const [, alike] of [...groupedByTerms(items)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const scope = alike[0]?.scope ?? [];
    const known = classes.find((each) => relateScopes(each.scope, scope, vocabulary) === 'EQUAL');
    if (known === undefined) classes.push({ scope, items: [...alike] });
    else known.items.push(...alike);
  }
  return classes;
}

function groupedByTerms<T extends { readonly scope: readonly ScopeTerm[] }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const terms = item.scope.map(({ dimension, conceptId }) => JSON.stringify([dimension, conceptId])).sort();
    const key = terms.join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
