import { fail, succeed, type Result } from '../result.js';
import { relate, type Interval, type IntervalRelation } from './interval.js';
import { FIRST_SEASON, readNotation, type TimePoint } from './time-notation.js';
import type { TimeValue } from './value.js';

export type TimeProblemCode = 'INVALID_EDTF';

/** What an open or unknown end of an interval stands for: the first and last instant that EDTF's four digits reach. */
const EARLIEST_TIME = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST_TIME = Date.parse('9999-12-31T23:59:59.999Z');

const HOUR = 3_600_000;
/** Local clocks run between UTC-12 and UTC+14, so an instant lies this much about a time that names no zone. */
const FARTHEST_EAST = 14 * HOUR;
const FARTHEST_WEST = 12 * HOUR;

/**
 * The interval of instants that an EDTF text (level 0 or 1) denotes, both ends inclusive. A date or time without a
 * zone is read as UTC (see {@link relateTimes}), and a time of day spans its last written unit: 06:28 is a minute.
 *
 * Conventions of Gainsay, where the standard leaves the meaning open:
 * - "~" and "%" widen by one unit of the value's own precision on both sides: 2024-12-25~ is 24 to 26 December,
 *   2024~ is 2023 to 2025. "?" speaks of the source's doubt, not of the time, and widens nothing.
 * - Seasons are northern ones, from the meteorological start to the end of the month in which the
 *   astronomical season ends (spring is March to June); the winter of a year begins in its December.
 * - Open and unknown ends reach to the first or last instant of the years 0001 to 9999.
 */
export function timeOf(edtf: string): Result<TimeValue, TimeProblemCode> {
  const notation = readNotation(edtf);
  if (notation === null) return fail(invalid(edtf, 'is not a date or time in EDTF (level 1)'));
  const { start, end } = notation;
  const earliest = start === null ? EARLIEST_TIME : earliestOf(start);
  const latest = end === null ? LATEST_TIME : latestOf(end);
  if (isOutside(start) || isOutside(end)) return fail(invalid(edtf, 'lies outside the years 0001 to 9999'));
  if (earliest > latest) return fail(invalid(edtf, 'ends before it begins'));
  return succeed({
    kind: 'TIME',
    edtf,
    earliest: Math.max(earliest, EARLIEST_TIME),
    latest: Math.min(latest, LATEST_TIME),
  });
}

/**
 * How two times relate as sets of instants. A time that names no zone is local to a place nobody named: against one
 * that does name its zone it is DISJOINT only if no zone on Earth could make them meet (25 December and
 * 2024-12-24T22:28Z may be one moment, in Aktau), and else at least OVERLAPPING.
 */
export function relateTimes(a: TimeValue, b: TimeValue): IntervalRelation {
  const relation = relate(spanOf(a), spanOf(b), byInstant);
  if (relation !== 'DISJOINT' || namesZone(a) === namesZone(b)) return relation;
  const [local, zoned] = namesZone(a) ? [b, a] : [a, b];
  const anywhere = { ...spanOf(local), lower: local.earliest - FARTHEST_EAST, upper: local.latest + FARTHEST_WEST };
  return relate(anywhere, spanOf(zoned), byInstant) === 'DISJOINT' ? 'DISJOINT' : 'OVERLAPPING';
}

/**
 * Whether every instant of `a` comes after every instant of `b`, wherever on Earth the one that names no zone may be:
 * two times are DISJOINT exactly where one is after the other.
 */
export function isAfter(a: TimeValue, b: TimeValue): boolean {
  if (namesZone(a) === namesZone(b)) return a.earliest > b.latest;
  return namesZone(b) ? a.earliest - FARTHEST_EAST > b.latest : a.earliest > b.latest + FARTHEST_WEST;
}

function spanOf({ earliest, latest }: TimeValue): Interval<number> {
  return { lower: earliest, upper: latest, lowerOpen: false, upperOpen: false };
}

function byInstant(a: number, b: number): number {
  return a - b;
}

/** Whether a time says in which zone it is told: 06:28Z is one instant, 06:28 is another in each zone. */
export function namesZone({ edtf }: TimeValue): boolean {
  return /T[\d:.]+(Z|[+-])/.test(edtf);
}

function invalid(
  edtf: string,
  complaint: string,
): { code: TimeProblemCode; message: string; field: readonly string[] } {
  const shown = edtf.length > 64 ? `${edtf.slice(0, 64)}…` : edtf;
  const message =
    `"${shown}" ${complaint}. ` +
    'Write for example 2024-12-25, 2024-12, 2024-12-25~ (about), 2024-12-24/2024-12-26 or 2024-12-25T06:28Z.';
  return { code: 'INVALID_EDTF', message, field: [] };
}

function isOutside(point: TimePoint | null): boolean {
  return point !== null && (point.min < EARLIEST_TIME || point.max > LATEST_TIME);
}

function earliestOf(point: TimePoint): number {
  const season = seasonOf(point);
  if (season !== null) return season.earliest;
  return point.approximate ? shift(point.min, precisionOf(point), -1) : point.min;
}

function latestOf(point: TimePoint): number {
  const season = seasonOf(point);
  if (season !== null) return season.latest;
  if (point.clock !== null) return point.min + clockSpan(point.clock) - 1;
  return point.approximate ? shift(point.max + 1, precisionOf(point), 1) - 1 : point.max;
}

/** First month (0 = January) of each season and the month after its last, counted on into the next year. */
const SEASONS: readonly (readonly [first: number, after: number])[] = [
  [2, 6],
  [5, 9],
  [8, 12],
  [11, 15],
];

function seasonOf({ year, month }: TimePoint): { earliest: number; latest: number } | null {
  const months = month === null ? undefined : SEASONS[month - FIRST_SEASON];
  if (months === undefined) return null;
  const [first, after] = months;
  return { earliest: instantOf(Number(year), first), latest: instantOf(Number(year), after) - 1 };
}

/** How many milliseconds a written time of day covers: a minute, a second or a millisecond. */
function clockSpan(clock: string): number {
  if (clock.length === 'hh:mm'.length) return 60_000;
  return clock.length === 'hh:mm:ss'.length ? 1_000 : 1;
}

type Precision = 'year' | 'month' | 'day';

function precisionOf({ month, day }: TimePoint): Precision {
  if (day !== null) return 'day';
  return month === null ? 'year' : 'month';
}

/** Moves the first instant of a day, month or year by whole days, months or years. */
function shift(instant: number, precision: Precision, steps: number): number {
  const date = new Date(instant);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  if (precision === 'year') return instantOf(year + steps, month, day);
  return precision === 'month' ? instantOf(year, month + steps, day) : instantOf(year, month, day + steps);
}

/** Midnight UTC of a day; months and days may run over. Date.UTC would take the years 0 to 99 for the 1900s. */
function instantOf(year: number, month: number, day = 1): number {
  return new Date(0).setUTCFullYear(year, month, day);
}
