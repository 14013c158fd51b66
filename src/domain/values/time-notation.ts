import edtf from 'edtf';

/** A date, season or time of day as EDTF level 1 writes it, taken apart. */
export interface TimePoint {
  /** "2024", or with unspecified digits "201X", "20XX". */
  readonly year: string;
  /** 1 to 12, or 21 (spring) to 24 (winter); null where it is absent or unspecified (XX). */
  readonly month: number | null;
  /** Null where it is absent or unspecified (XX). */
  readonly day: number | null;
  /** "06:28", "06:28:30" or "06:28:30.500"; null for a date. */
  readonly clock: string | null;
  /** "Z", "+04:00"; null for a date and for a local time of day. */
  readonly zone: string | null;
  /** ~ : near this time. */
  readonly approximate: boolean;
  /** ? : the source is not sure of it. */
  readonly uncertain: boolean;
  /** First and last epoch millisecond of what is written, before any widening; the library's reading of a date. */
  readonly min: number;
  readonly max: number;
}

/** One point in time, or an interval whose ends may be open (null). Both ends of a single point are that point. */
export interface TimeNotation {
  readonly isInterval: boolean;
  readonly start: TimePoint | null;
  readonly end: TimePoint | null;
}

export const FIRST_SEASON = 21;
const MAX_LENGTH = 64;
/** Seconds have no fraction or three digits of it: the library takes 00.5 for five milliseconds. */
const POINT =
  /^(?<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?<month>\d{2}|XX)(?:-(?<day>\d{2}|XX))?)?(?:T(?<clock>\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?)(?<zone>Z|[+-]\d{2}(?::\d{2})?)?)?(?<qualifier>[~?%])?$/;

/**
 * Reads EDTF level 0 or 1 (ISO 8601-2:2019; https://www.loc.gov/standards/datetime/): dates, date-times, seasons,
 * unspecified digits, qualified dates, and intervals with open ("..") or unknown ("") ends. Null for anything else,
 * among it level 2, years outside 0000 to 9999, and days that are not in the calendar (2023-02-29).
 */
export function readNotation(text: string): TimeNotation | null {
  if (text.length > MAX_LENGTH) return null;
  const [first = '', second, ...others] = text.split('/');
  if (others.length > 0) return null;
  if (second === undefined) {
    const point = readPoint(first);
    return point === null ? null : { isInterval: false, start: point, end: point };
  }
  return readInterval(first, second);
}

function readInterval(first: string, second: string): TimeNotation | null {
  const start = isOpen(first) ? null : readPoint(first);
  const end = isOpen(second) ? null : readPoint(second);
  const isUnread = (start === null && !isOpen(first)) || (end === null && !isOpen(second));
  const saysNothing = start === null && end === null;
  // Level 1 has no intervals of seasons.
  if (isUnread || saysNothing || isSeason(start) || isSeason(end)) return null;
  return { isInterval: true, start, end };
}

function isOpen(side: string): boolean {
  return side === '..' || side === '';
}

function isSeason(point: TimePoint | null): boolean {
  return point !== null && point.month !== null && point.month >= FIRST_SEASON;
}

function readPoint(text: string): TimePoint | null {
  const groups = POINT.exec(text)?.groups;
  const span = groups === undefined ? null : spanOf(text);
  if (groups === undefined || span === null) return null;
  const { year = '', month, day, clock, zone, qualifier } = groups;
  if (!isInCalendar(year, month, day)) return null;
  return {
    year,
    month: numberOrNull(month),
    day: numberOrNull(day),
    clock: clock ?? null,
    zone: zone ?? null,
    approximate: qualifier === '~' || qualifier === '%',
    uncertain: qualifier === '?' || qualifier === '%',
    ...span,
  };
}

function spanOf(text: string): { min: number; max: number } | null {
  try {
    const { min, max } = edtf(text, { level: 1 });
    return { min, max };
  } catch {
    // The library throws on whatever it cannot read.
    return null;
  }
}

/** The library takes 29 February of a common year for 1 March. */
function isInCalendar(year: string, month: string | undefined, day: string | undefined): boolean {
  if (month !== '02' || day !== '29') return true;
  const leapDay = new Date(0);
  leapDay.setUTCFullYear(Number(year), 1, 29);
  return leapDay.getUTCMonth() === 1;
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined || digits === 'XX' ? null : Number(digits);
}
