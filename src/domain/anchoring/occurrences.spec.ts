import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { occurrencesOf } from './occurrences.js';

describe('occurrencesOf', () => {
  test.each([
    ['once', 'b', 'abc', [1]],
    ['nowhere', 'x', 'abc', []],
    ['longer than the text', 'abcd', 'abc', []],
    ['the whole text', 'abc', 'abc', [0]],
    ['overlapping itself', 'aa', 'aaaa', [0, 1, 2]],
    ['overlapping by a border', 'abab', 'abababab', [0, 2, 4]],
    ['after a false start', 'aab', 'aaaab', [2]],
    ['nothing', '', 'abc', []],
    ['in nothing', 'a', '', []],
  ])('%s', (_name, pattern, text, expected) => {
    expect(occurrencesOf(pattern, text)).toEqual(expected);
  });

  test('finds what a plain search at every position finds', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 5 }),
        words,
        (pattern, text) => {
          const plain = [...text].flatMap((_, position) => (text.startsWith(pattern, position) ? [position] : []));
          expect(occurrencesOf(pattern, text)).toEqual(plain);
        },
      ),
    );
  });
});
