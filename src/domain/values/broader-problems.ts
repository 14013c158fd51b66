import type { Problem } from '../result.js';
import { conceptGraph } from './concept-graph.js';
import type { Concept, ConceptScheme } from './vocabulary.js';

export type BroaderProblemCode = 'BROADER_CYCLE' | 'BROADER_DISJOINT' | 'DISJOINT_WITH_ANCESTOR';

type BroaderProblem = Problem<BroaderProblemCode>;

/**
 * What stands against placing `concept` (new, or in place of the one that has its id) where it says it belongs:
 * under itself or under something narrower than itself, under two concepts that have nothing in common, or under one
 * that it is declared (on either side) to have nothing in common with. Such a concept would denote nothing.
 */
export function broaderProblems(
  concept: Concept,
  concepts: readonly Concept[],
  schemes: readonly ConceptScheme[],
): readonly BroaderProblem[] {
  const others = concepts.filter(({ id }) => id !== concept.id);
  const vocabulary = conceptGraph(others, schemes);
  const withConcept = conceptGraph([...others, concept], schemes);
  const label = (id: string): string => `"${withConcept.label(id)}"`;
  const isWithin = (a: string, b: string): boolean => a === b || vocabulary.relate(a, b) === 'NARROWER';

  const cycles = concept.broader.flatMap((broader, index) =>
    isWithin(broader, concept.id)
      ? [problem('BROADER_CYCLE', `${label(concept.id)} would come to lie under itself.`, index)]
      : [],
  );
  const clashes = concept.broader.flatMap((broader, index) =>
    concept.broader
      .slice(0, index)
      .filter((earlier) => vocabulary.relate(earlier, broader) === 'DISJOINT')
      .map((earlier) => {
        const message = `Nothing can lie under both ${label(earlier)} and ${label(broader)}: they exclude each other.`;
        return problem('BROADER_DISJOINT', message, index);
      }),
  );
  const apart = [...disjointFrom(concept, others)];
  const contradictions = concept.broader.flatMap((broader, index) =>
    apart
      .filter((other) => isWithin(broader, other))
      .map((other) => {
        const message = `${label(concept.id)} cannot lie under ${label(other)}: they are declared disjoint.`;
        return problem('DISJOINT_WITH_ANCESTOR', message, index);
      }),
  );
  return [...cycles, ...clashes, ...contradictions];
}

function disjointFrom(concept: Concept, others: readonly Concept[]): ReadonlySet<string> {
  const onOtherSide = others.filter(({ disjointWith }) => disjointWith.includes(concept.id)).map(({ id }) => id);
  return new Set([...concept.disjointWith, ...onOtherSide]);
}

function problem(code: BroaderProblemCode, message: string, index: number): BroaderProblem {
  return { code, message, field: ['broader', String(index)] };
}
