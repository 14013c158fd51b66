import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { conceptGraph } from './concept-graph.js';
import { touchedByConcept, touchedByScheme, type TouchedConcepts } from './touched-concepts.js';
import type { Concept, ConceptScheme, Vocabulary } from './vocabulary.js';

function concept(id: string, broader: readonly string[] = [], rest: Partial<Concept> = {}): Concept {
  return { id, schemeId: 'cause', prefLabel: id, broader, disjointWith: [], ...rest };
}

const CONCEPTS = [
  concept('accident'),
  concept('bird', ['accident']),
  concept('goose', ['bird']),
  concept('attack', [], { disjointWith: ['accident'] }),
  concept('missile', ['attack']),
  concept('fog'),
];

describe('a concept that is changed touches the uses of', () => {
  test.each<[string, Partial<Concept>, readonly TouchedConcepts[]]>([
    ['nothing, where nothing is other', {}, []],
    ['itself, under a new label', { prefLabel: 'Bird strike' }, [{ using: ['bird'], alongside: null }]],
    [
      'itself and all beneath it, placed elsewhere',
      { broader: ['fog'] },
      [{ using: ['bird', 'goose'], alongside: null }],
    ],
    ['itself and all beneath it, placed at the top', { broader: [] }, [{ using: ['bird', 'goose'], alongside: null }]],
    [
      'itself and all beneath it, in another exclusive group',
      { exclusiveGroup: 'kind' },
      [{ using: ['bird', 'goose'], alongside: null }],
    ],
    [
      'both sides together, declared disjoint',
      { disjointWith: ['attack'] },
      [{ using: ['bird', 'goose'], alongside: ['attack', 'missile'] }],
    ],
    [
      'itself, and both sides together, with a label and a declaration',
      { prefLabel: 'Bird strike', disjointWith: ['fog'] },
      [
        { using: ['bird'], alongside: null },
        { using: ['bird', 'goose'], alongside: ['fog'] },
      ],
    ],
  ])('%s', (_name, change, expected) => {
    const before = CONCEPTS[1]!;
    const after = { ...before, ...change };
    const concepts = CONCEPTS.map((each) => (each === before ? after : each));
    expect(touchedByConcept(before, after, concepts)).toEqual(expected);
  });
});

test('a scheme touches the uses of all its concepts and of no other', () => {
  const concepts = [...CONCEPTS, concept('Aktau', [], { schemeId: 'place' })];
  expect(touchedByScheme('place', concepts)).toEqual({ using: ['Aktau'], alongside: null });
});

/** Places of concepts, each within some of those before it, so that there are no circles. */
const SIZE = 7;
const node = fc.record({
  broader: fc.uniqueArray(fc.nat({ max: SIZE - 1 }), { maxLength: 2 }),
  disjointWith: fc.uniqueArray(fc.nat({ max: SIZE - 1 }), { maxLength: 1 }),
  prefLabel: fc.constantFrom('one', 'two'),
  schemeId: fc.constantFrom('cause', 'place'),
});
type Node = typeof node extends fc.Arbitrary<infer T> ? T : never;

function conceptsOf(nodes: readonly Node[]): Concept[] {
  const concepts = nodes.map(({ broader, disjointWith, ...rest }, i) => ({
    ...rest,
    id: String(i),
    broader: broader.filter((each) => each < i).map(String),
    disjointWith: disjointWith.filter((each) => each !== i).map(String),
  }));
  return concepts.map((each) => ({ ...each, disjointWith: bothWays(each, concepts) }));
}

function bothWays({ id, disjointWith }: Concept, concepts: readonly Concept[]): string[] {
  const others = concepts.filter((other) => other.disjointWith.includes(id)).map((other) => other.id);
  return [...new Set([...disjointWith, ...others])];
}

/** Every pair of concepts, and every concept with itself, of which the two vocabularies speak differently. */
function differences(before: Vocabulary, after: Vocabulary): [string, string][] {
  const ids = Array.from({ length: SIZE }, (_, i) => String(i));
  return ids.flatMap((a) =>
    ids
      .filter(
        (b) =>
          before.relate(a, b) !== after.relate(a, b) ||
          before.declaredDisjoint(a, b) !== after.declaredDisjoint(a, b) ||
          (a === b && before.label(a) !== after.label(a)),
      )
      .map((b): [string, string] => [a, b]),
  );
}

function isTouched([a, b]: readonly [string, string], touches: readonly TouchedConcepts[]): boolean {
  return touches.some(({ using, alongside }) =>
    [
      [a, b],
      [b, a],
    ].some(([one, other]) => using.includes(one!) && (alongside?.includes(other!) ?? true)),
  );
}

const schemes = fc.record({ cause: fc.boolean(), place: fc.boolean() });
const schemesOf = (exclusive: { cause: boolean; place: boolean }): ConceptScheme[] =>
  Object.entries(exclusive).map(([id, siblingsExclusive]) => ({ id, siblingsExclusive }));

test('whatever two vocabularies say differently after a concept has changed is touched', () => {
  const nodes = fc.array(node, { minLength: SIZE, maxLength: SIZE });
  const change = fc.record({ which: fc.nat({ max: SIZE - 1 }), to: node });
  fc.assert(
    fc.property(nodes, change, schemes, (given, { which, to }, exclusive) => {
      // A declaration belongs to both sides, so the change starts from none that the other side would bring back.
      const rest = given.map((each, i) => ({ ...each, disjointWith: i === which ? each.disjointWith : [] }));
      const [before, after] = [
        conceptsOf(rest),
        conceptsOf(rest.map((each, i) => (i === which ? { ...to, schemeId: each.schemeId } : each))),
      ];
      const touches = touchedByConcept(before[which]!, after[which]!, after);
      const said = differences(conceptGraph(before, schemesOf(exclusive)), conceptGraph(after, schemesOf(exclusive)));
      expect(said.filter((pair) => !isTouched(pair, touches))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('whatever two vocabularies say differently after a scheme has changed is touched', () => {
  const nodes = fc.array(node, { minLength: SIZE, maxLength: SIZE });
  fc.assert(
    fc.property(nodes, fc.boolean(), (given, place) => {
      // Concepts lie within others of their own scheme only.
      const concepts = conceptsOf(given).map((each) => ({
        ...each,
        broader: each.broader.filter((id) => given[Number(id)]!.schemeId === each.schemeId),
      }));
      const [before, after] = [true, false].map((cause) => conceptGraph(concepts, schemesOf({ cause, place })));
      const touches = [touchedByScheme('cause', concepts)];
      expect(differences(before!, after!).filter((pair) => !isTouched(pair, touches))).toEqual([]);
    }),
  );
});
