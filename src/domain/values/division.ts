import type { Concept, ConceptScheme, Division, Vocabulary } from './vocabulary.js';

/** What is declared to be a complete division, whether or not its parts exclude each other, as all of one must. */
export function declaredDivisions(
  concepts: readonly Concept[],
  schemes: readonly ConceptScheme[],
): readonly Division[] {
  const ofSchemes = schemes
    .filter(({ topConceptsComplete }) => topConceptsComplete)
    .map(({ id }) => ({ whole: null, parts: topConceptsOf(id, concepts) }));
  const ofConcepts = concepts
    .filter(({ narrowerComplete }) => narrowerComplete)
    .map(({ id }) => ({ whole: id, parts: narrowerThan(id, concepts) }));
  return [...ofSchemes, ...ofConcepts];
}

/** The concepts of a scheme that have no broader one. */
function topConceptsOf(schemeId: string, concepts: readonly Concept[]): readonly string[] {
  return concepts
    .filter((concept) => concept.schemeId === schemeId && concept.broader.length === 0)
    .map(({ id }) => id);
}

/** The concepts that have this one as their broader one. */
function narrowerThan(id: string, concepts: readonly Concept[]): readonly string[] {
  return concepts.filter(({ broader }) => broader.includes(id)).map((concept) => concept.id);
}

/** The first two of the concepts that do not exclude each other; null where all do. */
export function overlapping(
  concepts: readonly string[],
  relate: Vocabulary['relate'],
): readonly [first: string, second: string] | null {
  for (const [position, second] of concepts.entries()) {
    const first = concepts.slice(0, position).find((other) => relate(other, second) !== 'DISJOINT');
    if (first !== undefined) return [first, second];
  }
  return null;
}
