import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf, type Difference } from './differences.js';

/** The differences as [what went, what came]. */
function shown(before: string, after: string): [string, string][] {
  return differencesOf(before, after).map(({ oldStart, oldEnd, newStart, newEnd }) => [
    before.slice(oldStart, oldEnd),
    after.slice(newStart, newEnd),
  ]);
}

describe('how a text differs from an earlier one', () => {
  test.each<[string, string, string, [string, string][]]>([
    ['not at all', 'Nine boats.', 'Nine boats.', []],
    ['by a word', 'Nine boats left.', 'Ten boats left.', [['Nine', 'Ten']]],
    ['by a figure', 'It took 38 hours.', 'It took 39 hours.', [['38', '39']]],
    ['by words beside each other', 'Nine old boats left.', 'Ten new boats left.', [['Nine old', 'Ten new']]],
    [
      'by words apart',
      'Nine boats left early.',
      'Ten boats left late.',
      [
        ['Nine', 'Ten'],
        ['early', 'late'],
      ],
    ],
    ['by what is put in', 'a c', 'a b c', [['', 'b ']]],
    ['by what is taken out', 'a b c', 'a c', [['b ', '']]],
    ['by a beginning', '', 'a', [['', 'a']]],
    ['by everything', 'a', '', [['a', '']]],
    ['by a letter with a mark', 'caf\u00e9', 'cafe\u0301', [['caf\u00e9', 'cafe\u0301']]],
  ])('%s', (_name, before, after, expected) => {
    expect(shown(before, after)).toEqual(expected);
  });

  test('by lines where too many words differ, and as a whole where too many lines do', () => {
    const lines = (word: string, count: number): string =>
      Array.from({ length: count }, (_, i) => `${word}${i} ${word} ${word} ${word}\n`).join('');
    const same = 'The same line.\n';
    expect(shown(lines('a', 400) + same + 'x', lines('b', 400) + same + 'x')).toEqual([
      [lines('a', 400), lines('b', 400)],
    ]);
    expect(shown(lines('a', 900) + same, lines('b', 900) + same)).toEqual([
      [lines('a', 900) + same, lines('b', 900) + same],
    ]);
  });

  const texts = fc
    .array(fc.constantFrom('a', 'b', ' ', '.', '\n', '7', '\u{1f600}', 'e\u0301'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('law: what is outside the differences is the same, and they stand in order', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const differences = differencesOf(before, after);
        let rebuilt = '';
        let at: Pick<Difference, 'oldEnd' | 'newEnd'> = { oldEnd: 0, newEnd: 0 };
        for (const each of differences) {
          expect(before.slice(at.oldEnd, each.oldStart)).toBe(after.slice(at.newEnd, each.newStart));
          rebuilt += before.slice(at.oldEnd, each.oldStart) + after.slice(each.newStart, each.newEnd);
          at = each;
        }
        expect(rebuilt + before.slice(at.oldEnd)).toBe(after);
        expect(before === after).toBe(differences.length === 0);
      }),
    );
  });
});
