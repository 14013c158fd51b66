import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { relateTexts } from './same-text.js';
import { shinglesOf, tokensOf } from './shingles.js';
import { SKETCH_SIZE, keysOf, overlapOf, sketchOf } from './text-sketch.js';
import { APART, ARCHIVE, ARTICLES, INDEPENDENT, REPRINTS, WIRE, everyNth } from './texts.spec-kit.js';

const relation = (first: string, second: string) => relateTexts(sketchOf(first), sketchOf(second));
const TEXTS = Object.entries(INDEPENDENT);
/** What is made of each text may have parts of this one. */
const REPORTS = TEXTS.filter(([name]) => name !== 'ARCHIVE');

describe('what desks do to a text', () => {
  test.each(Object.entries(REPRINTS))('%s, it is the same text', (_what, reprint) => {
    expect(TEXTS.map(([name, text]) => [name, relation(text, reprint(text))])).toEqual(
      TEXTS.map(([name]) => [name, expect.stringMatching(/^(SAME|FIRST_IN_SECOND|SECOND_IN_FIRST)$/)]),
    );
  });

  test.each(Object.entries(ARTICLES))('%s, a longer article carries it', (_what, article) => {
    expect(REPORTS.map(([name, text]) => [name, relation(text, article(text))])).toEqual(
      REPORTS.map(([name]) => [name, 'FIRST_IN_SECOND']),
    );
  });

  test.each([...Object.entries(REPRINTS), ...Object.entries(ARTICLES)])(
    '%s, it is no other report of the event',
    (_what, changed) => {
      const joined = REPORTS.flatMap(([name, text]) =>
        REPORTS.filter(([other, otherText]) => other !== name && relation(changed(text), otherText) !== null).map(
          ([other]) => [name, other],
        ),
      );
      expect(joined).toEqual([]);
    },
  );

  test.each([
    [20, 'SAME'],
    [10, null],
  ])('one word in %i put otherwise: %s', (n, outcome) => {
    expect(relation(WIRE, everyNth(WIRE, n))).toBe(outcome);
  });
});

describe('two texts', () => {
  test.each(Object.entries(APART))('%s, stand apart', (_what, [first, second]) => {
    expect(relation(first, second)).toBeNull();
  });

  test.each<[what: string, first: string, second: string]>([
    ['one sentence in other type', 'Nobody is missing — “for now”.', 'nobody is missing - "for now"'],
    ['one headline', 'Fire on the Halmar', 'FIRE ON THE HALMAR!'],
    ['one word', 'Fire', 'fire.'],
    ['one Chinese sentence', '港务局说，没有人失踪。', '港务局说没有人失踪'],
    ['Arabic with and without vowel points', 'قَالَتْ هَيْئَةُ المِينَاءِ', 'قالت هيئة الميناء'],
  ])('that are %s are the same however short', (_what, first, second) => {
    expect(relation(first, second)).toBe('SAME');
  });

  test('a passage below a tenth of a text is not seen', () => {
    const long = Array.from({ length: 3_000 }, (_, i) => `word${i}`).join(' ');
    expect(relation(WIRE, `${long} ${WIRE}`)).toBeNull();
  });

  test('a round-up of two reports carries both and is neither', () => {
    expect(relation(WIRE, `${WIRE} ${ARCHIVE}`)).toBe('FIRST_IN_SECOND');
    expect(relation(`${WIRE} ${ARCHIVE}`, ARCHIVE)).toBe('SECOND_IN_FIRST');
    expect(relation(WIRE, ARCHIVE)).toBeNull();
  });
});

describe('words', () => {
  test.each<[text: string, tokens: string[]]>([
    ['', []],
    ["The ministry's 38.5 “Caf\u00e9s”", ['the', 'ministry', 's', '38', '5', 'cafes']],
    ['co\u00adoperate \u200fcooperate', ['cooperate', 'cooperate']],
    ['没有人 missing', ['没', '有', '人', 'missing']],
    ['ﬁre Ｆｉｒｅ', ['fire', 'fire']],
    ['العـــبارة', ['العبارة']],
  ])('of %j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });

  test.each<[text: string, shingles: number]>([
    ['', 0],
    ['one', 1],
    ['one two three four', 1],
    ['one two three four five', 2],
    ['one one one one one one one', 1],
    ['一二三四五六七八', 1],
    ['一二三四五六七八九', 2],
  ])('of %j make %i shingles', (text, shingles) => {
    expect(shinglesOf(text)).toHaveLength(shingles);
  });
});

describe('sketches', () => {
  const words = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 40 }).map((list) => list.join(' '));
  const longText = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `w${from + i}`).join(' ');

  test('law: of short texts they give the exact overlap', () => {
    fc.assert(
      fc.property(words, words, (first, second) => {
        const [a, b] = [new Set(shinglesOf(first)), new Set(shinglesOf(second))];
        const shared = [...a].filter((shingle) => b.has(shingle)).length;
        const share = (whole: number) => (whole === 0 ? 0 : shared / whole);
        expect(overlapOf(sketchOf(first), sketchOf(second))).toEqual({
          resemblance: share(new Set([...a, ...b]).size),
          firstInSecond: share(a.size),
          secondInFirst: share(b.size),
          sample: Math.min(a.size, b.size),
        });
      }),
    );
  });

  test('law: the relation reads the same from either side', () => {
    const mirrored = { SAME: 'SAME', FIRST_IN_SECOND: 'SECOND_IN_FIRST', SECOND_IN_FIRST: 'FIRST_IN_SECOND' } as const;
    const text = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 400 })).map(([from, n]) => longText(from, from + n));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const there = relation(first, second);
        expect(relation(second, first)).toBe(there && mirrored[there]);
      }),
    );
  });

  test.each([0, 0.25, 0.5, 0.75, 0.95])('of long texts they give %d within three standard errors', (resemblance) => {
    const length = 5_000;
    const shift = Math.round((length * (1 - resemblance)) / (1 + resemblance));
    const overlap = overlapOf(sketchOf(longText(0, length)), sketchOf(longText(shift, length + shift)));
    const error = 3 * Math.sqrt((resemblance * (1 - resemblance)) / SKETCH_SIZE) + 0.01;
    expect(Math.abs(overlap.resemblance - resemblance)).toBeLessThanOrEqual(error);
  });

  test('texts that belong together have a key in common', () => {
    const pairs = REPORTS.flatMap(([, text]) =>
      [...Object.values(REPRINTS), ...Object.values(ARTICLES)].map((change) => [text, change(text)] as const),
    );
    const found = pairs.filter(([first, second]) => {
      const keys = new Set(keysOf(sketchOf(first)));
      return keysOf(sketchOf(second)).some((key) => keys.has(key));
    });
    expect(found).toHaveLength(pairs.length);
  });

  test('a megabyte is sketched like any text', () => {
    const sketch = sketchOf(longText(0, 150_000));
    expect(sketch.shingles).toBeGreaterThan(149_000);
    expect(sketch.least).toHaveLength(SKETCH_SIZE);
  });
});
