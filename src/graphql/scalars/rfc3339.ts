const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Whether a text is an RFC 3339 date and time (section 5.6, capitals only) of a day that exists. The offset is required,
 * since without it the text is no instant. Leap seconds are refused: a Date cannot hold them. So are instants that fall,
 * in UTC, outside the years 0001 to 9999: they cannot be written in four digits.
 */
export function isRfc3339(text: string): boolean {
  const match = RFC3339.exec(text);
  if (!match) return false;
  if (!isDayThatExists(match)) return false;
  const utcYear = new Date(text).getUTCFullYear();
  return utcYear >= 1 && utcYear <= 9999;
}

/** Whether a text is an RFC 3339 full-date (section 5.6) of a day that exists, in the years 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && !text.startsWith('0000') && isDayThatExists(match);
}

/** @param match whose first three groups are year, month and day */
function isDayThatExists(match: RegExpExecArray): boolean {
  const [year, month, day] = match.slice(1, 4).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
}

/** Days of a month. The calendar repeats every 400 years, and `Date.UTC` takes years below 100 for 1900 and on. */
function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}
