import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { carriedTexts, type TextMatch } from './carried-texts.js';
import { tiesOf } from './origin-ties.js';
import { originsOf, type CitationOrigin } from './origins.js';

/** A citation with nothing in common with any other, but for what is given. */
function citation(sourceId: string, shared: Partial<CitationOrigin> = {}): CitationOrigin {
  const nothing = { originSourceId: null, publisherGroupId: null, claimantGroupId: null, textIds: [] };
  return { sourceId, ...nothing, textSha256: `text of ${sourceId}`, ...shared };
}

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const optional = fc.option(ids, { nil: null, freq: 1 });
const citations = fc.array(
  fc.record({
    sourceId: ids,
    originSourceId: optional,
    publisherGroupId: optional,
    claimantGroupId: optional,
    textSha256: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
    textIds: fc.uniqueArray(ids, { maxLength: 1 }),
  }),
  { maxLength: 8 },
);

/** Whether two citations share an origin by themselves, read straight from the rule. */
function share(a: CitationOrigin, b: CitationOrigin): boolean {
  const documents = (c: CitationOrigin) => [c.sourceId, c.originSourceId, ...c.textIds].filter((id) => id !== null);
  const agents = (c: CitationOrigin) => [c.publisherGroupId, c.claimantGroupId].filter((id) => id !== null);
  return (
    documents(a).some((id) => documents(b).includes(id)) ||
    agents(a).some((id) => agents(b).includes(id)) ||
    a.textSha256 === b.textSha256
  );
}

/** The groups of those that share an origin directly or through others, by looking at every pair until nothing moves. */
function originsByPairs(list: readonly CitationOrigin[]): CitationOrigin[][] {
  const labels = list.map((_, i) => i);
  for (let moved = true; moved;) {
    moved = false;
    list.forEach((a, i) =>
      list.forEach((b, j) => {
        if (labels[i]! <= labels[j]! || !share(a, b)) return;
        labels[i] = labels[j]!;
        moved = true;
      }),
    );
  }
  return [...new Set(labels)].sort((a, b) => a - b).map((label) => list.filter((_, i) => labels[i] === label));
}

describe('originsOf', () => {
  test('law: it gives what comparing every pair gives', () => {
    fc.assert(
      fc.property(citations, (list) => {
        expect(originsOf(list)).toEqual(originsByPairs(list));
      }),
    );
  });

  test('law: a citation given again changes no group', () => {
    fc.assert(
      fc.property(citations, (list) => {
        const twice = originsOf([...list, ...list]);
        expect(twice.map((origin) => origin.slice(0, origin.length / 2))).toEqual(originsOf(list));
      }),
    );
  });

  test('law: whether two go together does not depend on the order', () => {
    const shuffled = citations.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    const asSets = (origins: CitationOrigin[][]) =>
      new Set(
        origins.map((origin) =>
          origin
            .map((c) => JSON.stringify(c))
            .sort()
            .join(),
        ),
      );
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        expect(asSets(originsOf(reordered))).toEqual(asSets(originsOf(list)));
      }),
    );
  });
});

describe('tiesOf', () => {
  test.each<[what: string, citations: CitationOrigin[], ties: [reason: string, name: string, sources: string][]]>([
    ['one source', [citation('a', { publisherGroupId: 'p' })], []],
    ['one source twice', [citation('a'), citation('a')], []],
    ['a reprint', [citation('a'), citation('b', { originSourceId: 'a' })], [['DERIVED_FROM', 'a', 'ab']]],
    [
      'two reprints of what is not cited',
      [citation('b', { originSourceId: 'a' }), citation('c', { originSourceId: 'a' })],
      [['DERIVED_FROM', 'a', 'bc']],
    ],
    ['a near-duplicate', [citation('a'), citation('b', { textIds: ['a'] })], [['NEAR_DUPLICATE', 'a', 'ab']]],
    [
      'a copy to the letter that is known as a near-duplicate too, told once',
      [citation('a', { textSha256: 'x' }), citation('b', { textSha256: 'x', textIds: ['a'] })],
      [['NEAR_DUPLICATE', 'a', 'ab']],
    ],
    [
      'a copy to the letter that is not',
      [citation('b', { textSha256: 'x' }), citation('a', { textSha256: 'x' })],
      [['NEAR_DUPLICATE', 'a', 'ba']],
    ],
    [
      'a publisher group',
      [citation('a', { publisherGroupId: 'p' }), citation('b', { publisherGroupId: 'p' })],
      [['SAME_PUBLISHER_GROUP', 'p', 'ab']],
    ],
    [
      'a claimant',
      [
        citation('a', { publisherGroupId: 'p', claimantGroupId: 'm' }),
        citation('b', { publisherGroupId: 'q', claimantGroupId: 'm' }),
      ],
      [['SAME_CLAIMANT', 'm', 'ab']],
    ],
    [
      "a claimant and the claimant's own document",
      [citation('a', { claimantGroupId: 'm' }), citation('b', { publisherGroupId: 'm' })],
      [['SAME_CLAIMANT', 'm', 'ab']],
    ],
    [
      'several reasons: the plainest first, then what ties the most',
      [
        citation('a', { publisherGroupId: 'p', claimantGroupId: 'm' }),
        citation('b', { publisherGroupId: 'p', claimantGroupId: 'm', originSourceId: 'a' }),
        citation('c', { publisherGroupId: 'q', claimantGroupId: 'm' }),
        citation('d', { publisherGroupId: 'q' }),
        citation('e', { publisherGroupId: 'q' }),
      ],
      [
        ['DERIVED_FROM', 'a', 'ab'],
        ['SAME_PUBLISHER_GROUP', 'q', 'cde'],
        ['SAME_PUBLISHER_GROUP', 'p', 'ab'],
        ['SAME_CLAIMANT', 'm', 'abc'],
      ],
    ],
  ])('%s', (_what, list, ties) => {
    const found = tiesOf(list).map(({ reason, agentId, sourceId, citations: tied }) => [
      reason,
      agentId ?? sourceId,
      tied.map((c) => c.sourceId).join(''),
    ]);
    expect(found).toEqual(ties);
  });

  test('law: the ties of an origin hold it together by themselves', () => {
    fc.assert(
      fc.property(citations, (list) => {
        for (const origin of originsOf(list)) {
          const sources = new Set(origin.map(({ sourceId }) => sourceId));
          const reached = new Set([origin[0]!.sourceId]);
          for (let before = 0; before < reached.size;) {
            before = reached.size;
            for (const { citations: tied } of tiesOf(origin)) {
              if (tied.some((c) => reached.has(c.sourceId))) tied.forEach((c) => reached.add(c.sourceId));
            }
          }
          expect(reached).toEqual(sources);
        }
      }),
    );
  });
});

describe('carriedTexts', () => {
  const same = (firstId: string, secondId: string): TextMatch => ({ firstId, secondId, relation: 'SAME' });
  const carries = (firstId: string, secondId: string): TextMatch => ({
    firstId,
    secondId,
    relation: 'SECOND_IN_FIRST',
  });

  test.each<[what: string, matches: TextMatch[], carried: string[]]>([
    ['nothing', [], []],
    ['a copy', [same('b', 'a')], ['b has a']],
    ['copies of copies', [same('b', 'a'), same('b', 'c'), same('d', 'c')], ['b has a', 'c has a', 'd has a']],
    ['an article that carries a report', [carries('z', 'a')], ['z with a']],
    [
      'the same, read from the other side',
      [{ firstId: 'a', secondId: 'z', relation: 'FIRST_IN_SECOND' }],
      ['z with a'],
    ],
    ['a report that carries an older article', [carries('a', 'z')], ['a with z']],
    [
      'a round-up, which does not make its reports one',
      [carries('z', 'a'), carries('z', 'b')],
      ['z with a', 'z with b'],
    ],
    ['two copies in one article', [same('b', 'a'), carries('z', 'a'), carries('z', 'b')], ['b has a', 'z with a']],
    ['a copy of an article, in which nothing was found', [carries('z', 'a'), same('z', 'y')], ['z has y', 'z with a']],
    ['a text within its own copy', [carries('c', 'a'), same('a', 'b'), same('b', 'c')], ['b has a', 'c has a']],
  ])('%s', (_what, matches, carried) => {
    const told = carriedTexts(matches).map((t) => `${t.sourceId} ${t.whole ? 'has' : 'with'} ${t.textId}`);
    expect(told.sort()).toEqual(carried);
  });

  test('law: the order of matches does not matter', () => {
    const match = fc.record({
      firstId: ids,
      secondId: ids,
      relation: fc.constantFrom('SAME', 'FIRST_IN_SECOND', 'SECOND_IN_FIRST'),
    }) as fc.Arbitrary<TextMatch>;
    const shuffled = fc
      .array(match, { maxLength: 8 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        expect(new Set(carriedTexts(reordered).map((t) => JSON.stringify(t)))).toEqual(
          new Set(carriedTexts(list).map((t) => JSON.stringify(t))),
        );
      }),
    );
  });
});
