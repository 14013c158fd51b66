import { addDays, addMonths, isDay, isoDay, isoMonth, weekdayOf, type IsoDay } from './calendar.js';
import { MONTHS, NAMED_DAYS, PARTS_OF_DAY, PERIODS, WEEKDAYS } from './english/time-words.js';
import { numberAt } from './number.js';
import type { Token } from './sentence.js';

/** A date as the text states it, at tokens `from` to `to` (exclusive). */
export interface ReadDate {
  readonly from: number;
  readonly to: number;
  /** EDTF of the date; null where it counts from an event whose date is not known yet. */
  readonly edtf: string | null;
  /** Days after the event, of a date that counts from it ("two days after the crash"). */
  readonly daysAfterEvent: number | null;
  /** Whether the year was written, so that an older one speaks of another event. */
  readonly yearGiven: boolean;
}

const YEAR = /^(?:1[6-9]|20)\d{2}$/;
const DAY_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?$/;
const BEFORE_YEAR = new Set(['in', 'since', 'by', 'of', 'from', 'until', 'during', 'early', 'late', 'mid', '(']);
const BEFORE_MONTH = new Set([...BEFORE_YEAR, 'last', 'this', 'between', 'through', "'s", 'until', 'and', 'to']);

/**
 * The date that begins at a token, or null. `published` is the day from which "yesterday" and "on Wednesday" count;
 * without it they are not read. `isEvent` says whether a token names the event, in "two days after the crash".
 */
export function dateAt(
  tokens: readonly Token[],
  from: number,
  published: IsoDay | null,
  isEvent: (at: number) => boolean,
): ReadDate | null {
  return (
    iso(tokens, from) ??
    dayMonth(tokens, from, published) ??
    monthDay(tokens, from, published) ??
    namedDay(tokens, from, published) ??
    fromEvent(tokens, from, isEvent) ??
    (published === null ? null : fromPublication(tokens, from, published)) ??
    monthOrYear(tokens, from, published)
  );
}

function found(from: number, to: number, edtf: string, yearGiven = false): ReadDate {
  return { from, to, edtf, daysAfterEvent: null, yearGiven };
}

function iso(tokens: readonly Token[], from: number): ReadDate | null {
  const whole = tokens[from]?.lower ?? '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(whole)) return isDay(whole) ? found(from, from + 1, whole, true) : null;
  const [month, day] = [tokens[from + 1], tokens[from + 2]];
  if (!YEAR.test(whole) || month?.joined !== true || day?.joined !== true) return null;
  const text = `${whole}-${month.lower}-${day.lower}`;
  return isDay(text) ? found(from, from + 3, text, true) : null;
}

/** "25 December 2024", "the 25th of December", "3-5 May", "3 and 5 May". */
function dayMonth(tokens: readonly Token[], from: number, published: IsoDay | null): ReadDate | null {
  const first = dayNumber(tokens[from]);
  if (first === null) return null;
  let at = from + 1;
  let last = first;
  const link = tokens[at];
  const linked = link?.joined === true ? at : /^(?:and|to|or)$/.test(link?.lower ?? '') ? at + 1 : null;
  const second = linked === null ? null : dayNumber(tokens[linked]);
  if (linked !== null && second !== null) {
    last = second;
    at = linked + 1;
  }
  if (tokens[at]?.lower === 'of') at += 1;
  const month = monthNumber(tokens[at]);
  return month === null ? null : dayRange(tokens, from, at + 1, { first, last, month }, published);
}

/** "December 25, 2024", "Dec. 25", "May 3-5". */
function monthDay(tokens: readonly Token[], from: number, published: IsoDay | null): ReadDate | null {
  const month = monthNumber(tokens[from]);
  const first = dayNumber(tokens[from + 1]);
  if (month === null || first === null) return null;
  let at = from + 2;
  let last = first;
  const second = tokens[at]?.joined === true ? dayNumber(tokens[at]) : null;
  if (second !== null) {
    last = second;
    at += 1;
  }
  // "May 12 people" is no date.
  if (tokens[at]?.pos === 'NOUN' && !PARTS_OF_DAY.has(tokens[at]?.lower ?? '') && month === 5) return null;
  return dayRange(tokens, from, at, { first, last, month }, published);
}

interface Days {
  readonly first: number;
  readonly last: number;
  readonly month: number;
}

function dayRange(
  tokens: readonly Token[],
  from: number,
  at: number,
  { first, last, month }: Days,
  published: IsoDay | null,
): ReadDate | null {
  const comma = tokens[at]?.text === ',' ? at + 1 : at;
  const written = YEAR.test(tokens[comma]?.lower ?? '') ? Number(tokens[comma]?.lower) : null;
  const to = written === null ? at : comma + 1;
  const year = written ?? yearOf(month, first, published);
  if (year === null) return null;
  const [start, end] = [isoDay(year, month, first), isoDay(year, month, last)];
  if (!isDay(start) || !isDay(end)) return null;
  return found(from, to, first === last ? start : `${start}/${end}`, written !== null);
}

/** A date without a year is the last such day before the text came out, or the next within a month. */
function yearOf(month: number, day: number, published: IsoDay | null): number | null {
  if (published === null) return null;
  const year = Number(published.slice(0, 4));
  return isoDay(year, month, day) <= addDays(published, 30) ? year : year - 1;
}

function dayNumber(token: Token | undefined): number | null {
  const [, digits] = DAY_OF_MONTH.exec(token?.lower ?? '') ?? [];
  const day = Number(digits);
  return digits !== undefined && day >= 1 && day <= 31 ? day : null;
}

/** Written with a capital: "may" and "march" are words of other use. */
function monthNumber(token: Token | undefined): number | null {
  return token !== undefined && /^\p{Lu}/u.test(token.text) ? (MONTHS.get(token.lower) ?? null) : null;
}

function namedDay(tokens: readonly Token[], from: number, published: IsoDay | null): ReadDate | null {
  for (const [words, month, day] of NAMED_DAYS) {
    if (!words.every((word, index) => tokens[from + index]?.lower === word)) continue;
    return dayRange(tokens, from, from + words.length, { first: day, last: day, month }, published);
  }
  return null;
}

/** "December 2024", "last March", "in 2019". */
function monthOrYear(tokens: readonly Token[], from: number, published: IsoDay | null): ReadDate | null {
  const before = tokens[from - 1]?.lower ?? '';
  const month = monthNumber(tokens[from]);
  if (month !== null) {
    const at = tokens[from + 1]?.text === ',' ? from + 2 : from + 1;
    const year = tokens[at]?.lower ?? '';
    if (YEAR.test(year)) return found(from, at + 1, isoMonth(Number(year), month), true);
    const assumed = BEFORE_MONTH.has(before) ? yearOf(month, 1, published) : null;
    return assumed === null ? null : found(from, from + 1, isoMonth(assumed, month));
  }
  const word = tokens[from]?.lower ?? '';
  if (!YEAR.test(word) || !(BEFORE_YEAR.has(before) || tokens[from + 1]?.lower === "'s")) return null;
  const counted = tokens[from + 1];
  return counted?.pos === 'NOUN' && before !== 'in' && before !== 'the' ? null : found(from, from + 1, word, true);
}

/** "today", "on Wednesday", "last week", "two days ago". */
function fromPublication(tokens: readonly Token[], from: number, published: IsoDay): ReadDate | null {
  const word = tokens[from]?.lower ?? '';
  const next = tokens[from + 1]?.lower ?? '';
  if (word === 'today' || word === 'tonight') return found(from, from + 1, published);
  if (word === 'yesterday') return found(from, withPart(tokens, from + 1), addDays(published, -1));
  if (word === 'tomorrow') return found(from, withPart(tokens, from + 1), addDays(published, 1));
  if (word === 'this' && PARTS_OF_DAY.has(next)) return found(from, from + 2, published);
  if (word === 'last' && next === 'night') return found(from, from + 2, addDays(published, -1));
  const weekday = WEEKDAYS.get(word);
  if (weekday !== undefined && /^\p{Lu}/u.test(tokens[from]?.text ?? '')) {
    const later = /^(?:next|coming)$/.test(tokens[from - 1]?.lower ?? '');
    const isLast = tokens[from - 1]?.lower === 'last';
    const back = (weekdayOf(published) - weekday + 7) % 7;
    const days = later ? 7 - back : -(back === 0 && isLast ? 7 : back);
    // "Wednesday, 25 December": the date itself says more.
    const comma = tokens[from + 1]?.text === ',' ? from + 2 : from + 1;
    const dated = dayMonth(tokens, comma, published) ?? monthDay(tokens, comma, published);
    if (dated !== null) return { ...dated, from };
    return found(from, withPart(tokens, from + 1), addDays(published, days));
  }
  return lastPeriod(tokens, from, published) ?? ago(tokens, from, published);
}

function withPart(tokens: readonly Token[], at: number): number {
  return PARTS_OF_DAY.has(tokens[at]?.lower ?? '') ? at + 1 : at;
}

function lastPeriod(tokens: readonly Token[], from: number, published: IsoDay): ReadDate | null {
  const word = tokens[from]?.lower ?? '';
  const steps = word === 'last' ? -1 : word === 'this' ? 0 : null;
  const period = PERIODS.get(tokens[from + 1]?.lower ?? '');
  if (steps === null || period === undefined || period === 'DAY') return null;
  if (period === 'MONTH') return found(from, from + 2, addMonths(published, steps));
  if (period === 'YEAR') return found(from, from + 2, String(Number(published.slice(0, 4)) + steps).padStart(4, '0'));
  const monday = addDays(published, steps * 7 - ((weekdayOf(published) + 6) % 7));
  return found(from, from + 2, `${monday}/${addDays(monday, 6)}`);
}

interface Span {
  readonly days: number;
  readonly to: number;
}

function ago(tokens: readonly Token[], from: number, published: IsoDay): ReadDate | null {
  const span = spanAt(tokens, from);
  if (span === null || tokens[span.to]?.lower !== 'ago') return null;
  return found(from, span.to + 1, addDays(published, -span.days));
}

/** "two days", "a week": months and years are too wide to name a day. */
function spanAt(tokens: readonly Token[], from: number): Span | null {
  const isOne = /^(?:a|the)$/.test(tokens[from]?.lower ?? '');
  const number = isOne ? null : numberAt(tokens, from);
  const count = isOne ? 1 : number === null || number.vague ? null : Number(number.lower);
  const at = isOne ? from + 1 : (number?.to ?? from);
  const period = PERIODS.get(tokens[at]?.lower ?? '');
  if (count === null || count > 60 || (period !== 'DAY' && period !== 'WEEK')) return null;
  return { days: period === 'WEEK' ? count * 7 : count, to: at + 1 };
}

/** "two days after the crash", "the next morning", "a day later", "on the same day". */
function fromEvent(tokens: readonly Token[], from: number, isEvent: (at: number) => boolean): ReadDate | null {
  const after = (to: number, days: number): ReadDate => ({
    from,
    to,
    edtf: null,
    daysAfterEvent: days,
    yearGiven: false,
  });
  const [word, next, third] = [0, 1, 2].map((index) => tokens[from + index]?.lower ?? '');
  const isDayWord = (text: string | undefined): boolean => text === 'day' || PARTS_OF_DAY.has(text ?? '');
  if (word === 'the' && (next === 'next' || next === 'following') && isDayWord(third)) return after(from + 3, 1);
  if (/^(?:the|that)$/.test(word ?? '') && next === 'same' && isDayWord(third)) return after(from + 3, 0);
  const span = spanAt(tokens, from);
  if (span === null) return null;
  const link = tokens[span.to]?.lower ?? '';
  if (link === 'later' || (link === 'afterwards' && tokens[span.to + 1] !== undefined))
    return after(span.to + 1, span.days);
  const sign = link === 'after' ? 1 : link === 'before' ? -1 : null;
  if (sign === null) return null;
  const noun = [1, 2, 3, 4].map((index) => span.to + index).find(isEvent);
  return noun === undefined ? null : after(noun + 1, sign * span.days);
}
