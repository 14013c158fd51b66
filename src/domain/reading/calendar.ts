/** A day of the calendar, in UTC; pure arithmetic over ISO dates. */
export type IsoDay = string;

const DAY = 86_400_000;

/** The day of an EDTF text that begins with one ("2024-12-25", "2024-12-25T06:28"); null for anything vaguer. */
export function dayOf(edtf: string | null | undefined): IsoDay | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(edtf ?? '')?.[0];
  return day !== undefined && isDay(day) ? day : null;
}

export function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

export function addDays(day: IsoDay, days: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** "2024-12" and some months on; the month of a day. */
export function addMonths(day: IsoDay, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  return isoMonth(Math.floor(count / 12), (count % 12) + 1);
}

/** 0 is Sunday. */
export function weekdayOf(day: IsoDay): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay();
}

export function isoMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${isoMonth(year, month)}-${String(day).padStart(2, '0')}`;
}
