import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { broaderProblems } from './broader-problems.js';
import { conceptGraph } from './concept-graph.js';
import { converse, type SetRelation } from './relation.js';
import type { Concept } from './vocabulary.js';

function concept(id: string, broader: readonly string[] = [], rest: Partial<Concept> = {}): Concept {
  return { id, schemeId: id.split(':')[0] ?? '', prefLabel: id, broader, disjointWith: [], ...rest };
}

const CONCEPTS = [
  concept('place:kazakhstan'),
  concept('place:azerbaijan'),
  concept('place:aktau', ['place:kazakhstan']),
  concept('place:airport', ['place:aktau']),
  concept('place:baku', ['place:azerbaijan']),
  concept('cause:accident'),
  concept('cause:bird', ['cause:accident']),
  concept('cause:interference', [], { disjointWith: ['cause:accident'] }),
  concept('cause:missile', ['cause:interference']),
  concept('cause:gust', ['cause:accident']),
  concept('loop:a', ['loop:b']),
  concept('loop:b', ['loop:a']),
  concept('loop:under', ['loop:b']),
  concept('place:elsewhere', ['place:unlisted']),
  concept('place:nowhere', ['place:unheard-of']),
  concept('mixed:first'),
  concept('mixed:second', [], { disjointWith: ['mixed:first'] }),
  concept('mixed:wide', ['mixed:first']),
  concept('mixed:narrow', ['mixed:wide', 'mixed:second']),
  concept('tree:root'),
  concept('tree:left', ['tree:root']),
  concept('tree:right', ['tree:root'], { disjointWith: ['tree:root'] }),
];
const SCHEMES = [
  { id: 'place', siblingsExclusive: true },
  { id: 'cause', siblingsExclusive: false },
  { id: 'loop', siblingsExclusive: true },
  { id: 'tree', siblingsExclusive: false },
];
const vocabulary = conceptGraph(CONCEPTS, SCHEMES);

describe('relate', () => {
  test.each<[string, string, string, SetRelation]>([
    ['a concept and itself', 'place:aktau', 'place:aktau', 'EQUAL'],
    ['a town and its country', 'place:aktau', 'place:kazakhstan', 'NARROWER'],
    ['two steps up', 'place:airport', 'place:kazakhstan', 'NARROWER'],
    ['top siblings that exclude each other', 'place:kazakhstan', 'place:azerbaijan', 'DISJOINT'],
    ['towns of such siblings', 'place:airport', 'place:baku', 'DISJOINT'],
    ['a town and another country', 'place:aktau', 'place:azerbaijan', 'DISJOINT'],
    ['declared apart', 'cause:interference', 'cause:accident', 'DISJOINT'],
    ['beneath what is declared apart', 'cause:bird', 'cause:missile', 'DISJOINT'],
    ['siblings that need not exclude each other', 'cause:bird', 'cause:gust', 'UNDETERMINED'],
    ['concepts of two schemes', 'cause:bird', 'place:aktau', 'UNDETERMINED'],
    ['concepts in a circle hold the same', 'loop:a', 'loop:b', 'EQUAL'],
    ['beneath a circle', 'loop:under', 'loop:a', 'NARROWER'],
    ['an ancestor, though declared apart', 'tree:right', 'tree:root', 'NARROWER'],
    ['siblings, though one is declared apart from the parent', 'tree:left', 'tree:right', 'UNDETERMINED'],
    ['beneath concepts that nobody described', 'place:elsewhere', 'place:nowhere', 'UNDETERMINED'],
    ['beneath one that nobody described, and a country', 'place:elsewhere', 'place:kazakhstan', 'UNDETERMINED'],
    ['a concept nobody knows', 'place:atlantis', 'place:aktau', 'UNDETERMINED'],
    ['a concept nobody knows and itself', 'place:atlantis', 'place:atlantis', 'EQUAL'],
  ])('%s', (_name, a, b, expected) => {
    expect(vocabulary.relate(a, b)).toBe(expected);
    expect(vocabulary.relate(b, a)).toBe(converse(expected));
  });
});

describe('declaredDisjoint', () => {
  test.each([
    ['declared', 'cause:interference', 'cause:accident', true],
    ['inherited', 'cause:bird', 'cause:missile', true],
    ['merely exclusive siblings', 'place:kazakhstan', 'place:azerbaijan', false],
    ['an ancestor, though declared', 'tree:right', 'tree:root', false],
    ['what it lies under, though it also lies under something apart from that', 'mixed:narrow', 'mixed:wide', false],
    ['itself', 'cause:bird', 'cause:bird', false],
  ])('%s', (_name, a, b, expected) => {
    expect(vocabulary.declaredDisjoint(a, b)).toBe(expected);
    expect(vocabulary.declaredDisjoint(b, a)).toBe(expected);
  });
});

test('labels: the preferred one, or the id of a concept nobody knows', () => {
  const labelled = conceptGraph([concept('x', [], { prefLabel: 'bird strike' })], []);
  expect([labelled.label('x'), labelled.label('y')]).toEqual(['bird strike', 'y']);
});

describe('laws', () => {
  const SIZE = 7;
  const ids = Array.from({ length: SIZE }, (_, index) => `s:${index}`);
  const someIds = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 2 });
  /** Graphs of any shape, cycles and nonsense among them. */
  const graphs = fc
    .tuple(fc.array(fc.tuple(someIds, someIds), { minLength: SIZE, maxLength: SIZE }), fc.boolean())
    .map(([links, siblingsExclusive]) => ({
      concepts: links.map(([broader, disjointWith], index) => concept(`s:${index}`, broader, { disjointWith })),
      schemes: [{ id: 's', siblingsExclusive }],
    }));
  const pairs = fc.tuple(graphs, fc.constantFrom(...ids), fc.constantFrom(...ids));

  test('reading from the other side gives the converse', () => {
    fc.assert(
      fc.property(pairs, ([{ concepts, schemes }, a, b]) => {
        const graph = conceptGraph(concepts, schemes);
        expect(graph.relate(b, a)).toBe(converse(graph.relate(a, b)));
      }),
    );
  });

  test('where siblings exclude each other and each has one parent, relate says what the members say', () => {
    /** The parent of each concept but the first, which is the root, is one before it. */
    const trees = fc.tuple(...ids.slice(1).map((_, index) => fc.nat({ max: index })));
    fc.assert(
      fc.property(trees, fc.constantFrom(...ids), fc.constantFrom(...ids), (parents, a, b) => {
        const graph = conceptGraph(
          ids.map((id, index) => concept(id, index === 0 ? [] : [`s:${parents[index - 1]}`])),
          [{ id: 's', siblingsExclusive: true }],
        );
        // Each concept has a member of its own, which belongs to all its ancestors as well.
        const ancestors = (id: string): readonly string[] => {
          const parent = parents[Number(id.slice(2)) - 1];
          return [id, ...(parent === undefined ? [] : ancestors(`s:${parent}`))];
        };
        const members = (id: string): readonly string[] => ids.filter((each) => ancestors(each).includes(id));
        const aWithinB = members(a).every((each) => members(b).includes(each));
        const bWithinA = members(b).every((each) => members(a).includes(each));
        const nested = aWithinB ? 'NARROWER' : bWithinA ? 'BROADER' : 'DISJOINT';
        expect(graph.relate(a, b)).toBe(aWithinB && bWithinA ? 'EQUAL' : nested);
      }),
    );
  });

  test('being within is transitive, and what is within one of two that are apart is apart from the other', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom(...ids), ([{ concepts, schemes }, a, b], c) => {
        const graph = conceptGraph(concepts, schemes);
        const isWithin = (x: string, y: string): boolean => ['EQUAL', 'NARROWER'].includes(graph.relate(x, y));
        fc.pre(isWithin(a, b));
        if (isWithin(b, c)) expect(isWithin(a, c)).toBe(true);
        if (graph.relate(b, c) === 'DISJOINT' && !isWithin(a, c) && !isWithin(c, a)) {
          expect(graph.relate(a, c)).toBe('DISJOINT');
        }
      }),
    );
  });

  test('the order of the concepts does not matter', () => {
    fc.assert(
      fc.property(pairs, ([{ concepts, schemes }, a, b]) => {
        const reversed = conceptGraph([...concepts].reverse(), schemes);
        expect(reversed.relate(a, b)).toBe(conceptGraph(concepts, schemes).relate(a, b));
      }),
    );
  });

  test('adding a concept never changes the relation of two older ones', () => {
    fc.assert(
      fc.property(pairs, someIds, someIds, ([{ concepts, schemes }, a, b], broader, disjointWith) => {
        const grown = conceptGraph([...concepts, concept('s:new', broader, { disjointWith })], schemes);
        expect(grown.relate(a, b)).toBe(conceptGraph(concepts, schemes).relate(a, b));
      }),
    );
  });
});

describe('broaderProblems', () => {
  test.each<[string, Concept, string[]]>([
    ['a town in one country', concept('place:astana', ['place:kazakhstan']), []],
    ['a factor beneath two that may go together', concept('cause:flock', ['cause:bird', 'cause:gust']), []],
    ['beneath itself', concept('place:astana', ['place:astana']), ['BROADER_CYCLE broader.0']],
    ['beneath its own town', concept('place:kazakhstan', ['place:airport']), ['BROADER_CYCLE broader.0']],
    [
      'in two countries at once',
      concept('place:border', ['place:aktau', 'place:azerbaijan']),
      ['BROADER_DISJOINT broader.1'],
    ],
    [
      'beneath two that are declared apart',
      concept('cause:both', ['cause:gust', 'cause:bird', 'cause:missile']),
      ['BROADER_DISJOINT broader.2', 'BROADER_DISJOINT broader.2'],
    ],
    [
      'apart from its own ancestor',
      concept('cause:odd', ['cause:gust', 'cause:bird'], { disjointWith: ['cause:accident'] }),
      ['DISJOINT_WITH_ANCESTOR broader.0', 'DISJOINT_WITH_ANCESTOR broader.1'],
    ],
    [
      'beneath what was declared apart from it',
      concept('cause:accident', ['cause:interference']),
      ['DISJOINT_WITH_ANCESTOR broader.0'],
    ],
  ])('%s', (_name, candidate, expected) => {
    const problems = broaderProblems(candidate, CONCEPTS, SCHEMES);
    expect(problems.map(({ code, field }) => `${code} ${field.join('.')}`)).toEqual(expected);
  });

  test.each<[string, Concept, string]>([
    ['a circle', concept('place:kazakhstan', ['place:airport']), '"place:kazakhstan" would come to lie under itself.'],
    [
      'two countries',
      concept('place:border', ['place:aktau', 'place:azerbaijan']),
      'Nothing can lie under both "place:aktau" and "place:azerbaijan": they exclude each other.',
    ],
    [
      'a declaration',
      concept('cause:odd', ['cause:gust'], { prefLabel: 'odd', disjointWith: ['cause:accident'] }),
      '"odd" cannot lie under "cause:accident": they are declared disjoint.',
    ],
  ])('tells of %s', (_name, candidate, message) => {
    const problems = broaderProblems(candidate, CONCEPTS, SCHEMES);
    expect(problems.map((problem) => problem.message)).toEqual([message]);
  });

  test('a concept that is placed anew is not held to where it was', () => {
    expect(broaderProblems(concept('place:aktau', ['place:azerbaijan']), CONCEPTS, SCHEMES)).toEqual([]);
  });
});

describe('concepts of one exclusive group', () => {
  const inGroup = (id: string, broader: readonly string[], exclusiveGroup: string | null): Concept =>
    concept(id, broader, { exclusiveGroup });
  const graph = conceptGraph(
    [
      concept('place:asia'),
      concept('place:europe'),
      inGroup('place:kazakhstan', ['place:asia', 'place:europe'], 'country'),
      inGroup('place:azerbaijan', ['place:asia'], 'country'),
      inGroup('place:aktau', ['place:kazakhstan'], 'city'),
      inGroup('place:baku', ['place:azerbaijan'], 'city'),
      inGroup('place:sea', [], null),
      inGroup('nationality:kazakhstan', [], 'country'),
    ],
    [],
  );

  test.each<[string, string, SetRelation]>([
    ['place:kazakhstan', 'place:azerbaijan', 'DISJOINT'],
    ['place:aktau', 'place:azerbaijan', 'DISJOINT'],
    ['place:aktau', 'place:baku', 'DISJOINT'],
    ['place:aktau', 'place:europe', 'NARROWER'],
    ['place:azerbaijan', 'place:europe', 'UNDETERMINED'],
    ['place:europe', 'place:asia', 'UNDETERMINED'],
    ['place:sea', 'place:kazakhstan', 'UNDETERMINED'],
    ['nationality:kazakhstan', 'place:azerbaijan', 'UNDETERMINED'],
  ])('%s and %s are %s', (a, b, relation) => {
    expect([graph.relate(a, b), graph.relate(b, a)]).toEqual([relation, converse(relation)]);
    expect(graph.declaredDisjoint(a, b)).toBe(false);
  });
});
