import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim, Property } from '../claim/claim.js';
import { compareClaims, findContradictions, findContradictionsOf } from './compare-claims.js';
import { RULES } from './rules/index.js';
import {
  cause,
  claim,
  date,
  factors,
  figure,
  is,
  jammed,
  killed,
  motive,
  NO,
  text,
  time,
  toll,
  UNKNOWN,
  vocabulary,
  YES,
} from './scenario.spec-kit.js';

const aviationAuthority = { claimant: 'Russia’s aviation authority', on: '2024-12-25' };

/** "rule KIND STRENGTH" for both orders of the arguments, which have to agree to the letter. */
function outcome(property: Property, a: Claim, b: Claim): string {
  const other = { ...b, id: 'b' };
  const finding = compareClaims(property, a, other, vocabulary);
  expect(compareClaims(property, other, a, vocabulary)).toEqual(finding);
  return finding === null ? 'nothing' : `${finding.rule} ${finding.kind} ${finding.strength}`;
}

describe('compareClaims: the story of flight J2-8243', () => {
  test.each<[string, Property, Claim, Claim, string]>([
    [
      'all the dead and the Azerbaijani dead',
      killed,
      claim(figure('38')),
      claim(figure('23'), { scope: 'nationality: Azerbaijani' }),
      'part-of-whole SCOPE TENSION',
    ],
    [
      'birds or a missile',
      cause,
      claim(is('bird-strike'), aviationAuthority),
      claim(is('missile')),
      'category-disjoint CATEGORY CONFLICT',
    ],
    [
      'birds or interference',
      cause,
      claim(is('bird-strike'), aviationAuthority),
      claim(is('external-interference')),
      'category-disjoint CATEGORY CONFLICT',
    ],
    ['a missile is interference', cause, claim(is('missile')), claim(is('external-interference')), 'nothing'],
    ['38 dead or 42', killed, claim(figure('38')), claim(figure('42')), 'quantity-disjoint QUANTITY CONFLICT'],
    ['the day and the month', date, claim(time('2024-12-25')), claim(time('2024-12')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(outcome(property, a, b)).toBe(expected);
  });
});

describe('compareClaims: which rule speaks', () => {
  test.each<[string, Property, Claim, Claim, string]>([
    [
      'a toll that rose is no conflict',
      toll,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12-26' }),
      'toll-rose UPDATE TENSION',
    ],
    [
      'a toll that fell is one',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-26', source: 'Another' }),
      'quantity-disjoint QUANTITY CONFLICT',
    ],
    [
      'a toll that the same source corrected is none',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-26' }),
      'figure-corrected UPDATE TENSION',
    ],
    [
      'two tolls of one day',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-25' }),
      'quantity-disjoint QUANTITY CONFLICT',
    ],
    [
      'a part that exceeds the whole',
      killed,
      claim(figure('38')),
      claim(figure('42'), { scope: 'role: crew' }),
      'part-exceeds-whole QUANTITY CONFLICT',
    ],
    [
      'parts that add up',
      killed,
      claim(figure('23'), { scope: 'nationality: Azerbaijani' }),
      claim(figure('7'), { scope: 'nationality: Russian' }),
      'nothing',
    ],
    ['competing accidents', cause, claim(is('fog')), claim(is('bird-strike')), 'category-competing CATEGORY TENSION'],
    ['yes and no', jammed, claim(YES), claim(NO), 'boolean-opposed POLARITY CONFLICT'],
    ['two days', date, claim(time('2024-12-24')), claim(time('2024-12-25')), 'time-disjoint TIME CONFLICT'],
    [
      'two days for a part and the whole',
      date,
      claim(time('2024-12-24')),
      claim(time('2024-12-25'), { scope: 'role: crew' }),
      'scopes-nested TIME POSSIBLE',
    ],
    [
      'counts of parts that overlap',
      killed,
      claim(figure('23'), { scope: 'nationality: Azerbaijani' }),
      claim(figure('2'), { scope: 'role: crew' }),
      'scopes-overlap QUANTITY POSSIBLE',
    ],
    ['factors that go together', factors, claim(is('fog')), claim(is('bird-strike')), 'nothing'],
    ['factors declared apart', factors, claim(is('fog')), claim(is('missile')), 'declared-disjoint CATEGORY CONFLICT'],
    ['a denial', factors, claim(is('fog')), claim(is('fog'), { denied: true }), 'denied POLARITY CONFLICT'],
    ['that it is not known', cause, claim(UNKNOWN), claim(is('fog')), 'nothing'],
    ['that it is not known, denied', cause, claim(UNKNOWN, { denied: true }), claim(is('fog')), 'nothing'],
    ['words', motive, claim(text('revenge')), claim(text('greed')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(outcome(property, a, b)).toBe(expected);
  });

  test('a claim does not contradict itself', () => {
    expect(compareClaims(killed, claim(figure('38')), claim(figure('42')), vocabulary)).toBeNull();
  });

  test('every rule has its own id', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  });
});

describe('compareClaims: a value that varies', () => {
  const aboard = { ...killed, accrual: 'VARYING' } as const satisfies Property;

  test.each<[string, Claim, Claim, string]>([
    ['then and now', claim(figure('38'), { on: '2024-12-25' }), claim(figure('42'), { on: '2024-12-26' }), 'nothing'],
    ['now and then', claim(figure('38'), { on: '2024-12-26' }), claim(figure('42'), { on: '2024-12-25' }), 'nothing'],
    [
      'denied then',
      claim(figure('38'), { on: '2024-12-26' }),
      claim(figure('38'), { on: '2024-12-25', denied: true }),
      'nothing',
    ],
    [
      'at one time',
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('42'), { on: '2024-12-25' }),
      'quantity-disjoint QUANTITY CONFLICT',
    ],
    [
      'perhaps at one time',
      claim(figure('38'), { on: '2024-12' }),
      claim(figure('42'), { on: '2024-12-25' }),
      'quantity-disjoint QUANTITY CONFLICT',
    ],
    [
      'nobody knows when',
      claim(figure('38')),
      claim(figure('42'), { on: '2024-12-25' }),
      'quantity-disjoint QUANTITY CONFLICT',
    ],
  ])('%s', (_name, a, b, expected) => {
    expect(outcome(aboard, a, b)).toBe(expected);
  });
});

describe('compareClaims: hedged claims', () => {
  test.each<[string, Claim, Claim, string, string]>([
    [
      'the first',
      claim(is('fog'), { hedged: true }),
      claim(is('missile')),
      'TENSION',
      'excludes the other, but the first is only called possible.',
    ],
    [
      'the second',
      claim(is('fog')),
      claim(is('missile'), { hedged: true }),
      'TENSION',
      'excludes the other, but the second is only called possible.',
    ],
    [
      'both',
      claim(is('fog'), { hedged: true }),
      claim(is('missile'), { hedged: true }),
      'TENSION',
      'excludes the other, but both are only called possible.',
    ],
    ['neither', claim(is('fog')), claim(is('missile')), 'CONFLICT', 'excludes the other.'],
    [
      'what is no conflict anyway',
      claim(is('fog'), { hedged: true }),
      claim(is('bird-strike')),
      'TENSION',
      'they exclude each other.',
    ],
    [
      'what is merely possible anyway',
      claim(is('fog'), { hedged: true }),
      claim(is('missile'), { scope: 'place: Aktau' }),
      'POSSIBLE',
      'speaks of.',
    ],
  ])('%s', (_name, a, b, strength, ending) => {
    const finding = compareClaims(cause, a, { ...b, id: 'b' }, vocabulary);
    expect(finding?.strength).toBe(strength);
    expect(finding?.explanation.endsWith(ending)).toBe(true);
  });
});

describe('findContradictions', () => {
  const claims = [
    claim(figure('38'), { id: 'd' }),
    claim(figure('42'), { id: 'b' }),
    claim(figure({ lowerBound: '35' }), { id: 'c' }),
    claim(figure('23'), { id: 'a', scope: 'nationality: Azerbaijani' }),
  ];

  test('finds every pair, sorted by members', () => {
    const found = findContradictions(killed, claims, vocabulary).map(({ members, rule }) => [...members, rule]);
    expect(found).toEqual([
      ['a', 'b', 'part-of-whole'],
      ['a', 'c', 'part-of-whole'],
      ['a', 'd', 'part-of-whole'],
      ['b', 'd', 'quantity-disjoint'],
    ]);
  });

  test('of one claim finds the pairs that it is in, and none with itself', () => {
    const [all, one] = [findContradictions(killed, claims, vocabulary), claims[1]];
    const ofOne = one === undefined ? [] : findContradictionsOf(killed, one, claims, vocabulary);
    expect(ofOne).toEqual(all.filter(({ members }) => members.includes('b')));
  });

  test('of none finds nothing', () => {
    expect(findContradictions(killed, [], vocabulary)).toEqual([]);
  });
});

describe('laws', () => {
  const days = fc.constantFrom('2024-12-25', '2024-12-26', '2024-12', null);
  const scopes = fc.constantFrom(
    '',
    'role: crew',
    'role: pilots',
    'role: children',
    'nationality: Russian',
    'nationality: Azerbaijani',
  );
  const figures = fc.constantFrom('23', '38', '42').map((amount) => figure(amount));
  const ranges = fc.constantFrom('30', '38').map((lowerBound) => figure({ lowerBound }));
  const concepts = fc.constantFrom('fog', 'bird-strike', 'missile', 'external-interference', 'accident').map(is);

  function claimsOf(values: fc.Arbitrary<Claim['value']>): fc.Arbitrary<readonly Claim[]> {
    const said = fc.record({ value: values, denied: fc.boolean(), scope: scopes, hedged: fc.boolean(), on: days });
    return fc
      .array(said, { maxLength: 6 })
      .map((list) =>
        list.map(({ value, on, ...rest }, index) =>
          claim(value, { ...rest, ...(on === null ? {} : { on }), id: `c${index}` }),
        ),
      );
  }
  const questions = fc.oneof(
    fc.tuple(
      fc.constantFrom<Property>(killed, toll, { ...killed, accrual: 'VARYING', additive: false }),
      claimsOf(fc.oneof(figures, ranges)),
    ),
    fc.tuple(fc.constantFrom<Property>(cause, factors), claimsOf(concepts)),
  );

  test('the order of arrival does not matter, to the letter', () => {
    const shuffled = questions.chain(([property, claims]) =>
      fc.tuple(
        fc.constant(property),
        fc.constant(claims),
        fc.shuffledSubarray([...claims], { minLength: claims.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([property, claims, reordered]) => {
        expect(findContradictions(property, reordered, vocabulary)).toEqual(
          findContradictions(property, claims, vocabulary),
        );
      }),
    );
  });

  test('adding claims one by one finds what comparing all at once finds', () => {
    fc.assert(
      fc.property(questions, ([property, claims]) => {
        const stepwise = claims.flatMap((added, index) =>
          findContradictionsOf(property, added, claims.slice(0, index), vocabulary),
        );
        const byMembers = (a: { members: readonly string[] }, b: { members: readonly string[] }): number =>
          a.members.join() < b.members.join() ? -1 : 1;
        expect([...stepwise].sort(byMembers)).toEqual(findContradictions(property, claims, vocabulary));
      }),
    );
  });

  test('a claim never contradicts one that says the same of the same', () => {
    fc.assert(
      fc.property(questions, ([property, claims]) => {
        const echoes = claims.map((said) => compareClaims(property, said, { ...said, id: 'echo' }, vocabulary));
        expect(echoes.filter((finding) => finding !== null)).toEqual([]);
      }),
    );
  });
});
