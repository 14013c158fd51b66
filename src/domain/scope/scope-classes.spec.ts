import { expect, test } from '@jest/globals';
import { conceptGraph } from '../values/concept-graph.js';
import { scopeClasses } from './scope-classes.js';

const concept = (id: string, broader: readonly string[] = []) => ({
  id,
  schemeId: 'place',
  prefLabel: id,
  broader,
  disjointWith: [],
});
/** Constantinople and Istanbul are each broader than the other: one place. */
const vocabulary = conceptGraph(
  [concept('Istanbul', ['Constantinople']), concept('Constantinople', ['Istanbul']), concept('Ankara')],
  [{ id: 'place', siblingsExclusive: true }],
);

const crew = { dimension: 'role', conceptId: 'crew' };
const at = (conceptId: string) => ({ dimension: 'place', conceptId });
const items = [
  { id: 1, scope: [at('Istanbul')] },
  { id: 2, scope: [] },
  { id: 3, scope: [at('Ankara'), crew] },
  { id: 4, scope: [at('Constantinople')] },
  { id: 5, scope: [crew, at('Ankara')] },
  { id: 6, scope: [] },
  { id: 7, scope: [at('Ankara')] },
];

test('things that speak of the same are together, whatever words and order they use', () => {
  const classes = scopeClasses(items, vocabulary).map((each) => each.items.map(({ id }) => id));
  expect(classes).toEqual([[2, 6], [7], [3, 5], [4, 1]]);
});

test('the order of the things does not matter', () => {
  const scopes = (list: typeof items) =>
    scopeClasses(list, vocabulary).map((each) => [
      each.scope.map(({ conceptId }) => conceptId).sort(),
      each.items.length,
    ]);
  expect(scopes([...items].reverse())).toEqual(scopes(items));
  expect(scopes(items)).toEqual([
    [[], 2],
    [['Ankara'], 1],
    [['Ankara', 'crew'], 2],
    [['Constantinople'], 2],
  ]);
});

test('nothing has no classes', () => {
  expect(scopeClasses([], vocabulary)).toEqual([]);
});
