import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findQuote, placeFinder, type Quote } from './find-quote.js';
import { foldText } from './fold.js';
import { reanchorer, type Anchoring } from './reanchor.js';

function quoteOf(text: string, exact: string, start?: number): Quote {
  const found = findQuote(text, { exact, start: start ?? null });
  if (!found.ok) throw new Error(`${found.problem.code}: ${exact}`);
  return found.quote;
}

/** State, offset, and what else a reader is told, in short. */
function told(anchoring: Anchoring): string {
  if (!('place' in anchoring)) return anchoring.state;
  const { state, place, sameSurroundings, doubled } = anchoring;
  return [state, place.start, ...(sameSurroundings ? [] : ['elsewhere']), ...(doubled ? ['doubled'] : [])].join(' ');
}

const TEXT =
  'The quay was shut at noon. Nine boats were turned back. The port gave no reason, and nobody asked for one.';
const QUOTE = 'Nine boats were turned back';

describe('where a quote stands in a later text', () => {
  test.each<[string, string, string]>([
    ['nothing has changed', TEXT, 'ANCHORED 27'],
    ['something has been added at the end', `${TEXT} More.`, 'ANCHORED 27'],
    ['something far behind has changed', TEXT.replace('nobody', 'no one'), 'ANCHORED 27'],
    ['something is put before the text', `Corrected. ${TEXT}`, 'MOVED 38'],
    ['something is taken out before it', TEXT.replace('The quay was shut at noon. ', ''), 'MOVED 0 elsewhere'],
    ['the words just behind it have changed', TEXT.replace('The port gave', 'The town gives'), 'ANCHORED 27 elsewhere'],
    ['the words just before it have changed in place', TEXT.replace('noon', 'nine'), 'ANCHORED 27 elsewhere'],
    ['both have changed in place', TEXT.replace('noon', 'nine').replace('The port', 'One port'), 'MOVED 27 elsewhere'],
    ['it stands in another sentence', 'They said: Nine boats were turned back, years ago.', 'MOVED 11 elsewhere'],
    ['a word of it has changed', TEXT.replace('Nine', 'Ten'), 'ORPHANED'],
    ['it is gone', TEXT.replace(`${QUOTE}. `, ''), 'ORPHANED'],
    ['the text is gone', 'Page not found.', 'ORPHANED'],
    ['only a lookalike is left', 'Nine boats were not turned back.', 'ORPHANED'],
    ['it is repeated elsewhere', `${TEXT} ${QUOTE}, it says here.`, 'ANCHORED 27 doubled'],
    ['the whole text is there twice', `${TEXT} ${TEXT}`, 'AMBIGUOUS'],
    ['it is there twice, in new surroundings', `${QUOTE}! ${QUOTE}!`, 'AMBIGUOUS'],
    ['its apostrophes and spaces have been tidied', TEXT.replace('boats were', 'boats\u00a0were'), 'ANCHORED 27'],
  ])('%s', (_name, after, expected) => {
    expect(told(reanchorer(after)(TEXT)(quoteOf(TEXT, QUOTE)))).toBe(expected);
  });

  const LIST = 'Ship A: none hurt. Ship B: none hurt. Ship C: none hurt.';
  test.each<[string, string, number, string]>([
    ['the same words elsewhere in both stay apart', LIST, 27, 'ANCHORED 27'],
    ['the first of them goes', LIST.replace('Ship A: none hurt. ', ''), 27, 'AMBIGUOUS'],
    ['the one itself goes', LIST.replace('Ship B: none hurt. ', ''), 27, 'AMBIGUOUS'],
    ['only another of them is left', 'Ship A: none hurt.', 27, 'AMBIGUOUS'],
    ['the list is turned round', 'Ship C: none hurt. Ship B: none hurt. Ship A: none hurt.', 27, 'AMBIGUOUS'],
  ])('of several: %s', (_name, after, start, expected) => {
    expect(told(reanchorer(after)(LIST)(quoteOf(LIST, 'none hurt', start)))).toBe(expected);
  });

  test('a text that goes back to what it was has its quotes back', () => {
    expect(told(reanchorer(TEXT)(TEXT)(quoteOf(TEXT, 'noon')))).toBe('ANCHORED 21');
  });
});

const words = fc.array(fc.constantFrom('a', 'b', 'b b', 'c', 'said', '“x”', '38', '\u{1f600}', '.', '\n'), {
  maxLength: 30,
});
const textOf = (parts: readonly string[]): string => parts.join(' ');
/** A text and one of its quotes, which other places of the text may repeat. */
const quoted = fc.tuple(words, fc.nat(), fc.nat(3)).chain(([parts, from, length]) => {
  const before = textOf(parts);
  const tokens = [...before.matchAll(/\S+/gu)];
  const first = tokens[from % Math.max(1, tokens.length)];
  const last = tokens[Math.min(tokens.length - 1, (from % Math.max(1, tokens.length)) + length)];
  if (!first || !last) return fc.constant(null);
  return fc.constant({
    before,
    quote: quoteOf(before, before.slice(first.index, last.index + last[0].length), first.index),
  });
});
const quotes = quoted.filter((each) => each !== null);
/** The text after random edits. */
const edited = fc
  .tuple(quotes, fc.array(fc.tuple(fc.nat(), fc.nat(3), words), { maxLength: 4 }))
  .map(([{ before, quote }, edits]) => {
    const after = edits.reduce((text, [at, gone, put]) => {
      const place = text.length === 0 ? 0 : at % text.length;
      return text.slice(0, place) + textOf(put) + text.slice(place + gone);
    }, before);
    return { before, quote, after };
  });
/** In how many places of a text a quote's words stand. */
const timesIn = (text: string, { exact }: Quote): number => placeFinder(text)(emptied(exact)).everywhere.length;
const emptied = (exact: string) => ({ exact, prefix: '', suffix: '' });
/** Words that no random text has a letter of. */
const elsewhere = fc.constantFrom('Put up yet! ', 'Ten more, hey! ', 'Q! ');

describe('laws under random edits', () => {
  test('a quote is found only where its words are, and is lost only where they are nowhere', () => {
    fc.assert(
      fc.property(edited, ({ before, quote, after }) => {
        const anchoring = reanchorer(after)(before)(quote);
        expect(anchoring.state === 'ORPHANED').toBe(timesIn(after, quote) === 0);
        if (!('place' in anchoring)) return;
        const { place } = anchoring;
        expect(foldText(after.slice(place.start, place.end)).folded).toBe(foldText(quote.exact).folded);
        if (anchoring.state === 'ANCHORED') expect(place.start).toBe(quote.start);
      }),
      { numRuns: 2000 },
    );
  });

  test('of several places one is named only where its surroundings tell it from the others', () => {
    fc.assert(
      fc.property(edited, ({ before, quote, after }) => {
        const anchoring = reanchorer(after)(before)(quote);
        if (!('place' in anchoring) || (timesIn(after, quote) === 1 && timesIn(before, quote) === 1)) return;
        expect(anchoring.sameSurroundings).toBe(true);
        const { start, end } = anchoring.place;
        const [head, tail] = [foldText(quote.prefix).folded.trim(), foldText(quote.suffix).folded.trim()];
        expect(foldText(after.slice(0, start)).folded.trim().endsWith(head)).toBe(true);
        expect(foldText(after.slice(end)).folded.trim().startsWith(tail)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('what is unchanged is anchored, every quote of it', () => {
    fc.assert(
      fc.property(quotes, ({ before, quote }) => {
        expect(told(reanchorer(before)(before)(quote))).toBe(`ANCHORED ${quote.start}`);
      }),
      { numRuns: 1000 },
    );
  });

  test('what is put in elsewhere moves the quotes behind it by just that, and no others', () => {
    fc.assert(
      fc.property(quotes, fc.nat(), elsewhere, ({ before, quote }, at, put) => {
        fc.pre(timesIn(before, quote) === 1);
        const gaps = [0, ...[...before.matchAll(/\s(?=\S)/gu)].map(({ index }) => index + 1)];
        const place = gaps[at % gaps.length] ?? 0;
        fc.pre(place <= quote.start || place >= quote.end);
        const anchoring = reanchorer(before.slice(0, place) + put + before.slice(place))(before)(quote);
        const moved = place <= quote.start ? put.length : 0;
        expect(anchoring).toMatchObject({
          state: moved > 0 ? 'MOVED' : 'ANCHORED',
          place: { start: quote.start + moved, end: quote.end + moved },
          doubled: false,
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('what is put before a text moves every quote of it by just that, though it says the same many times', () => {
    fc.assert(
      fc.property(quotes, elsewhere, ({ before, quote }, put) => {
        expect(reanchorer(put + before)(before)(quote)).toMatchObject({
          state: 'MOVED',
          place: { start: quote.start + put.length },
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('a quote of which a word has changed is never found, whatever else says the same', () => {
    const changes = fc.constantFrom('never', '39', 'zz', 'a zz', '“x');
    fc.assert(
      fc.property(quotes, fc.nat(), changes, ({ before, quote }, at, change) => {
        const tokens = [...quote.exact.matchAll(/\S+/gu)];
        const token = tokens[at % tokens.length];
        if (!token) throw new Error('A quote has words.');
        const from = quote.start + token.index;
        const after = before.slice(0, from) + change + before.slice(from + token[0].length);
        // The change must not say the same words by chance.
        fc.pre(timesIn(after, quote) < timesIn(before, quote));
        expect(['ORPHANED', 'AMBIGUOUS']).toContain(reanchorer(after)(before)(quote).state);
      }),
      { numRuns: 3000 },
    );
  });

  test('a quote that is there twice afterwards is ambiguous unless its surroundings decide', () => {
    fc.assert(
      fc.property(quotes, elsewhere, ({ before, quote }, put) => {
        fc.pre(timesIn(before, quote) === 1 && quote.exact !== before);
        const { exact, start } = quote;
        const afterwards = (after: string): string => told(reanchorer(after)(before)(quote));
        expect(afterwards(`${before} ${put}${exact}`)).toBe(`ANCHORED ${start} doubled`);
        expect(afterwards(`${exact} ${put}${before}`)).toBe(`MOVED ${start + exact.length + 1 + put.length} doubled`);
        expect(afterwards(`${before} ${put}${before}`)).toBe('AMBIGUOUS');
        expect(afterwards(`Q! ${exact} Q! ${exact} Q!`)).toBe('AMBIGUOUS');
      }),
      { numRuns: 1000 },
    );
  });
});
