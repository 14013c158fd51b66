import type { Concept } from './vocabulary.js';

/**
 * What a change of the vocabulary can concern: whatever uses one of the concepts of `using` and, unless that is null,
 * one of `alongside`.
 */
export interface TouchedConcepts {
  readonly using: readonly string[];
  readonly alongside: readonly string[] | null;
}

/**
 * Which uses of concepts can read or compare otherwise after one concept has changed. Relations come from ancestors
 * alone, so what is placed elsewhere, or in another exclusive group, changes its own relations and those of all beneath it; what is declared disjoint
 * from another (or no longer) changes the relations of what lies beneath the one to what lies beneath the other; and a
 * new label reads otherwise wherever the concept itself stands. Other names and matches touch nothing.
 * @param concepts all concepts, as they are after the change
 */
export function touchedByConcept(
  before: Concept,
  after: Concept,
  concepts: readonly Concept[],
): readonly TouchedConcepts[] {
  const beneath = (ids: readonly string[]): readonly string[] => lyingWithin(ids, concepts);
  const isElsewhere = difference(before.broader, after.broader).length > 0;
  const isRegrouped = (before.exclusiveGroup ?? null) !== (after.exclusiveGroup ?? null);
  if (isElsewhere || isRegrouped) return [{ using: beneath([after.id]), alongside: null }];
  const others = difference(before.disjointWith, after.disjointWith);
  return [
    ...(before.prefLabel === after.prefLabel ? [] : [{ using: [after.id], alongside: null }]),
    ...(others.length === 0 ? [] : [{ using: beneath([after.id]), alongside: beneath(others) }]),
  ];
}

/** Which uses compare otherwise after the siblings of a scheme have come to exclude each other, or no longer do. */
export function touchedByScheme(schemeId: string, concepts: readonly Concept[]): TouchedConcepts {
  const using = concepts.filter((concept) => concept.schemeId === schemeId).map(({ id }) => id);
  return { using, alongside: null };
}

/** The concepts themselves and all that lie within them, each once. */
export function lyingWithin(ids: readonly string[], concepts: readonly Concept[]): readonly string[] {
  const narrower = new Map<string, string[]>();
  for (const { id, broader } of concepts) {
    for (const each of broader) narrower.set(each, [...(narrower.get(each) ?? []), id]);
  }
  const within = new Set(ids);
  // A set hands out what is added while it is walked, each element once.
  for (const id of within) for (const each of narrower.get(id) ?? []) within.add(each);
  return [...within];
}

/** What only one of the two lists has. */
function difference(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...a.filter((each) => !b.includes(each)), ...b.filter((each) => !a.includes(each))];
}
