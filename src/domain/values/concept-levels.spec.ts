import { expect, test } from '@jest/globals';
import { conceptLevels } from './concept-levels.js';

const concept = (id: string, ...broader: string[]) => ({
  id,
  schemeId: 'place',
  prefLabel: id,
  broader,
  disjointWith: [],
});

test.each<[name: string, concepts: [id: string, ...broader: string[]][], levels: object, circular: string[]]>([
  ['none', [], {}, []],
  ['beside each other', [['a'], ['b']], { a: 0, b: 0 }, []],
  ['the longer way counts', [['a'], ['b', 'a'], ['c', 'a', 'b']], { a: 0, b: 1, c: 2 }, []],
  ['in any order', [['c', 'b'], ['b', 'a'], ['a']], { a: 0, b: 1, c: 2 }, []],
  ['one that is not among them', [['a', 'gone']], { a: 0 }, []],
  ['within itself', [['a', 'a'], ['b']], { b: 0 }, ['a']],
  [
    'a circle, with what lies over and beneath it',
    [['over'], ['a', 'b', 'over'], ['b', 'a'], ['under', 'b']],
    { over: 0 },
    ['a', 'b'],
  ],
])('%s', (_name, concepts, levels, circular) => {
  const found = conceptLevels(concepts.map((each) => concept(...each)));
  expect(Object.fromEntries(found.levels)).toEqual(levels);
  expect([...found.circular].sort()).toEqual(circular);
});

test('a chain of very many', () => {
  const chain = Array.from({ length: 50_000 }, (_, i) => (i === 0 ? concept('0') : concept(String(i), String(i - 1))));
  expect(conceptLevels(chain).levels.get('49999')).toBe(49_999);
});
