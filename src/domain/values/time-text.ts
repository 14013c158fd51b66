import { FIRST_SEASON, readNotation, type TimePoint } from './time-notation.js';
import type { TimeValue } from './value.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

/** A time for English readers: "25 December 2024", "about December 2024", "between 24 and 26 December 2024". */
export function timeText(value: TimeValue): string {
  return edtfText(value.edtf);
}

/** The same for a bare EDTF text; text that is not EDTF is given back as it is. */
export function edtfText(edtf: string): string {
  const notation = readNotation(edtf);
  if (notation === null) return edtf;
  const { isInterval, start, end } = notation;
  if (!isInterval && start !== null) return pointText(start);
  if (start !== null && end !== null) return rangeText(start, end);
  if (start !== null) return `from ${pointText(start)}`;
  return end === null ? edtf : `until ${pointText(end)}`;
}

function pointText(point: TimePoint): string {
  return `${hedge(point)}${bareText(point)}`;
}

function hedge({ approximate, uncertain }: TimePoint): string {
  return `${uncertain ? 'perhaps ' : ''}${approximate ? 'about ' : ''}`;
}

function bareText(point: TimePoint): string {
  const { clock, zone } = point;
  return clock === null ? dateText(point) : `${dateText(point)}, ${clock}${zoneText(zone)}`;
}

function dateText({ year, month, day }: TimePoint): string {
  const named = monthText(month);
  if (named === null) return yearText(year);
  return day === null ? `${named} ${yearText(year)}` : `${day} ${named} ${yearText(year)}`;
}

function monthText(month: number | null): string | null {
  if (month === null) return null;
  return (month >= FIRST_SEASON ? SEASONS[month - FIRST_SEASON] : MONTHS[month - 1]) ?? null;
}

function yearText(year: string): string {
  if (year.endsWith('XX')) return `between ${year.replace('XX', '00')} and ${year.replace('XX', '99')}`;
  return year.endsWith('X') ? `the ${year.replace('X', '0')}s` : String(Number(year));
}

function zoneText(zone: string | null): string {
  if (zone === null) return '';
  return zone === 'Z' ? ' UTC' : ` UTC${zone}`;
}

/** Leaves out of the first end what the second says again: "between 24 and 26 December 2024". */
function rangeText(start: TimePoint, end: TimePoint): string {
  if (pointText(start) === pointText(end)) return pointText(start);
  const sameYear = start.year === end.year && start.clock === null && end.clock === null;
  const bothDays = start.day !== null && end.day !== null;
  const bothMonths = start.day === null && end.day === null && start.month !== null && end.month !== null;
  if (sameYear && bothDays && start.month === end.month) return between(`${start.day}`, start, end);
  if (sameYear && bothDays) return between(`${start.day} ${monthText(start.month)}`, start, end);
  if (sameYear && bothMonths) return between(`${monthText(start.month)}`, start, end);
  return between(bareText(start), start, end);
}

function between(from: string, start: TimePoint, end: TimePoint): string {
  return `between ${hedge(start)}${from} and ${pointText(end)}`;
}
