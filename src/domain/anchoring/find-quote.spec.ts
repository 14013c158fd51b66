import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findQuote, type QuoteInput } from './find-quote.js';

/** Where the quote was found, or the code of what went wrong. */
function place(text: string, input: QuoteInput): string {
  const found = findQuote(text, input);
  if (found.ok) return `${found.quote.start}-${found.quote.end}`;
  const { code, occurrences } = found.problem;
  return occurrences === undefined ? code : `${code} ${occurrences.join(',')}`;
}

describe('what counts as the same words', () => {
  test.each([
    ['the words themselves', 'The plane fell near Aktau.', 'fell near', '10-19'],
    ['at the very start', 'The plane', 'The', '0-3'],
    ['at the very end', 'The plane', 'plane', '4-9'],
    ['the whole text', 'The plane', 'The plane', '0-9'],
    ['white space around the quote', 'The plane fell', ' \n plane\t', '4-9'],
    ['a line break for a space', 'near\r\n  Aktau', 'near Aktau', '0-13'],
    ['a space for a line break', 'near Aktau', 'near\n\n\tAktau', '0-10'],
    ['a no-break space', '38\u00a0people', '38 people', '0-9'],
    ['typographic double quotes', 'a \u201cforeign\u201d object', '"foreign"', '2-11'],
    ['German and French quotes', '\u201eKnall\u201c \u00abbruit\u00bb', '"Knall" "bruit"', '0-15'],
    ['a typographic apostrophe', 'Russia\u2019s agency', "Russia's agency", '0-15'],
    ['a straight one in the text', "Russia's agency", 'Russia\u2019s agency', '0-15'],
    ['a longer dash', 'J2\u20138243', 'J2-8243', '0-7'],
    ['a minus sign', '\u221240 degrees', '-40', '0-3'],
    ['another case', 'The plane', 'the plane', 'QUOTE_NOT_FOUND'],
    ['another accent', 'Gro\u017enyj', 'Groznyj', 'QUOTE_NOT_FOUND'],
    ['another normalisation', 'caf\u00e9', 'cafe\u0301', 'QUOTE_NOT_FOUND'],
    ['a letter without the mark that follows it', 'cafe\u0301', 'cafe', 'QUOTE_NOT_FOUND'],
    ['single for double quotes', '\u201cforeign\u201d', "'foreign'", 'QUOTE_NOT_FOUND'],
    ['no space for a space', 'bird strike', 'birdstrike', 'QUOTE_NOT_FOUND'],
    ['a space for none', 'birdstrike', 'bird strike', 'QUOTE_NOT_FOUND'],
    ['a soft hyphen', 'inves\u00adtigators', 'investigators', 'QUOTE_NOT_FOUND'],
    ['an ellipsis', 'The plane fell', 'The ... fell', 'QUOTE_NOT_FOUND'],
    ['characters that mean something to patterns', 'a (b) [c].* $&', '(b) [c].* $&', '2-14'],
    ['nothing', 'The plane', '', 'QUOTE_EMPTY'],
    ['nothing but white space', 'The plane', ' \n\u00a0', 'QUOTE_EMPTY'],
    ['anything in an empty text', '', 'plane', 'QUOTE_NOT_FOUND'],
    ['a character beyond the first plane', 'x \u{1f600} y', '\u{1f600}', '2-4'],
    ['the first half of such a character', 'x \u{1f600} y', '\ud83d', 'QUOTE_NOT_FOUND'],
    ['the second half of such a character', 'x \u{1f600} y', '\ude00', 'QUOTE_NOT_FOUND'],
  ])('%s', (_name, text, exact, expected) => {
    expect(place(text, { exact })).toBe(expected);
  });
});

describe('singling one occurrence out', () => {
  const text = 'Early on 38 died. Later 38 died, said the ministry: 38 died.';

  test.each<[string, Omit<QuoteInput, 'exact'>, string]>([
    ['nothing given', {}, 'QUOTE_AMBIGUOUS 9,24,52'],
    ['nothing given, with null', { prefix: null, suffix: null, start: null }, 'QUOTE_AMBIGUOUS 9,24,52'],
    ['blank context', { prefix: ' ', suffix: '' }, 'QUOTE_AMBIGUOUS 9,24,52'],
    ['the words before', { prefix: 'Later ' }, '24-31'],
    ['the words before, without their space', { prefix: 'Later' }, '24-31'],
    ['the words after', { suffix: ', said' }, '24-31'],
    ['both', { prefix: 'ministry: ', suffix: '.' }, '52-59'],
    ['words after that fit two', { suffix: '.' }, 'QUOTE_AMBIGUOUS 9,52'],
    ['words before that fit none', { prefix: 'Finally ' }, 'QUOTE_NOT_FOUND 9,24,52'],
    ['words before and after that fit different ones', { prefix: 'Later ', suffix: '.' }, 'QUOTE_NOT_FOUND 9,24,52'],
    ['more before than the text has', { prefix: 'x Early on ' }, 'QUOTE_NOT_FOUND 9,24,52'],
    ['the offset', { start: 24 }, '24-31'],
    ['the first offset', { start: 9 }, '9-16'],
    ['an offset beside it', { start: 25 }, 'QUOTE_NOT_AT_START 9,24,52'],
    ['an offset before the text', { start: -1 }, 'QUOTE_NOT_AT_START 9,24,52'],
    ['an offset beyond the text', { start: 1e9 }, 'QUOTE_NOT_AT_START 9,24,52'],
    ['an offset that is none', { start: 24.5 }, 'QUOTE_NOT_AT_START 9,24,52'],
    ['an offset against the words before', { prefix: 'Later ', start: 9 }, 'QUOTE_NOT_AT_START 24'],
    ['an offset among what the words after leave', { suffix: '.', start: 52 }, '52-59'],
  ])('%s', (_name, selector, expected) => {
    expect(place(text, { exact: '38 died', ...selector })).toBe(expected);
  });

  test('an offset counts for one occurrence as well', () => {
    expect(place('The plane', { exact: 'plane', start: 3 })).toBe('QUOTE_NOT_AT_START 4');
  });

  test('an offset may point at the white space that the quote was given with', () => {
    expect(place('a b a', { exact: ' a', start: 3 })).toBe('4-5');
  });

  test('context is folded like the quote', () => {
    expect(place('\u201cyes\u201d \u2013 he said; he said', { exact: 'he said', prefix: '"yes"\n-' })).toBe('8-15');
  });

  test('a word that a prefix begins with does not match the end of another', () => {
    expect(place('38 x; 8 x', { exact: 'x', prefix: ' 8 ' })).toBe('8-9');
  });

  test('overlapping occurrences are counted', () => {
    expect(place('tatata', { exact: 'tata' })).toBe('QUOTE_AMBIGUOUS 0,2');
  });

  test('the first twenty occurrences are listed', () => {
    const found = findQuote('a '.repeat(50), { exact: 'a' });
    const problem = found.ok ? null : found.problem;
    expect(problem?.occurrences).toEqual(Array.from({ length: 20 }, (_, index) => 2 * index));
    expect(problem?.message).toContain('50 times');
  });
});

describe('the quote that is kept', () => {
  test('is the text’s own, with 32 code units to either side', () => {
    const text = `${'b'.repeat(40)} \u201cyes\u201d ${'c'.repeat(40)}`;
    expect(findQuote(text, { exact: '"yes"' })).toEqual({
      ok: true,
      quote: {
        exact: '\u201cyes\u201d',
        prefix: `${'b'.repeat(31)} `,
        suffix: ` ${'c'.repeat(31)}`,
        start: 41,
        end: 46,
      },
    });
  });

  test('has no half characters around it', () => {
    const found = findQuote(`${'\u{1f600}'.repeat(20)}xx!${'\u{1f600}'.repeat(20)}`, { exact: 'x!' });
    const quote = found.ok ? found.quote : null;
    expect(quote?.prefix).toBe(`${'\u{1f600}'.repeat(15)}x`);
    expect(quote?.suffix).toBe('\u{1f600}'.repeat(16));
    const shifted = findQuote(`xx!y${'\u{1f600}'.repeat(20)}`, { exact: 'x!' });
    expect(shifted.ok ? shifted.quote.suffix : null).toBe(`y${'\u{1f600}'.repeat(15)}`);
  });

  test('law: any words of a text, with their offset, are found where they are', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\u2019', '"', '\u{1f600}', '\n'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, from, length) => {
        const words = [...text.matchAll(/[^\s]+/gu)];
        fc.pre(words.length > 0);
        const first = words[from % words.length];
        const last = words[Math.min(words.length - 1, (from % words.length) + (length % 3))];
        const [start, end] = [first?.index ?? 0, (last?.index ?? 0) + (last?.[0].length ?? 0)];
        const exact = text.slice(start, end);
        const found = findQuote(text, { exact, start });
        expect(found.ok ? [found.quote.exact, found.quote.start, found.quote.end] : found).toEqual([exact, start, end]);
        // What is kept finds itself again.
        expect(found.ok ? findQuote(text, found.quote) : null).toEqual(found);
      }),
    );
  });
});
