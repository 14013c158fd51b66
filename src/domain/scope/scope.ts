import type { ScopeTerm } from '../claim/claim.js';
import type { SetRelation } from '../values/relation.js';
import type { Vocabulary } from '../values/vocabulary.js';

/**
 * How scope `a` relates to scope `b`. A scope is the set of those whom all its terms fit; a dimension without a term
 * is the whole of it. At most one term a dimension.
 */
export function relateScopes(a: readonly ScopeTerm[], b: readonly ScopeTerm[], vocabulary: Vocabulary): SetRelation {
  const dimensions = new Set([...a, ...b].map(({ dimension }) => dimension));
  const relations = [...dimensions].map((dimension) =>
    relateTerms(conceptIn(a, dimension), conceptIn(b, dimension), vocabulary),
  );
  return combine(relations);
}

function conceptIn(scope: readonly ScopeTerm[], dimension: string): string | null {
  return scope.find((term) => term.dimension === dimension)?.conceptId ?? null;
}

/** Null is the whole dimension. */
function relateTerms(a: string | null, b: string | null, vocabulary: Vocabulary): SetRelation {
  if (a === b) return 'EQUAL';
  if (a === null) return 'BROADER';
  if (b === null) return 'NARROWER';
  return vocabulary.relate(a, b);
}

/**
 * The relation of two products of sets, from the relations of their factors: apart in one dimension is apart, within
 * in every dimension is within, and within in one but around in another is overlapping.
 */
function combine(relations: readonly SetRelation[]): SetRelation {
  const has = (relation: SetRelation): boolean => relations.includes(relation);
  if (has('DISJOINT')) return 'DISJOINT';
  if (has('UNDETERMINED')) return 'UNDETERMINED';
  if (has('OVERLAPPING') || (has('NARROWER') && has('BROADER'))) return 'OVERLAPPING';
  if (has('NARROWER')) return 'NARROWER';
  return has('BROADER') ? 'BROADER' : 'EQUAL';
}
