import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { occurrenceIndex } from './occurrence-index.js';
import { occurrencesOf } from './occurrences.js';

describe('occurrenceIndex', () => {
  test.each([
    ['in nothing', '', 'The quay was shut'],
    ['in a text shorter than a gram', 'quay', 'The quay was shut'],
    ['the whole text', 'The quay was shut', 'The quay was shut'],
    ['a short pattern', 'The quay was shut as the day was', 'was'],
    ['several times', 'The quay was shut. The quay was shut. The quay.', 'The quay was'],
    ['overlapping itself', 'abababababababababab', 'ababababab'],
    ['in a text of one letter', 'a'.repeat(3000), 'a'.repeat(40)],
    [
      'differing from the text after the grams that are weighed',
      `${'x1'.repeat(60)}y${'x1'.repeat(60)}z`,
      `${'x1'.repeat(60)}z`,
    ],
    ['nothing', 'The quay was shut', ''],
  ])('%s', (_name, text, pattern) => {
    expect(occurrenceIndex(text)(pattern)).toEqual(occurrencesOf(pattern, text));
  });

  test('law: finds what a search of the whole text finds', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '\u{1f600}'), maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(30), texts, (text, from, length, other) => {
        const start = from % (text.length + 1);
        const find = occurrenceIndex(text);
        for (const pattern of [text.slice(start, start + length), other.slice(0, length)]) {
          expect(find(pattern)).toEqual(occurrencesOf(pattern, text));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
