import type Big from 'big.js';
import { decimal } from '../values/decimal.js';
import type { Interval } from '../values/interval.js';

/** One end of an interval or of a sum of intervals; open where the end itself is left out. */
export interface Bound {
  readonly amount: Big;
  readonly open: boolean;
}

/**
 * Converting units divides, to 100 decimal places (see `Exact`), and sums of such quotients differ in the last of
 * them from what they should equal. No written figure reaches down to the 90th.
 */
const MEANT_PLACES = 90;

export const ZERO: Bound = { amount: decimal('0'), open: false };

/** The end of a sum of intervals: it is reached only where each of them reaches its own. */
export function plus(a: Bound, b: Bound): Bound {
  return { amount: a.amount.plus(b.amount), open: a.open || b.open };
}

/** `factor` is positive. */
export function times(bound: Bound, factor: number): Bound {
  return factor === 1 ? bound : { amount: bound.amount.times(factor), open: bound.open };
}

export function sum(bounds: readonly Bound[]): Bound {
  return bounds.reduce(plus, ZERO);
}

/** All numbers from one end to the other; null is no limit. */
export function between(least: Bound, most: Bound | null): Interval<Big> {
  return {
    lower: least.amount,
    lowerOpen: least.open,
    upper: most?.amount ?? null,
    upperOpen: most?.open ?? false,
  };
}

/** Whether no number is at least `least` and at most `most`. */
export function exceeds(least: Bound, most: Bound): boolean {
  const order = compareAmounts(least.amount, most.amount);
  return order > 0 || (order === 0 && (least.open || most.open));
}

/** Orders lower ends from the least demanding to the most: 5, then more than 5, then 6. */
export function compareLeast(a: Bound, b: Bound): number {
  return compareAmounts(a.amount, b.amount) || Number(a.open) - Number(b.open);
}

/** Orders upper ends from the most demanding to the least: less than 5, then 5, then less than 6. */
export function compareMost(a: Bound, b: Bound): number {
  return compareAmounts(a.amount, b.amount) || Number(b.open) - Number(a.open);
}

function compareAmounts(a: Big, b: Big): number {
  return a.minus(b).round(MEANT_PLACES).cmp(0);
}
