import type { SetRelation } from './relation.js';

/**
 * All elements of a dense, totally ordered type between two ends. A null end is unbounded, and its open flag means
 * nothing. An interval is empty when its ends are reversed, or meet where one of them is open.
 */
export interface Interval<T> {
  readonly lower: T | null;
  readonly upper: T | null;
  /** The lower end itself is left out. */
  readonly lowerOpen: boolean;
  /** The upper end itself is left out. */
  readonly upperOpen: boolean;
}

/** Negative where `a` comes before `b`, positive where it comes after, zero where they are the same. */
export type Compare<T> = (a: T, b: T) => number;

/** How intervals can relate: an interval is never UNDETERMINED. */
export type IntervalRelation = Exclude<SetRelation, 'UNDETERMINED'>;

/**
 * Where an end lies on the ordered line. An open end lies a shade beside its value: (5 begins just after 5, and
 * 5) ends just before it. With that, every question about intervals is one comparison of ends.
 */
interface End<T> {
  readonly infinite: -1 | 0 | 1;
  readonly value: T | null;
  readonly shade: -1 | 0 | 1;
}

function lowerEnd<T>({ lower, lowerOpen }: Interval<T>): End<T> {
  return lower === null
    ? { infinite: -1, value: null, shade: 0 }
    : { infinite: 0, value: lower, shade: lowerOpen ? 1 : 0 };
}

function upperEnd<T>({ upper, upperOpen }: Interval<T>): End<T> {
  return upper === null
    ? { infinite: 1, value: null, shade: 0 }
    : { infinite: 0, value: upper, shade: upperOpen ? -1 : 0 };
}

function compareEnds<T>(a: End<T>, b: End<T>, compare: Compare<T>): number {
  if (a.value === null || b.value === null) return a.infinite - b.infinite;
  return compare(a.value, b.value) || a.shade - b.shade;
}

/** Whether the interval holds nothing at all, such as [3, 2], (3, 3] or (3, 3). */
export function isEmpty<T>(interval: Interval<T>, compare: Compare<T>): boolean {
  return compareEnds(lowerEnd(interval), upperEnd(interval), compare) > 0;
}

/** Whether every element of `a` comes before every element of `b`. [0, 5) is below [5, 9]; [0, 5] is not. */
export function below<T>(a: Interval<T>, b: Interval<T>, compare: Compare<T>): boolean {
  return compareEnds(upperEnd(a), lowerEnd(b), compare) < 0;
}

/** Whether every element of `a` comes after every element of `b`. */
export function above<T>(a: Interval<T>, b: Interval<T>, compare: Compare<T>): boolean {
  return below(b, a, compare);
}

/** Whether every element of `inner` is an element of `outer`. */
export function within<T>(inner: Interval<T>, outer: Interval<T>, compare: Compare<T>): boolean {
  if (isEmpty(inner, compare)) return true;
  return (
    compareEnds(lowerEnd(outer), lowerEnd(inner), compare) <= 0 &&
    compareEnds(upperEnd(inner), upperEnd(outer), compare) <= 0
  );
}

/**
 * How `a` relates to `b` as sets. The empty interval lies within every other one, so it is NARROWER than each, and
 * EQUAL to itself.
 */
export function relate<T>(a: Interval<T>, b: Interval<T>, compare: Compare<T>): IntervalRelation {
  const aWithinB = within(a, b, compare);
  const bWithinA = within(b, a, compare);
  if (aWithinB && bWithinA) return 'EQUAL';
  if (aWithinB) return 'NARROWER';
  if (bWithinA) return 'BROADER';
  return below(a, b, compare) || above(a, b, compare) ? 'DISJOINT' : 'OVERLAPPING';
}
