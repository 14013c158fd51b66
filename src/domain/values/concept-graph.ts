import type { SetRelation } from './relation.js';
import { declaredDivisions, overlapping } from './division.js';
import type { Concept, ConceptScheme, Vocabulary } from './vocabulary.js';

/**
 * The vocabulary that these concepts and schemes make. A concept that is not among them is labelled by its id and
 * relates to nothing but itself; a broader concept that is not among them counts as an ancestor all the same.
 *
 * Concepts denote sets: a broader concept holds all that a narrower one does, so disjointness passes down to whatever
 * lies beneath. Being within weighs more than being disjoint: a concept is never disjoint from its own ancestor.
 * Two concepts each broader than the other hold the same, so they are EQUAL.
 */
export function conceptGraph(concepts: readonly Concept[], schemes: readonly ConceptScheme[]): Vocabulary {
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const exclusiveSchemes = new Set(schemes.filter((scheme) => scheme.siblingsExclusive).map((scheme) => scheme.id));
  const declared = declaredPairs(concepts);
  const lineages = new Map<string, ReadonlySet<string>>();

  /** The concept and all its ancestors. */
  function lineageOf(id: string): ReadonlySet<string> {
    const remembered = lineages.get(id);
    if (remembered !== undefined) return remembered;
    const lineage = new Set([id]);
    // A set hands out what is added while it is walked, each element once: so cycles end.
    for (const member of lineage) for (const broader of byId.get(member)?.broader ?? []) lineage.add(broader);
    lineages.set(id, lineage);
    return lineage;
  }

  function areDeclaredDisjoint(a: string, b: string): boolean {
    return declared.get(a)?.has(b) ?? false;
  }

  function areExclusiveSiblings(a: string, b: string): boolean {
    const [first, second] = [byId.get(a), byId.get(b)];
    if (first?.schemeId !== second?.schemeId || !exclusiveSchemes.has(first?.schemeId ?? '')) return false;
    const [over, overOther] = [first?.broader ?? [], second?.broader ?? []];
    const bothTop = over.length === 0 && overOther.length === 0;
    return bothTop || over.some((broader) => overOther.includes(broader));
  }

  function areInOneGroup(a: string, b: string): boolean {
    const [first, second] = [byId.get(a), byId.get(b)];
    const group = first?.exclusiveGroup ?? null;
    return group !== null && first?.schemeId === second?.schemeId && group === second?.exclusiveGroup;
  }

  /** Whether the two, neither of which lies within the other, have ancestors (or selves) that `exclude` finds apart. */
  function areApart(a: string, b: string, exclude: (x: string, y: string) => boolean): boolean {
    for (const x of lineageOf(a)) {
      for (const y of lineageOf(b)) {
        const isNested = lineageOf(x).has(y) || lineageOf(y).has(x);
        if (!isNested && exclude(x, y)) return true;
      }
    }
    return false;
  }

  function relate(a: string, b: string): SetRelation {
    const [aWithinB, bWithinA] = [lineageOf(a).has(b), lineageOf(b).has(a)];
    if (aWithinB && bWithinA) return 'EQUAL';
    if (aWithinB) return 'NARROWER';
    if (bWithinA) return 'BROADER';
    const exclude = (x: string, y: string): boolean =>
      areDeclaredDisjoint(x, y) || areExclusiveSiblings(x, y) || areInOneGroup(x, y);
    return areApart(a, b, exclude) ? 'DISJOINT' : 'UNDETERMINED';
  }

  return {
    label: (id) => byId.get(id)?.prefLabel ?? id,
    relate,
    declaredDisjoint: (a, b) => relate(a, b) === 'DISJOINT' && areApart(a, b, areDeclaredDisjoint),
    divisions: declaredDivisions(concepts, schemes).filter(
      ({ parts }) => parts.length > 1 && overlapping(parts, relate) === null,
    ),
  };
}

/** Who is declared disjoint from whom, both ways, whichever side said so. */
function declaredPairs(concepts: readonly Concept[]): ReadonlyMap<string, ReadonlySet<string>> {
  const pairs = new Map<string, Set<string>>();
  const add = (from: string, to: string): void => {
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to));
  };
  for (const { id, disjointWith } of concepts) {
    for (const other of disjointWith) {
      add(id, other);
      add(other, id);
    }
  }
  return pairs;
}
