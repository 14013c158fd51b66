import { conceptGraph } from './concept-graph.js';
import { declaredDivisions, overlapping } from './division.js';
import { lyingWithin, type TouchedConcepts } from './touched-concepts.js';
import type { Concept, ConceptScheme, Division } from './vocabulary.js';

/** What is declared to be a complete division and is none, and why. */
export interface DivisionProblem {
  readonly division: Division;
  /** A sentence, with what to do. */
  readonly message: string;
}

/**
 * Why what is declared to be a complete division is none: it takes two parts at least, and no two that may have
 * something in common.
 */
export function divisionProblems(
  concepts: readonly Concept[],
  schemes: readonly ConceptScheme[],
): readonly DivisionProblem[] {
  const graph = conceptGraph(concepts, schemes);
  return declaredDivisions(concepts, schemes).flatMap((division) => {
    const { whole, parts } = division;
    const problem = (message: string): DivisionProblem[] => [{ division, message }];
    const what = whole === null ? 'The top concepts of a scheme' : `What lies within "${graph.label(whole)}"`;
    if (parts.length < 2)
      return problem(`${what} cannot be complete with fewer than two concepts: add the others first.`);
    const clash = overlapping(parts, (a, b) => graph.relate(a, b));
    if (clash === null) return [];
    const [first, second] = clash.map((id) => graph.label(id));
    return problem(
      `${what} cannot be complete while "${first}" and "${second}" may overlap: declare them disjoint first.`,
    );
  });
}

/** Which uses of concepts can add up otherwise after divisions have come, gone or been changed. */
export function touchedByDivisions(
  before: readonly Division[],
  concepts: readonly Concept[],
  schemes: readonly ConceptScheme[],
): readonly TouchedConcepts[] {
  const after = conceptGraph(concepts, schemes).divisions;
  const nameOf = ({ whole, parts }: Division): string => JSON.stringify([whole, [...parts].sort()]);
  const changedFrom = (some: readonly Division[], others: readonly Division[]): readonly Division[] =>
    some.filter((each) => !others.some((other) => nameOf(other) === nameOf(each)));
  const changed = [...changedFrom(before, after), ...changedFrom(after, before)];
  if (changed.length === 0) return [];
  return [
    {
      using: lyingWithin(
        changed.flatMap(({ parts }) => parts),
        concepts,
      ),
      alongside: null,
    },
  ];
}
