import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import {
  aboard,
  casualties,
  conflictsAmong,
  crew,
  fatalities,
  fates,
  fatesWithMissing,
  harm,
  injured,
  missing,
  passengers,
  question,
  roles,
  survivors,
} from './arithmetic.spec-kit.js';
import { findArithmetic } from './find-arithmetic.js';
import type { Identity } from './identity.js';
import { isSolvable, liesIn, minimalFailing, type Range } from './solvable.spec-kit.js';

interface Said {
  readonly property: Property;
  /** The counted quantity as a sum of what can be chosen freely. */
  readonly form: readonly number[];
  readonly range: Range;
  readonly scope?: string;
}

interface Stated extends Said {
  readonly claim: Claim;
}

/** Ranges of small numbers that hold something from zero upwards. */
const end = fc.integer({ min: 0, max: 6 });
const exactly = end.map((amount): Range => ({ lower: amount, upper: amount, lowerOpen: false, upperOpen: false }));
const ranges = fc
  .tuple(fc.option(end, { nil: null }), fc.option(end, { nil: null }), fc.boolean(), fc.boolean())
  .map(([lower, upper, lowerOpen, upperOpen]): Range => ({
    lower,
    upper,
    lowerOpen: lower !== null && lowerOpen,
    upperOpen,
  }))
  .filter(
    ({ lower, upper, lowerOpen, upperOpen }) =>
      (lower !== null || upper !== null) &&
      (upper === null || (lower ?? 0) < upper || (lower === upper && !lowerOpen && !upperOpen)),
  );
const someRange = fc.oneof(exactly, ranges);

function stated(list: readonly Said[]): readonly Stated[] {
  return list.map((said, index) => {
    const { lower, upper, lowerOpen, upperOpen } = said.range;
    const value = figure({
      lowerBound: lower?.toString(),
      upperBound: upper?.toString(),
      lowerExclusive: lowerOpen,
      upperExclusive: upperOpen,
    });
    return { ...said, claim: claim(value, { id: `c${index}`, scope: said.scope ?? '' }) };
  });
}

function questionsOf(properties: readonly Property[], list: readonly Stated[]): readonly Question[] {
  return properties.map((about) =>
    question(about, ...list.filter((said) => said.property === about).map((said) => said.claim)),
  );
}

function idsOf(list: readonly Stated[]): string {
  return list
    .map((said) => said.claim.id)
    .sort()
    .join(' ');
}

/** One form for each of so many free quantities. */
function each(variables: number): readonly (readonly number[])[] {
  return Array.from({ length: variables }, (_, row) =>
    Array.from({ length: variables }, (__, column) => Number(row === column)),
  );
}

const zeroUp: Range = { lower: 0, upper: null, lowerOpen: false, upperOpen: false };

describe('identities', () => {
  /** Killed, survivors and crew are free; with them, the rest is given. */
  const forms: readonly (readonly [Property, readonly number[]])[] = [
    [fatalities, [1, 0, 0]],
    [survivors, [0, 1, 0]],
    [crew, [0, 0, 1]],
    [aboard, [1, 1, 0]],
    [passengers, [1, 1, -1]],
  ];
  const properties = forms.map(([about]) => about);
  const background = forms.flatMap(([, form]) => liesIn(form, zeroUp));
  const claims = fc
    .array(
      fc
        .record({ about: fc.constantFrom(...forms), range: someRange })
        .map(({ about: [about, form], range }): Said => ({ property: about, form, range })),
      { maxLength: 7 },
    )
    .map(stated);
  const fails = (set: readonly Stated[]): boolean =>
    !isSolvable([...background, ...set.flatMap(({ form, range }) => liesIn(form, range))], 3);
  const find = (list: readonly Stated[]) => {
    const questions = questionsOf(properties, list);
    return findArithmetic(questions, [fates, roles], vocabulary, conflictsAmong(questions));
  };

  test('brute force finds the same sets', () => {
    fc.assert(
      fc.property(claims, (list) => {
        const expected = minimalFailing(list, fails)
          .filter((set) => new Set(set.map((said) => said.property)).size === set.length)
          .map(idsOf)
          .sort();
        const found = find(list);
        expect(found.findings.map(({ members }) => members.join(' ')).sort()).toEqual(expected);
        expect(found.exhausted).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of arrival does not matter, to the letter', () => {
    const shuffled = claims.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray([...list], { minLength: list.length }),
        fc.shuffledSubarray([...properties], { minLength: 5 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, reordered, reorderedProperties]) => {
        const questions = questionsOf(reorderedProperties, reordered);
        expect(findArithmetic(questions, [roles, fates], vocabulary, conflictsAmong(questions))).toEqual(find(list));
      }),
    );
  });

  test('a claim that agrees with another in both ends takes no finding away', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, pick) => {
        fc.pre(list.length > 0);
        const echo = list[pick % list.length]!;
        const echoed = [...list, { ...echo, claim: { ...echo.claim, id: 'echo' } }];
        expect(find(echoed).findings).toEqual(expect.arrayContaining([...find(list).findings]));
      }),
    );
  });

  test('removing a claim removes exactly what it is in', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, pick) => {
        fc.pre(list.length > 0);
        const removed = list[pick % list.length]!;
        const left = list.filter((said) => said !== removed);
        const without = find(list).findings.filter(({ members }) => !members.includes(removed.claim.id));
        expect(find(left).findings).toEqual(without);
      }),
    );
  });
});

describe('other ways in which identities hang together', () => {
  interface System {
    readonly identities: readonly Identity[];
    readonly free: number;
    readonly forms: readonly (readonly [Property, readonly number[]])[];
  }
  test.each<[string, System]>([
    [
      'one holds the other, so that nobody can be missing',
      {
        identities: [fates, fatesWithMissing],
        free: 2,
        forms: [
          [fatalities, [1, 0]],
          [survivors, [0, 1]],
          [aboard, [1, 1]],
          [missing, [0, 0]],
        ],
      },
    ],
    [
      'two share a part',
      {
        identities: [fates, harm],
        free: 3,
        forms: [
          [fatalities, [1, 0, 0]],
          [survivors, [0, 1, 0]],
          [injured, [0, 0, 1]],
          [aboard, [1, 1, 0]],
          [casualties, [1, 0, 1]],
        ],
      },
    ],
  ])('brute force finds the same sets where %s', (_name, { identities, free, forms }) => {
    const claims = fc
      .array(
        fc
          .record({ about: fc.constantFrom(...forms), range: someRange })
          .map(({ about: [about, form], range }): Said => ({ property: about, form, range })),
        { maxLength: 7 },
      )
      .map(stated);
    const background = each(free).flatMap((form) => liesIn(form, zeroUp));
    const fails = (set: readonly Stated[]): boolean =>
      !isSolvable([...background, ...set.flatMap(({ form, range }) => liesIn(form, range))], free);
    fc.assert(
      fc.property(claims, (list) => {
        const expected = minimalFailing(list, fails)
          .filter((set) => set.length > 1 && new Set(set.map((said) => said.property)).size === set.length)
          .map(idsOf)
          .sort();
        const questions = questionsOf(
          forms.map(([about]) => about),
          list,
        );
        const found = findArithmetic(questions, identities, vocabulary, conflictsAmong(questions));
        expect(found.findings.map(({ members }) => members.join(' ')).sort()).toEqual(expected);
      }),
    );
  });
});

describe('disjoint parts', () => {
  /** What is free: those in Aktau, elsewhere in Kazakhstan, in Azerbaijan, in Russia, and elsewhere. */
  const scopes: readonly (readonly [string, readonly number[]])[] = [
    ['', [1, 1, 1, 1, 1]],
    ['place: Kazakhstan', [1, 1, 0, 0, 0]],
    ['place: Aktau', [1, 0, 0, 0, 0]],
    ['place: Azerbaijan', [0, 0, 1, 0, 0]],
    ['place: Russia', [0, 0, 0, 1, 0]],
  ];
  const claims = fc
    .array(
      fc
        .record({ within: fc.constantFrom(...scopes), range: someRange })
        .map(({ within: [scope, form], range }): Said => ({ property: fatalities, form, range, scope })),
      { maxLength: 7 },
    )
    .map(stated);
  const background = each(5).flatMap((form) => liesIn(form, zeroUp));

  test('brute force over who was where finds the same sets of three or more', () => {
    const fails = (set: readonly Stated[]): boolean =>
      !isSolvable([...background, ...set.flatMap(({ form, range }) => liesIn(form, range))], 5);
    fc.assert(
      fc.property(claims, (list) => {
        const expected = minimalFailing(list, fails)
          .filter((set) => set.length > 2)
          .map(idsOf)
          .sort();
        const questions = questionsOf([fatalities], list);
        const found = findArithmetic(questions, [], vocabulary, conflictsAmong(questions));
        expect(found.findings.map(({ members }) => members.join(' ')).sort()).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('the order of arrival does not matter, to the letter', () => {
    const shuffled = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        const find = (some: readonly Stated[]) =>
          findArithmetic(questionsOf([fatalities], some), [], vocabulary, () => false);
        expect(find(reordered)).toEqual(find(list));
      }),
    );
  });
});
