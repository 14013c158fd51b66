import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Claim, Property } from '../claim/claim.js';
import type { Question } from '../claim/question.js';
import { claim, property, time, UNKNOWN, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { relateTimes } from '../values/time.js';
import { findOrder, MAX_FINDINGS } from './find-order.js';
import type { Order } from './order.js';

const departure = property('TIME', { key: 'departure', label: 'Departure' });
const crash = property('TIME', { key: 'crash', label: 'crash' });
const rescue = property('TIME', { key: 'rescue', label: 'rescue' });
const report = property('TIME', { key: 'report', label: 'report', singleValued: false });

const flight: readonly Order[] = [
  { id: 'flight', earlier: 'departure', later: 'crash' },
  { id: 'aid', earlier: 'crash', later: 'rescue' },
  { id: 'news', earlier: 'crash', later: 'report' },
];

function at(id: string, edtf: string, said: Parameters<typeof claim>[1] = {}): Claim {
  return claim(time(edtf), { ...said, id });
}

function question(about: Property, ...claims: readonly Claim[]): Question {
  return { property: about, claims };
}

describe('findOrder', () => {
  test.each<[string, readonly Question[], readonly string[]]>([
    [
      'in order',
      [question(departure, at('d', '2024-12-25T03:55Z')), question(crash, at('c', '2024-12-25T06:28Z'))],
      [],
    ],
    ['at the same time', [question(departure, at('d', '2024-12-25')), question(crash, at('c', '2024-12-25'))], []],
    ['perhaps in order', [question(departure, at('d', '2024-12-25T07:00Z')), question(crash, at('c', '2024-12'))], []],
    [
      'the wrong way round',
      [question(departure, at('d', '2024-12-26')), question(crash, at('c', '2024-12-25'))],
      ['order-broken CONFLICT: c d'],
    ],
    [
      'a minute too late',
      [question(departure, at('d', '2024-12-25T06:29Z')), question(crash, at('c', '2024-12-25T06:28Z'))],
      ['order-broken CONFLICT: c d'],
    ],
    [
      'across a link that nobody dated',
      [question(departure, at('d', '2024-12-26')), question(rescue, at('r', '2024-12-25'))],
      ['order-broken CONFLICT: d r'],
    ],
    [
      'across a link that fits both',
      [
        question(departure, at('d', '2024-12-26')),
        question(crash, at('c', '2024-12')),
        question(rescue, at('r', '2024-12-25')),
      ],
      ['order-broken CONFLICT: d r'],
    ],
    [
      'a link that fits neither',
      [
        question(departure, at('d', '2024-12-25')),
        question(crash, at('c', '2024-12-27')),
        question(rescue, at('r', '2024-12-26')),
      ],
      ['order-broken CONFLICT: c r'],
    ],
    [
      'each answer by itself',
      [
        question(departure, at('d', '2024-12-26'), at('e', '2024-12-24')),
        question(crash, at('c', '2024-12-25'), at('b', '2024-12-23')),
      ],
      ['order-broken CONFLICT: b d', 'order-broken CONFLICT: b e', 'order-broken CONFLICT: c d'],
    ],
    [
      'one of many reports, before what it reports',
      [question(crash, at('c', '2024-12-25')), question(report, at('p', '2024-12-26'), at('q', '2024-12-24'))],
      ['order-broken CONFLICT: c q'],
    ],
    ['what is not ordered', [question(rescue, at('r', '2024-12-26')), question(report, at('p', '2024-12-25'))], []],
    [
      'hedged',
      [question(departure, at('d', '2024-12-26', { hedged: true })), question(crash, at('c', '2024-12-25'))],
      ['order-broken TENSION: c d'],
    ],
    [
      'denied or unknown',
      [
        question(departure, at('d', '2024-12-26', { denied: true }), claim(UNKNOWN, { id: 'u' })),
        question(crash, at('c', '2024-12-25')),
      ],
      [],
    ],
    [
      'different scopes',
      [question(departure, at('d', '2024-12-26', { scope: 'role: crew' })), question(crash, at('c', '2024-12-25'))],
      [],
    ],
    [
      'the same scope',
      [
        question(departure, at('d', '2024-12-26', { scope: 'role: crew' })),
        question(crash, at('c', '2024-12-25', { scope: 'role: crew' })),
      ],
      ['order-broken CONFLICT: c d'],
    ],
    [
      'a time without a zone that some zone helps',
      [question(departure, at('d', '2024-12-25T07:55')), question(crash, at('c', '2024-12-25T06:28Z'))],
      [],
    ],
    [
      'a time without a zone that no zone helps',
      [question(departure, at('d', '2024-12-25T20:29')), question(crash, at('c', '2024-12-25T06:28Z'))],
      ['order-broken CONFLICT: c d'],
    ],
    [
      'against a time without a zone that some zone helps',
      [question(departure, at('d', '2024-12-25T18:00Z')), question(crash, at('c', '2024-12-25T06:28'))],
      [],
    ],
    [
      'against a time without a zone that no zone helps',
      [question(departure, at('d', '2024-12-25T18:29Z')), question(crash, at('c', '2024-12-25T06:28'))],
      ['order-broken CONFLICT: c d'],
    ],
  ])('%s', (_name, questions, expected) => {
    const found = findOrder(questions, flight, vocabulary);
    expect(found.findings.map(({ rule, strength, members }) => `${rule} ${strength}: ${members.join(' ')}`)).toEqual(
      expected,
    );
    expect(found.findings.every(({ kind }) => kind === 'ORDER')).toBe(true);
    expect(found.exhausted).toBe(false);
  });

  test('a cycle of orders makes its times one', () => {
    const cycle = [...flight, { id: 'back', earlier: 'rescue', later: 'departure' }];
    const questions = [question(departure, at('d', '2024-12-25')), question(rescue, at('r', '2024-12-26'))];
    expect(findOrder(questions, cycle, vocabulary).findings.map(({ explanation }) => explanation)).toEqual([
      'Rescue: 26 December 2024 (ICDS) and Departure: 25 December 2024 (same source): rescue comes before departure, so the first cannot be after the second.',
    ]);
    expect(findOrder(questions, flight, vocabulary).findings).toEqual([]);
  });

  test.each<[string, readonly Question[], string]>([
    [
      'one order',
      [
        question(departure, at('d', '2024-12-26', { on: '2025-01-10' })),
        question(crash, at('c', '2024-12-25T06:28Z', { source: 'Euronews' })),
      ],
      'Departure: 26 December 2024 (ICDS, 10 January 2025) and crash: 25 December 2024, 06:28 UTC (Euronews): departure comes before crash, so the first cannot be after the second.',
    ],
    [
      'a chain, hedged',
      [
        question(departure, at('d', '2024-12-26')),
        question(crash),
        question(rescue, at('r', '2024-12-25', { hedged: true })),
      ],
      'Departure: 26 December 2024 (ICDS) and rescue: 25 December 2024 (same source): departure comes before crash and crash before rescue, so the first cannot be after the second, but the second is only called possible.',
    ],
  ])('explains %s', (_name, questions, expected) => {
    expect(findOrder(questions, flight, vocabulary).findings.map(({ explanation }) => explanation)).toEqual([expected]);
  });

  test('a link that is not given goes by its key', () => {
    const questions = [question(departure, at('d', '2024-12-26')), question(rescue, at('r', '2024-12-25'))];
    const orders = flight.map((order) => ({
      ...order,
      earlier: order.earlier.replace('crash', 'impactTime'),
      later: order.later.replace('crash', 'impactTime'),
    }));
    expect(findOrder(questions, orders, vocabulary).findings[0]?.explanation).toContain(
      'departure comes before impactTime and impactTime before rescue',
    );
  });

  test('a thousand answers to each of two questions end in a bounded number of findings', () => {
    const day = (index: number): string => new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10);
    const many = (about: Property, from: number): Question =>
      question(about, ...Array.from({ length: 1_000 }, (_, index) => at(`${about.key}${index}`, day(from + index))));
    const reversed = findOrder([many(departure, 2_000), many(crash, 0)], flight, vocabulary);
    expect([reversed.findings.length, reversed.exhausted]).toEqual([MAX_FINDINGS, true]);
    expect(findOrder([many(departure, 0), many(crash, 2_000)], flight, vocabulary)).toEqual({
      findings: [],
      exhausted: false,
    });
  });
});

describe('laws', () => {
  const properties = [departure, crash, rescue, report];
  const hours = fc.integer({ min: 0, max: 60 });
  const zones = fc.constantFrom('Z', '+04:00', '');
  const clock = (hour: number): string =>
    `2024-12-${25 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00`;
  const moments = fc.tuple(hours, zones).map(([hour, zone]) => `${clock(hour)}${zone}`);
  const days = fc.constantFrom('2024-12-25', '2024-12-26', '2024-12-27', '2024-12', '2024-12-26/..', '../2024-12-25');
  const claims = fc
    .array(fc.tuple(fc.constantFrom(...properties), fc.oneof(moments, days)), { maxLength: 8 })
    .map((list) => list.map(([about, edtf], index) => ({ about, claim: at(`c${index}`, edtf) })));
  interface Dated {
    readonly about: Property;
    readonly claim: Claim;
  }
  const ask = (list: readonly Dated[], asked: readonly Property[] = properties): readonly Question[] =>
    asked.map((about) => question(about, ...list.filter((each) => each.about === about).map((each) => each.claim)));
  const find = (list: readonly Dated[]) => findOrder(ask(list), flight, vocabulary);

  test('the order of arrival does not matter, to the letter', () => {
    const shuffled = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray([...list], { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, reordered]) => {
        const questions = ask(reordered, [...properties].reverse());
        expect(findOrder(questions, [...flight].reverse(), vocabulary)).toEqual(find(list));
      }),
    );
  });

  test('adding a claim adds only what it is in, and removing it takes just that away', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (list, pick) => {
        fc.pre(list.length > 0);
        const removed = list[pick % list.length];
        const rest = find(list).findings.filter(({ members }) => !members.includes(removed?.claim.id ?? ''));
        expect(find(list.filter((each) => each !== removed)).findings).toEqual(rest);
      }),
    );
  });

  test('brute force over moments finds the same minimal sets, where all name their zone', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }));
    const ranges = small.map(([from, span]) => `${clock(from)}Z/${clock(Math.min(from + span, 5))}Z`);
    const dated = fc
      .array(fc.tuple(fc.constantFrom(departure, crash, rescue), ranges), { maxLength: 6 })
      .map((list) => list.map(([about, edtf], index) => ({ about, claim: at(`c${index}`, edtf) })));
    const start = Date.parse(`${clock(0)}Z`);
    const instants = Array.from({ length: 6 }, (_, hour) => start + hour * 3_600_000);
    const fits = (list: readonly Dated[]): boolean => {
      const open = (about: Property): readonly number[] =>
        instants.filter((instant) =>
          list.every(
            (each) =>
              each.about !== about ||
              (each.claim.value.kind === 'TIME' &&
                each.claim.value.earliest <= instant &&
                instant <= each.claim.value.latest),
          ),
        );
      return open(departure).some((d) => open(crash).some((c) => d <= c && open(rescue).some((r) => c <= r)));
    };
    fc.assert(
      fc.property(dated, (list) => {
        const subsets = Array.from({ length: 2 ** list.length }, (_, mask) =>
          list.filter((__, index) => (mask >> index) % 2),
        );
        const failing = subsets.filter((subset) => !fits(subset));
        const minimal = failing.filter(
          (set) => !failing.some((other) => other.length < set.length && other.every((each) => set.includes(each))),
        );
        const expected = minimal
          .filter((set) => new Set(set.map(({ about }) => about)).size === set.length)
          .map((set) =>
            set
              .map((each) => each.claim.id)
              .sort()
              .join(' '),
          )
          .sort();
        expect(
          find(list)
            .findings.map(({ members }) => members.join(' '))
            .sort(),
        ).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });

  test('two times are in the wrong order or exclude each other wherever their zones are', () => {
    fc.assert(
      fc.property(fc.oneof(moments, days), fc.oneof(moments, days), (a, b) => {
        const [first, second] = [time(a), time(b)];
        if (first.kind !== 'TIME' || second.kind !== 'TIME') throw new Error('not a time');
        const found = (x: string, y: string) =>
          find([
            { about: departure, claim: at('d', x) },
            { about: crash, claim: at('c', y) },
          ]).findings.length;
        expect(found(a, b) + found(b, a)).toBe(relateTimes(first, second) === 'DISJOINT' ? 1 : 0);
      }),
    );
  });
});
