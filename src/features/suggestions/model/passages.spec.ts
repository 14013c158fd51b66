import { describe, expect, test } from '@jest/globals';
import { passagesOf } from './passages.js';

const texts = (text: string, length: number): string[] => passagesOf(text, length).map((passage) => passage.text);

describe('a text is cut into passages', () => {
  test.each<[string, string, number, string[]]>([
    ['that are the text where it is short', 'One. Two.', 20, ['One. Two.']],
    ['between paragraphs', 'One of it.\n\nTwo.\nThree.', 18, ['One of it.\n\n', 'Two.\nThree.']],
    ['between lines', 'One and two.\nThree and more.', 18, ['One and two.\n', 'Three and more.']],
    ['between sentences', 'One and two. Three and more.', 18, ['One and two. ', 'Three and more.']],
    ['behind a closing quotation mark', '“One and two.” Three and more.', 18, ['“One and two.” ', 'Three and more.']],
    ['between words', 'one two three four five', 10, ['one two ', 'three ', 'four five']],
    ['within a word that is too long', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['without those that are blank', 'One.\n\n            ', 8, ['One.\n\n']],
    ['never within a character', '😀😀😀', 3, ['😀', '😀', '😀']],
    ['of which there are none', '', 5, []],
  ])('%s', (_, text, length, expected) => {
    expect(texts(text, length)).toEqual(expected);
    for (const { text: words, start } of passagesOf(text, length)) {
      expect(text.slice(start, start + words.length)).toBe(words);
    }
  });
});
