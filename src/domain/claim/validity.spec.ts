import { describe, expect, test } from '@jest/globals';
import { claim, figure } from '../contradiction/scenario.spec-kit.js';
import type { Accrual, Claim } from './claim.js';
import { daysOf, hadTheirOwnTime } from './validity.js';

const at = (iso: string): number => Date.parse(iso);

describe('daysOf', () => {
  test.each<[string, string, string, number]>([
    ['a moment', '2024-12-25T10:00:00Z', '2024-12-25T10:00:00Z', 1],
    ['a day', '2024-12-25T00:00:00Z', '2024-12-25T23:59:59.999Z', 1],
    ['across midnight', '2024-12-25T23:59:59.999Z', '2024-12-26T00:00:00Z', 2],
    ['a month', '2024-12-01T00:00:00Z', '2024-12-31T23:59:59.999Z', 31],
    ['before 1970', '1969-12-31T23:00:00Z', '1970-01-01T01:00:00Z', 2],
  ])('%s', (_name, from, to, count) => {
    const { first, last } = daysOf({ from: at(from), to: at(to) });
    expect(last - first + 1).toBe(count);
    expect(new Date(first * 86_400_000).toISOString().slice(0, 10)).toBe(from.slice(0, 10));
  });
});

/** A claim that is said on these days. */
function on(...days: readonly string[]): Claim {
  const saidDays = days.map((day) => daysOf({ from: at(day), to: at(day) }));
  return { ...claim(figure('10')), saidDays };
}

describe('hadTheirOwnTime', () => {
  test.each<[string, Accrual, Claim, Claim, boolean]>([
    ['on different days', 'VARYING', on('2024-12-25'), on('2024-12-26'), true],
    ['on one day, at different hours', 'VARYING', on('2024-12-25T08:00Z'), on('2024-12-25T20:00Z'), false],
    [
      'first said apart, and once together',
      'VARYING',
      on('2024-12-25', '2024-12-28'),
      on('2024-12-27', '2024-12-28'),
      false,
    ],
    ['in turns', 'VARYING', on('2024-12-25', '2024-12-27'), on('2024-12-26', '2024-12-28'), true],
    ['nobody knows when', 'VARYING', on(), on('2024-12-26'), false],
    ['of what does not vary', 'FIXED', on('2024-12-25'), on('2024-12-26'), false],
    ['of what only grows', 'CUMULATIVE', on('2024-12-25'), on('2024-12-26'), false],
  ])('%s', (_name, accrual, a, b, expected) => {
    expect(hadTheirOwnTime({ accrual }, a, b)).toBe(expected);
    expect(hadTheirOwnTime({ accrual }, b, a)).toBe(expected);
  });
});
