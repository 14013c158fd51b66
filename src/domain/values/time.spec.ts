import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { converse } from './relation.js';
import { isAfter, relateTimes, timeOf } from './time.js';
import type { TimeValue } from './value.js';

function valueOf(edtf: string): TimeValue {
  const result = timeOf(edtf);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

const FIRST = '0001-01-01T00:00:00.000Z';
const LAST = '9999-12-31T23:59:59.999Z';

describe('timeOf: the instants a time denotes', () => {
  test.each([
    ['a day', '2024-12-25', '2024-12-25T00:00:00.000Z', '2024-12-25T23:59:59.999Z'],
    ['a month', '2024-12', '2024-12-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['a leap month', '2024-02', '2024-02-01T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['a leap day', '2024-02-29', '2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z'],
    ['a year', '2024', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['a year before 100', '0050', '0050-01-01T00:00:00.000Z', '0050-12-31T23:59:59.999Z'],
    ['a decade', '201X', '2010-01-01T00:00:00.000Z', '2019-12-31T23:59:59.999Z'],
    ['a century', '20XX', '2000-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z'],
    ['some day of a month', '2024-12-XX', '2024-12-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['some month of a year', '2024-XX', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['some day of a year', '2024-XX-XX', '2024-01-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['about a day', '2024-12-25~', '2024-12-24T00:00:00.000Z', '2024-12-26T23:59:59.999Z'],
    ['about the first of March', '2024-03-01~', '2024-02-29T00:00:00.000Z', '2024-03-02T23:59:59.999Z'],
    ['about a month', '2024-12~', '2024-11-01T00:00:00.000Z', '2025-01-31T23:59:59.999Z'],
    ['about a year', '2024~', '2023-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'],
    ['about a doubtful day', '2024-12-25%', '2024-12-24T00:00:00.000Z', '2024-12-26T23:59:59.999Z'],
    ['a doubtful day', '2024-12-25?', '2024-12-25T00:00:00.000Z', '2024-12-25T23:59:59.999Z'],
    ['spring', '2024-21', '2024-03-01T00:00:00.000Z', '2024-06-30T23:59:59.999Z'],
    ['summer', '2024-22', '2024-06-01T00:00:00.000Z', '2024-09-30T23:59:59.999Z'],
    ['autumn', '2024-23', '2024-09-01T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['the last day of February in a common year', '2023-02-28', '2023-02-28T00:00:00.000Z', '2023-02-28T23:59:59.999Z'],
    ['a 29th in a common year', '2023-03-29', '2023-03-29T00:00:00.000Z', '2023-03-29T23:59:59.999Z'],
    ['about the last day of a month', '2024-12-31~', '2024-12-30T00:00:00.000Z', '2025-01-01T23:59:59.999Z'],
    ['winter, into the next year', '2024-24', '2024-12-01T00:00:00.000Z', '2025-03-31T23:59:59.999Z'],
    ['two days', '2024-12-24/2024-12-25', '2024-12-24T00:00:00.000Z', '2024-12-25T23:59:59.999Z'],
    ['ends of different precision', '2024-12-30/2025', '2024-12-30T00:00:00.000Z', '2025-12-31T23:59:59.999Z'],
    ['an end that begins earlier', '2024-12-30/2024', '2024-12-30T00:00:00.000Z', '2024-12-31T23:59:59.999Z'],
    ['both ends about', '2024~/2024-12-25~', '2023-01-01T00:00:00.000Z', '2024-12-26T23:59:59.999Z'],
    ['open end', '2024-12-25/..', '2024-12-25T00:00:00.000Z', LAST],
    ['unknown end', '2024-12-25/', '2024-12-25T00:00:00.000Z', LAST],
    ['open start', '../2024', FIRST, '2024-12-31T23:59:59.999Z'],
    ['unknown start', '/2024', FIRST, '2024-12-31T23:59:59.999Z'],
    ['a minute', '2024-12-25T06:28Z', '2024-12-25T06:28:00.000Z', '2024-12-25T06:28:59.999Z'],
    ['a second', '2024-12-25T06:28:30Z', '2024-12-25T06:28:30.000Z', '2024-12-25T06:28:30.999Z'],
    ['a millisecond', '2024-12-25T06:28:30.250Z', '2024-12-25T06:28:30.250Z', '2024-12-25T06:28:30.250Z'],
    ['a minute in Aktau', '2024-12-25T11:28+05:00', '2024-12-25T06:28:00.000Z', '2024-12-25T06:28:59.999Z'],
    ['a minute of an unnamed place', '2024-12-25T11:28', '2024-12-25T11:28:00.000Z', '2024-12-25T11:28:59.999Z'],
    ['about the first day of all', '0001-01-01~', FIRST, '0001-01-02T23:59:59.999Z'],
    ['about the last year of all', '9999~', '9998-01-01T00:00:00.000Z', LAST],
    ['the last winter', '9999-24', '9999-12-01T00:00:00.000Z', LAST],
  ])('%s: %s', (_name, edtf, earliest, latest) => {
    const { edtf: kept, ...value } = valueOf(edtf);
    expect(kept).toBe(edtf);
    expect([new Date(value.earliest).toISOString(), new Date(value.latest).toISOString()]).toEqual([earliest, latest]);
  });
});

describe('timeOf: what is refused', () => {
  test.each([
    ['nothing', ''],
    ['blanks around', ' 2024 '],
    ['words', 'Christmas 2024'],
    ['another order', '25-12-2024'],
    ['a month that is none', '2024-13'],
    ['a day that is none', '2024-04-31'],
    ['29 February of a common year', '2023-02-29'],
    ['29 February of 1900', '1900-02-29'],
    ['an hour that is none', '2024-12-25T25:00Z'],
    ['a fraction that would be misread', '2024-12-25T06:28:30.5Z'],
    ['reversed', '2024-12-26/2024-12-25'],
    ['three ends', '2024/2025/2026'],
    ['no end at all', '../..'],
    ['a bare stroke', '/'],
    ['a start that is no date', '2024-13/2025'],
    ['an end that is no date', '2024/2025-13'],
    ['an open start, and an end that is no date', '../2025-13'],
    ['a start that is no date, and an open end', '2024-13/..'],
    ['a start before the first year', '0000/2024'],
    ['an end beyond the last year by its zone', '2024/9999-12-31T23:59-05:00'],
    ['a season as start', '2024-21/2024-12'],
    ['words before a date', 'on 2024-12-25'],
    ['words after a date', '2024-12-25 or so'],
    ['seasons as ends', '2024-21/2024-22'],
    ['level 2: a set', '{2024,2025}'],
    ['level 2: a choice', '[2024,2025]'],
    ['level 2: a qualified part', '2024-?12'],
    ['level 2: another digit left open', '1X99'],
    ['level 2: a quarter', '2024-33'],
    ['the year 0', '0000'],
    ['before the common era', '-0043'],
    ['five digits', 'Y12345'],
    ['beyond the last year by its zone', '9999-12-31T23:59-05:00'],
    ['a century that begins with the year 0', '00XX'],
    ['more than 64 characters', `2024-12-25/${' '.repeat(60)}`],
  ])('%s', (_name, edtf) => {
    const result = timeOf(edtf);
    const problems = result.ok ? [] : result.problems;
    expect(problems).toEqual([
      { code: 'INVALID_EDTF', field: [], message: expect.stringContaining('2024-12-24/2024-12-26') },
    ]);
  });
});

describe('relateTimes', () => {
  test.each([
    ['a day and its month', '2024-12-25', '2024-12', 'NARROWER'],
    ['one day, written twice', '2024-12-25', '2024-12-25/2024-12-25', 'EQUAL'],
    ['one minute in two zones', '2024-12-25T06:28Z', '2024-12-25T11:28+05:00', 'EQUAL'],
    ['neighbouring days', '2024-12-25', '2024-12-26', 'DISJOINT'],
    ['about neighbouring days', '2024-12-25~', '2024-12-26', 'BROADER'],
    ['until and from', '../2024-12-25', '2024-12-25/..', 'OVERLAPPING'],
    ['a minute in its day', '2024-12-25T06:28Z', '2024-12-25', 'NARROWER'],
    ['a day and a moment that was that day somewhere', '2024-12-25', '2024-12-24T22:28Z', 'OVERLAPPING'],
    ['a day and the first moment of it anywhere', '2024-12-25', '2024-12-24T10:00Z', 'OVERLAPPING'],
    ['a day and the last moment of it anywhere', '2024-12-25', '2024-12-26T11:59Z', 'OVERLAPPING'],
    ['a day and a moment that was that day nowhere', '2024-12-25', '2024-12-24T09:59Z', 'DISJOINT'],
    ['a day and the first moment after it anywhere', '2024-12-25', '2024-12-26T12:00Z', 'DISJOINT'],
    ['two clocks of one unnamed place', '2024-12-25T06:28', '2024-12-25T07:28', 'DISJOINT'],
    ['a clock of an unnamed place and a moment it may show', '2024-12-25T06:28', '2024-12-25T07:28Z', 'OVERLAPPING'],
    ['a clock of an unnamed place and a moment it shows nowhere', '2024-12-25T06:28', '2024-12-26T07:28Z', 'DISJOINT'],
    ['two moments with their zones', '2024-12-25T06:28Z', '2024-12-25T06:28+05:00', 'DISJOINT'],
  ])('%s: %s against %s is %s', (_name, a, b, expected) => {
    const relation = relateTimes(valueOf(a), valueOf(b));
    expect(relation).toBe(expected);
    expect(relateTimes(valueOf(b), valueOf(a))).toBe(converse(relation));
  });
});

describe('timeOf: what a person is told', () => {
  const hint =
    'Write for example 2024-12-25, 2024-12, 2024-12-25~ (about), 2024-12-24/2024-12-26 or 2024-12-25T06:28Z.';
  const endless = 'x'.repeat(65);

  test.each([
    ['Christmas', `"Christmas" is not a date or time in EDTF (level 1). ${hint}`],
    ['0000', `"0000" lies outside the years 0001 to 9999. ${hint}`],
    ['2025/2024', `"2025/2024" ends before it begins. ${hint}`],
    ['x'.repeat(64), `"${'x'.repeat(64)}" is not a date or time in EDTF (level 1). ${hint}`],
    [endless, `"${'x'.repeat(64)}…" is not a date or time in EDTF (level 1). ${hint}`],
  ])('of %s', (edtf, message) => {
    const result = timeOf(edtf);
    expect(result.ok ? [] : result.problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('isAfter', () => {
  test.each([
    ['the day after', '2024-12-26', '2024-12-25', true],
    ['the same day', '2024-12-25', '2024-12-25', false],
    ['the day before', '2024-12-24', '2024-12-25', false],
    ['a minute after, in one zone', '2024-12-25T06:29Z', '2024-12-25T06:28Z', true],
    ['a local clock that is 14 hours and a minute ahead', '2024-12-25T14:01', '2024-12-24T23:59Z', true],
    ['a local clock that may be 14 hours east', '2024-12-25T14:00', '2024-12-25T00:00Z', false],
    ['a moment 12 hours after a local minute', '2024-12-25T12:01Z', '2024-12-25T00:00', true],
    ['a moment that a clock 12 hours west may show', '2024-12-25T12:00Z', '2024-12-25T00:00', false],
  ])('%s: %s after %s is %s', (_name, a, b, expected) => {
    expect(isAfter(valueOf(a), valueOf(b))).toBe(expected);
  });
});

describe('laws', () => {
  const clock = fc.integer({ min: 0, max: 95 }).map((hour) => {
    const day = 24 + Math.floor(hour / 24);
    return `2024-12-${day}T${String(hour % 24).padStart(2, '0')}:30`;
  });
  const days = fc.constantFrom(
    '2024-12-24',
    '2024-12-25',
    '2024-12-26~',
    '2024-12',
    '2025',
    '2024-12-25/..',
    '../2024',
  );
  const zoned = fc.tuple(clock, fc.constantFrom('Z', '+05:00', '-10:00')).map((parts) => valueOf(parts.join('')));
  const local = fc.oneof(clock, days).map(valueOf);
  const times = fc.oneof(zoned, local);

  test('reading from the other side gives the converse', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(relateTimes(b, a)).toBe(converse(relateTimes(a, b)));
      }),
    );
  });

  test('two times are apart exactly where one is after the other, and never is each after the other', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        expect(isAfter(a, b) || isAfter(b, a)).toBe(relateTimes(a, b) === 'DISJOINT');
        expect(isAfter(a, b) && isAfter(b, a)).toBe(false);
      }),
    );
  });

  test('a time that lies wholly within another, told of the same clock, holds no instant that the other does not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(zoned, zoned, zoned), fc.tuple(local, local, local)), ([a, b, c]) => {
        const isWithin = (x: TimeValue, y: TimeValue): boolean => ['EQUAL', 'NARROWER'].includes(relateTimes(x, y));
        expect(isWithin(a, b)).toBe(b.earliest <= a.earliest && a.latest <= b.latest);
        fc.pre(isWithin(a, b) && isWithin(b, c));
        expect(isWithin(a, c)).toBe(true);
      }),
    );
  });
});
