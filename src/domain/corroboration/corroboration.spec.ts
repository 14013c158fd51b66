import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { corroborate } from './corroboration.js';
import type { CitationOrigin } from './origins.js';

/** A citation with nothing in common with any other, but for what is given. */
function citation(sourceId: string, shared: Partial<CitationOrigin> = {}): CitationOrigin {
  return {
    sourceId,
    originSourceId: null,
    publisherGroupId: null,
    claimantGroupId: null,
    textSha256: `text of ${sourceId}`,
    textIds: [],
    ...shared,
  };
}

describe('corroborate', () => {
  test.each<[string, CitationOrigin[], [citations: number, sources: number, publishers: number, origins: number]]>([
    ['nobody', [], [0, 0, 0, 0]],
    ['one source', [citation('a')], [1, 1, 0, 1]],
    ['one source, twice', [citation('a'), citation('a')], [2, 1, 0, 1]],
    ['two strangers', [citation('a'), citation('b')], [2, 2, 0, 2]],
    [
      'two publishers',
      [citation('a', { publisherGroupId: 'p' }), citation('b', { publisherGroupId: 'q' })],
      [2, 2, 2, 2],
    ],
    [
      'one publisher group',
      [citation('a', { publisherGroupId: 'p' }), citation('b', { publisherGroupId: 'p' })],
      [2, 2, 1, 1],
    ],
    ['a reprint and its original', [citation('a'), citation('b', { originSourceId: 'a' })], [2, 2, 0, 1]],
    [
      'two reprints of what is not cited itself',
      [citation('a', { originSourceId: 'wire' }), citation('b', { originSourceId: 'wire' })],
      [2, 2, 0, 1],
    ],
    ['an original that names itself', [citation('a', { originSourceId: 'a' }), citation('b')], [2, 2, 0, 2]],
    [
      'the same text',
      [citation('a', { textSha256: 'one text' }), citation('b', { textSha256: 'one text' })],
      [2, 2, 0, 1],
    ],
    [
      'ten outlets quoting one ministry',
      Array.from({ length: 10 }, (_, index) =>
        citation(`outlet ${index}`, { publisherGroupId: `group ${index}`, claimantGroupId: 'ministry' }),
      ),
      [10, 10, 10, 1],
    ],
    [
      'joined through others',
      [
        citation('a', { publisherGroupId: 'p' }),
        citation('b', { publisherGroupId: 'p', claimantGroupId: 'ministry' }),
        citation('c', { claimantGroupId: 'ministry', textSha256: 'one text' }),
        citation('d', { textSha256: 'one text' }),
        citation('e'),
      ],
      [5, 5, 1, 2],
    ],
    [
      "a ministry's own statement and an outlet that quotes the ministry",
      [citation('a', { publisherGroupId: 'ministry' }), citation('b', { claimantGroupId: 'ministry' })],
      [2, 2, 1, 1],
    ],
    [
      'an agent and a source of the same id are not one',
      [citation('a', { publisherGroupId: 'x' }), citation('b', { claimantGroupId: 'x' }), citation('x')],
      [3, 3, 1, 2],
    ],
    ['a near-duplicate and its original', [citation('a'), citation('b', { textIds: ['a'] })], [2, 2, 0, 1]],
    [
      'two near-duplicates of what is not cited itself',
      [citation('b', { textIds: ['a'] }), citation('c', { textIds: ['a'] })],
      [2, 2, 0, 1],
    ],
    [
      'a round-up of two reports, and the reports',
      [citation('a'), citation('b'), citation('c', { textIds: ['a', 'b'] })],
      [3, 3, 0, 1],
    ],
    ['the reports alone', [citation('a'), citation('b')], [2, 2, 0, 2]],
  ])('%s', (_name, citations, [count, sources, publishers, independentOrigins]) => {
    expect(corroborate(citations)).toEqual({ citations: count, sources, publishers, independentOrigins });
  });

  const ids = fc.constantFrom('a', 'b', 'c', 'd');
  const optional = fc.option(ids, { nil: null });
  const citations = fc.array(
    fc.record({
      sourceId: ids,
      originSourceId: optional,
      publisherGroupId: optional,
      claimantGroupId: optional,
      textSha256: fc.constantFrom('1', '2', '3', '4', '5', '6'),
      textIds: fc.uniqueArray(ids, { maxLength: 2 }),
    }),
    { maxLength: 12 },
  );

  test('law: the order does not matter', () => {
    const shuffled = citations.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        expect(corroborate(reordered)).toEqual(corroborate(list));
      }),
    );
  });

  test('law: one more citation adds at most one origin, and never more origins than sources', () => {
    fc.assert(
      fc.property(citations, (list) => {
        const [before, after] = [corroborate(list.slice(1)), corroborate(list)];
        expect(after.citations).toBeGreaterThanOrEqual(before.citations);
        expect(after.sources).toBeGreaterThanOrEqual(before.sources);
        expect(after.publishers).toBeGreaterThanOrEqual(before.publishers);
        expect(after.independentOrigins).toBeLessThanOrEqual(before.independentOrigins + 1);
        expect(after.independentOrigins).toBeLessThanOrEqual(after.sources);
      }),
    );
  });

  test('a hundred thousand citations in one chain are one origin', () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      citation(`s${index}`, { originSourceId: index === 0 ? null : `s${index - 1}` }),
    );
    expect(corroborate(chain).independentOrigins).toBe(1);
  });
});
