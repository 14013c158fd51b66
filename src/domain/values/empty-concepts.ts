import { conceptGraph } from './concept-graph.js';
import type { Concept, ConceptScheme } from './vocabulary.js';

/** A concept that could denote nothing, and why. */
export interface EmptyConcept {
  readonly conceptId: string;
  /** A sentence. */
  readonly message: string;
}

/**
 * Why concepts of this vocabulary could denote nothing, one sentence for each way: a concept that lies under two that
 * exclude each other, or under one that it is declared to have nothing in common with. None where all can be.
 *
 * `broaderProblems` says the same of a concept that is about to be placed; this also sees the concepts beneath it, and
 * what becomes of all when siblings are declared to exclude each other.
 */
export function emptyConcepts(
  concepts: readonly Concept[],
  schemes: readonly ConceptScheme[],
): readonly EmptyConcept[] {
  const graph = conceptGraph(concepts, schemes);
  const label = (id: string): string => graph.label(id);
  const clashes = concepts.flatMap(({ id, broader }) =>
    broader.flatMap((one, index) =>
      broader
        .slice(0, index)
        .filter((other) => graph.relate(one, other) === 'DISJOINT')
        .map((other): EmptyConcept => ({
          conceptId: id,
          message: `"${label(id)}" lies under both "${label(other)}" and "${label(one)}": they exclude each other.`,
        })),
    ),
  );
  const contradictions = concepts.flatMap(({ id, disjointWith }) =>
    disjointWith
      .filter((other) => graph.relate(id, other) === 'NARROWER')
      .map((other): EmptyConcept => ({
        conceptId: id,
        message: `"${label(id)}" lies under "${label(other)}": they are declared disjoint.`,
      })),
  );
  return [...clashes, ...contradictions];
}
