import { describe, expect, test } from '@jest/globals';
import { converse } from './relation.js';
import { relateTimes, timeOf } from './time.js';
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
    ['two moments with their zones', '2024-12-25T06:28Z', '2024-12-25T06:28+05:00', 'DISJOINT'],
  ])('%s: %s against %s is %s', (_name, a, b, expected) => {
    const relation = relateTimes(valueOf(a), valueOf(b));
    expect(relation).toBe(expected);
    expect(relateTimes(valueOf(b), valueOf(a))).toBe(converse(relation));
  });
});
