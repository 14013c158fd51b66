import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { conflictsAmong, fatalities } from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';
import { isSolvable, liesIn, minimalFailing, type Range } from './solvable.spec-kit.js';

interface Stated {
  readonly claim: Claim;
  readonly form: readonly number[];
  readonly range: Range;
}

const partitions = [
  { id: 'nations', dimension: 'nationality', parts: ['Azerbaijani', 'Russian'] },
  { id: 'places', dimension: 'place', parts: ['Kazakhstan', 'Russia'] },
];

/** What is free: Azerbaijanis in Kazakhstan and in Russia, Russians in Kazakhstan and in Russia. */
const scopes: readonly (readonly [string, readonly number[]])[] = [
  ['', [1, 1, 1, 1]],
  ['nationality: Azerbaijani', [1, 1, 0, 0]],
  ['nationality: Russian', [0, 0, 1, 1]],
  ['place: Kazakhstan', [1, 0, 1, 0]],
  ['place: Russia', [0, 1, 0, 1]],
  ['nationality: Azerbaijani, place: Kazakhstan', [1, 0, 0, 0]],
  ['place: Kazakhstan, nationality: Russian', [0, 0, 1, 0]],
  ['nationality: Russian, place: Russia', [0, 0, 0, 1]],
];

const end = fc.integer({ min: 0, max: 6 });
const ranges = fc.oneof(
  end.map((amount): Range => ({ lower: amount, upper: amount, lowerOpen: false, upperOpen: false })),
  fc
    .tuple(end, fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }), fc.boolean(), fc.boolean())
    .map(([lower, width, lowerOpen, upperOpen]): Range => ({
      lower,
      upper: width === null ? null : lower + width,
      lowerOpen,
      upperOpen: width !== null && upperOpen,
    })),
);
const claims = fc
  .array(fc.record({ scoped: fc.constantFrom(...scopes), range: ranges }), { maxLength: 7 })
  .map((list): readonly Stated[] =>
    list.map(({ scoped: [scope, form], range }, index) => {
      const { lower, upper, lowerOpen, upperOpen } = range;
      const value = figure({
        lowerBound: lower?.toString(),
        upperBound: upper?.toString(),
        lowerExclusive: lowerOpen,
        upperExclusive: upperOpen,
      });
      return { form, range, claim: claim(value, { id: `c${index}`, scope }) };
    }),
  );

function questionOf(list: readonly Stated[], declared = partitions): Question {
  return { property: fatalities, claims: list.map((said) => said.claim), partitions: declared };
}

function find(list: readonly Stated[], declared = partitions) {
  const questions = [questionOf(list, declared)];
  return findArithmetic(questions, [], vocabulary, conflictsAmong(questions));
}

const zeroUp: Range = { lower: 0, upper: null, lowerOpen: false, upperOpen: false };
const background = scopes.flatMap(([, form]) => liesIn(form, zeroUp)).concat(liesIn([0, 1, 0, 0], zeroUp));
const fails = (set: readonly Stated[]): boolean =>
  !isSolvable([...background, ...set.flatMap(({ form, range }) => liesIn(form, range))], 4);

test('brute force over who was where finds the same sets of three or more', () => {
  fc.assert(
    fc.property(claims, (list) => {
      const expected = minimalFailing(list, fails)
        .filter((set) => set.length > 2 && new Set(set.map(({ form }) => form.join())).size === set.length)
        .map((set) =>
          set
            .map((said) => said.claim.id)
            .sort()
            .join(' '),
        )
        .sort();
      const found = find(list);
      expect(found.findings.map(({ members }) => members.join(' ')).sort()).toEqual(expected);
      expect(found.exhausted).toBe(false);
    }),
    { numRuns: 400 },
  );
});

test('the order of arrival and of declaration does not matter, to the letter', () => {
  const shuffled = claims.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, reordered]) => {
      const turned = [...partitions].reverse().map((each) => ({ ...each, parts: [...each.parts].reverse() }));
      expect(find(reordered, turned)).toEqual(find(list));
    }),
  );
});

test('what is found among some of the claims is found among all, and nothing else with them alone', () => {
  const batched = claims.chain((list) => fc.tuple(fc.constant(list), fc.subarray([...list])));
  fc.assert(
    fc.property(batched, ([list, batch]) => {
      const ids = new Set(batch.map((said) => said.claim.id));
      const among = find(list).findings.filter(({ members }) => members.every((id) => ids.has(id)));
      expect(find(batch).findings).toEqual(among);
    }),
  );
});

test('a declaration withdrawn leaves what no other declaration is needed for', () => {
  fc.assert(
    fc.property(claims, (list) => {
      const rules = find(list, []).findings.map(({ rule }) => rule);
      expect(rules.every((rule) => rule === 'parts-exceed-whole')).toBe(true);
    }),
  );
});
