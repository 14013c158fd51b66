import { expect, test } from '@jest/globals';
import { emptyConcepts } from './empty-concepts.js';
import type { Concept } from './vocabulary.js';

function concept(id: string, broader: readonly string[] = [], disjointWith: readonly string[] = []): Concept {
  return { id, schemeId: 'cause', prefLabel: id, broader, disjointWith };
}

test.each<[string, readonly Concept[], boolean, readonly RegExp[]]>([
  ['a tree', [concept('a'), concept('b', ['a']), concept('c', ['a'])], true, []],
  ['a concept under two that may overlap', [concept('a'), concept('b'), concept('c', ['a', 'b'])], false, []],
  [
    'a concept under two siblings that exclude each other',
    [concept('a'), concept('b'), concept('c', ['a', 'b'])],
    true,
    [/^"c" lies under both "a" and "b": they exclude each other\.$/],
  ],
  [
    'a concept under two that lie within what is declared disjoint',
    [concept('a', [], ['b']), concept('b', [], ['a']), concept('under a', ['a']), concept('c', ['b', 'under a'])],
    false,
    [/^"c" lies under both "b" and "under a"/],
  ],
  [
    'a concept two steps under one that it is declared disjoint from',
    [concept('a', [], ['c']), concept('b', ['a']), concept('c', ['b'], ['a'])],
    false,
    [/^"c" lies under "a": they are declared disjoint\.$/],
  ],
  ['concepts apart that are declared so', [concept('a', [], ['b']), concept('b', [], ['a'])], true, []],
])('%s', (_name, concepts, siblingsExclusive, expected) => {
  const problems = emptyConcepts(concepts, [{ id: 'cause', siblingsExclusive }]);
  expect(problems).toHaveLength(expected.length);
  problems.forEach((problem, i) => expect(problem.message).toMatch(expected[i]!));
});
