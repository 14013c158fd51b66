import type { Claim, DayRange, Property } from './claim.js';

const DAY = 86_400_000;

/** The UTC days that an interval of epoch milliseconds (both inclusive) touches. */
export function daysOf({ from, to }: { readonly from: number; readonly to: number }): DayRange {
  return { first: Math.floor(from / DAY), last: Math.floor(to / DAY) };
}

/**
 * Whether two claims of one question need not fit, because each held in its own time: a value that varies freely (how
 * many are in hospital) is taken to hold on the days on which it is said, each time that somebody says it. Where
 * nobody knows when one of them was said they may have been said together.
 */
export function hadTheirOwnTime({ accrual }: Pick<Property, 'accrual'>, a: Claim, b: Claim): boolean {
  if (accrual !== 'VARYING' || a.saidDays.length === 0 || b.saidDays.length === 0) return false;
  return !a.saidDays.some((days) => b.saidDays.some((others) => meet(days, others)));
}

function meet(a: DayRange, b: DayRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}
