import type { Concept } from './vocabulary.js';

/** How concepts lie within each other. */
export interface ConceptLevels {
  /** Over how many others a concept lies at most, by its id: 0 for those at the top. Those on or beneath circles are left out. */
  readonly levels: ReadonlyMap<string, number>;
  /** Ids of the concepts that lie within themselves, and of those between two circles. */
  readonly circular: ReadonlySet<string>;
}

/** Takes time linear in the number of concepts and of what they lie within, whatever their shape (Kahn's algorithm). */
export function conceptLevels(concepts: readonly Concept[]): ConceptLevels {
  const known = new Set(concepts.map(({ id }) => id));
  const broader = new Map(concepts.map((concept) => [concept.id, concept.broader.filter((id) => known.has(id))]));
  const narrower = new Map<string, string[]>(concepts.map(({ id }) => [id, []]));
  for (const [id, others] of broader) for (const other of others) narrower.get(other)?.push(id);

  const levels = new Map<string, number>();
  peel(broader, narrower, (id) => {
    const above = (broader.get(id) ?? []).map((other) => levels.get(other) ?? 0);
    levels.set(id, above.length === 0 ? 0 : Math.max(...above) + 1);
  });
  const circular = new Set([...known].filter((id) => !levels.has(id)));
  const within = (edges: ReadonlyMap<string, readonly string[]>) =>
    new Map([...circular].map((id) => [id, (edges.get(id) ?? []).filter((other) => circular.has(other))]));
  // What lies beneath a circle has something beneath it only so far.
  peel(within(narrower), within(broader), (id) => circular.delete(id));
  return { levels, circular };
}

/** Visits whatever has no dependency left, until nothing more comes free. */
function peel(
  dependencies: ReadonlyMap<string, readonly string[]>,
  dependents: ReadonlyMap<string, readonly string[]>,
  visit: (id: string) => void,
): void {
  const waitingFor = new Map([...dependencies].map(([id, others]) => [id, others.length]));
  const free = [...waitingFor].flatMap(([id, count]) => (count === 0 ? [id] : []));
  // An array hands out what is added while it is walked.
  for (const id of free) {
    visit(id);
    for (const dependent of dependents.get(id) ?? []) {
      const left = (waitingFor.get(dependent) ?? 0) - 1;
      waitingFor.set(dependent, left);
      if (left === 0) free.push(dependent);
    }
  }
}
