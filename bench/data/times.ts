import { timeOf } from '../../src/domain/values/time.js';
import type { TimeValue } from '../../src/domain/values/value.js';

/** A day in milliseconds. */
export const DAY = 86_400_000;

const known = new Map<string, TimeValue>();

/** The value of an EDTF text. Remembered: a data set has few different days and reading each costs a millisecond. */
export function timeValue(edtf: string): TimeValue {
  const remembered = known.get(edtf);
  if (remembered) return remembered;
  const result = timeOf(edtf);
  if (!result.ok) throw new Error(`${edtf} is no date`);
  known.set(edtf, result.value);
  return result.value;
}

/** The UTC date of a moment in epoch milliseconds, as EDTF. */
export function dateOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}
