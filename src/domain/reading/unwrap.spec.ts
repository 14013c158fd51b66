import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { unwrapped } from './unwrap.js';

describe('line breaks that a page made', () => {
  test.each<[string, string, string]>([
    [
      'within a sentence',
      'Twelve sailors were rescued on Monday, said\nthe harbour master of Arlen.',
      'Twelve sailors were rescued on Monday, said the harbour master of Arlen.',
    ],
    [
      'of two characters',
      'Twelve sailors were rescued on Monday, said\r\nthe harbour master of Arlen.',
      'Twelve sailors were rescued on Monday, said  the harbour master of Arlen.',
    ],
    [
      'before a name, in prose',
      'The ferry left the port of Tove for the\nisland, and the harbour master, Ana\nRuiz, said it was full.',
      'The ferry left the port of Tove for the island, and the harbour master, Ana Ruiz, said it was full.',
    ],
    [
      'after a heading that is shorter than the lines',
      'Ferry sinks\nTwelve sailors were rescued on Monday,\nthe harbour master said.',
      'Ferry sinks\nTwelve sailors were rescued on Monday, the harbour master said.',
    ],
  ])('%s', (_name, text, expected) => {
    expect(unwrapped(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ['between paragraphs', 'The ferry sank off Tove on Monday night\n\nand twelve sailors were rescued.'],
    ['between facts', 'Twelve sailors rescued by the coast guard\nFour sailors still missing on Tuesday'],
    ['between items', 'The harbour master said of the sailors that\n- twelve were rescued\n- four are missing'],
    ['between sentences', 'Twelve sailors were rescued on Monday.\nFour are missing.'],
    ['between long paragraphs', `${'The ferry sank off Tove '.repeat(9)}\nand twelve were rescued`],
  ])('stay %s', (_name, text) => {
    expect(unwrapped(text)).toBe(text);
  });

  test('nothing moves and no word changes', () => {
    const lines = fc.array(fc.stringMatching(/^[A-Za-z .,-]{0,60}$/), { maxLength: 12 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\r\n', '\r'), (parts, newline) => {
        const text = parts.join(newline);
        const read = unwrapped(text);
        expect(read).toHaveLength(text.length);
        expect(read.replace(/\s/g, ' ')).toBe(text.replace(/\s/g, ' '));
      }),
    );
  });
});
