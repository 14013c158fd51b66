import { timeOf } from '../values/time.js';
import type { IsoDay } from './calendar.js';
import { addDays, isDay } from './calendar.js';
import { clockAt, type ReadClock } from './clock.js';
import { dateAt, type ReadDate } from './date.js';
import type { Token } from './sentence.js';

/** A date, a time of day, or both, at tokens `from` to `to` (exclusive). At least one of the two is there. */
export interface ReadTime {
  readonly from: number;
  readonly to: number;
  readonly date: ReadDate | null;
  readonly clock: ReadClock | null;
}

/** "since Monday", "as of Monday": until when something is known, not when it happened. */
export function isLimit(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  return /^(?:since|until|till|by)$/.test(before) || (before === 'of' && tokens[from - 2]?.lower === 'as');
}

/** How far before a year stands what compares with it. */
const COMPARISON = 6;

/** "down from 365 in 2019", "compared with 12 in 2003" */
export function isComparison(tokens: readonly Token[], from: number): boolean {
  const before = tokens.slice(Math.max(0, from - COMPARISON), from).map(({ lower }) => lower);
  const at = before.findIndex((word) => /^(?:from|than|compared|against|versus)$/.test(word));
  return at >= 0 && before.at(-1) === 'in' && !before.slice(at).includes(',');
}

/** Words that may stand between a date and its time of day: "at around 4:17 a.m. on Wednesday". */
const BETWEEN = new Set([
  'at',
  'on',
  'about',
  'around',
  'shortly',
  'just',
  'after',
  'before',
  ',',
  '(',
  ')',
  'early',
  'late',
  'the',
  'of',
  'morning',
  'roughly',
  'approximately',
]);
const MOST_BETWEEN = 4;

/** Dates and times of day of a sentence, those that belong together joined. */
export function timesOf(
  tokens: readonly Token[],
  published: IsoDay | null,
  isEvent: (at: number) => boolean,
): readonly ReadTime[] {
  const times: ReadTime[] = [];
  for (let at = 0; at < tokens.length;) {
    const clock = clockAt(tokens, at);
    const date = clock === null ? dateAt(tokens, at, published, isEvent) : null;
    const read = clock ?? date;
    if (read === null) {
      at += 1;
      continue;
    }
    add(times, { from: read.from, to: read.to, date, clock }, tokens);
    at = read.to;
  }
  return times;
}

function add(times: ReadTime[], time: ReadTime, tokens: readonly Token[]): void {
  const last = times.at(-1);
  const fills = last !== undefined && (time.date === null ? last.clock === null : last.date === null);
  const between = last === undefined ? [] : tokens.slice(last.to, time.from);
  const isOne = between.length <= MOST_BETWEEN && between.every(({ lower }) => BETWEEN.has(lower));
  if (last !== undefined && fills && isOne) {
    times[times.length - 1] = {
      from: last.from,
      to: time.to,
      date: last.date ?? time.date,
      clock: last.clock ?? time.clock,
    };
  } else if (last !== undefined && isOne && time.date === null && time.clock?.zone === 'Z') {
    // "4:17 a.m. local time (0117 GMT)": the second says the first again.
    times[times.length - 1] = { ...last, to: time.to };
  } else {
    times.push(time);
  }
}

/**
 * EDTF of a time. What counts from the event needs the event's day, and a time of day alone needs one too; null
 * without.
 */
export function edtfOf({ date, clock }: ReadTime, eventDay: IsoDay | null): string | null {
  const day = dateText(date, eventDay);
  if (day === null || clock === null || !isDay(day)) return day;
  const moment = `${day}T${clock.clock}${clock.zone}`;
  const hedged = `${moment}~`;
  return clock.approximate && timeOf(hedged).ok ? hedged : moment;
}

function dateText(date: ReadDate | null, eventDay: IsoDay | null): string | null {
  if (date === null) return eventDay;
  if (date.daysAfterEvent === null) return date.edtf;
  return eventDay === null ? null : addDays(eventDay, date.daysAfterEvent);
}
