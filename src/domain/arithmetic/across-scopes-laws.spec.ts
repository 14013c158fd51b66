import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim, Property } from '../claim/claim.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard, conflictsAmong, fatalities, fates, question, survivors } from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';
import { isSolvable, liesIn, minimalFailing, type Range } from './solvable.spec-kit.js';

interface Stated {
  readonly property: Property;
  readonly form: readonly number[];
  readonly range: Range;
  readonly claim: Claim;
}

/** What is free: the dead and the survivors in Kazakhstan, in Russia and elsewhere. */
const places = { '': [0, 1, 2], 'place: Kazakhstan': [0], 'place: Russia': [1] };
const counted: readonly (readonly [Property, readonly number[]])[] = [
  [fatalities, [1, 0]],
  [survivors, [0, 1]],
  [aboard, [1, 1]],
];
const FREE = 6;

function formOf([dead, alive]: readonly number[], scope: keyof typeof places): readonly number[] {
  const sign = (where: number, counts: number | undefined) => (places[scope].includes(where) ? (counts ?? 0) : 0);
  return [0, 1, 2].flatMap((where) => [sign(where, dead), sign(where, alive)]);
}

const amount = fc.integer({ min: 0, max: 9 });
const range = fc.oneof(
  amount.map((only) => ({ lower: only, upper: only })),
  amount.map((lower) => ({ lower, upper: null })),
  amount.map((upper) => ({ lower: null, upper })),
);
const claims = fc
  .array(
    fc.record({
      about: fc.constantFrom(...counted),
      scope: fc.constantFrom(...(Object.keys(places) as (keyof typeof places)[])),
      range,
    }),
    { maxLength: 7 },
  )
  .map((list) =>
    list.map(({ about: [property, form], scope, range: { lower, upper } }, index): Stated => {
      const value = figure({ lowerBound: lower?.toString(), upperBound: upper?.toString() });
      return {
        property,
        form: formOf(form, scope),
        range: { lower, upper, lowerOpen: false, upperOpen: false },
        claim: claim(value, { id: `c${index}`, scope }),
      };
    }),
  );

const background = Array.from({ length: FREE }, (_, row) =>
  Array.from({ length: FREE }, (__, column) => Number(row === column)),
).flatMap((form) => liesIn(form, { lower: 0, upper: null, lowerOpen: false, upperOpen: false }));
const fails = (set: readonly Stated[]): boolean =>
  !isSolvable([...background, ...set.flatMap(({ form, range: each }) => liesIn(form, each))], FREE);
const idsOf = (set: readonly Stated[]): string => set.map(({ claim: { id } }) => id).join(' ');

const find = (list: readonly Stated[]) => {
  const questions = counted.map(([property]) =>
    question(property, ...list.filter((said) => said.property === property).map((said) => said.claim)),
  );
  return findArithmetic(questions, [fates], vocabulary, conflictsAmong(questions));
};

describe('identities between figures for different scopes', () => {
  test('every set that is found is minimal by brute force, and none with one figure a property is missing', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const found = find(list);
        const sets = found.findings.map(({ members }) => members.join(' '));
        const isSpread = (set: readonly Stated[]): boolean =>
          new Set(set.map(({ property }) => property)).size === set.length;
        const minimal = minimalFailing(list, fails);
        expect(minimal.map(idsOf)).toEqual(expect.arrayContaining(sets));
        const spread = minimal.filter((set) => set.length > 1 && isSpread(set)).map(idsOf);
        expect(sets).toEqual(expect.arrayContaining(spread));
        expect(found.exhausted).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('removing a claim removes exactly what it is in', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, pick) => {
        fc.pre(list.length > 0);
        const removed = list[pick % list.length]!;
        const without = find(list).findings.filter(({ members }) => !members.includes(removed.claim.id));
        expect(find(list.filter((said) => said !== removed)).findings).toEqual(without);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of arrival does not matter, to the letter', () => {
    const shuffled = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
    );
    fc.assert(fc.property(shuffled, ([list, reordered]) => expect(find(reordered)).toEqual(find(list))));
  });
});
