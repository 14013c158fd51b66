import { expect, test } from '@jest/globals';
import { precedencesOf, type Order } from './order.js';

/** Reads "a<b b<c". */
function orders(notation: string): readonly Order[] {
  return [...notation.matchAll(/(\w)<(\w)/g)].map(([id, earlier = '', later = '']) => ({ id, earlier, later }));
}

test.each([
  ['none', '', []],
  ['one', 'a<b', ['a b']],
  ['a chain', 'a<b b<c', ['a b', 'a b c', 'b c']],
  ['the shortest of two ways', 'a<b b<c c<d a<d', ['a b', 'a d', 'a b c', 'b c', 'b c d', 'c d']],
  ['the first of two equally short', 'a<c c<d a<b b<d', ['a b', 'a c', 'a b d', 'b d', 'c d']],
  ['a cycle', 'a<b b<c c<a', ['a b', 'a b c', 'b c', 'b c a', 'c a', 'c a b']],
  ['one before itself', 'a<a', []],
  ['one stated twice', 'a<b a<b', ['a b']],
])('%s', (_name, notation, expected) => {
  const declared = orders(notation);
  expect(precedencesOf(declared).map(({ chain }) => chain.join(' '))).toEqual(expected);
  expect(precedencesOf([...declared].reverse()).map(({ chain }) => chain.join(' '))).toEqual(expected);
});
