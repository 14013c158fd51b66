import Big from 'big.js';
import type { Decimal } from './value.js';

/**
 * Decimals for figures that people wrote. Addition and multiplication are exact; division, which only unit
 * conversion needs, keeps 100 decimal places, so that equal ratios give equal results.
 */
export const Exact = Big();
Exact.DP = 100;

const NOTATION = /^[+-]?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d{1,3})?$/;
const MAX_LENGTH = 100;
const MAX_SIGNIFICANT_DIGITS = 40;
/** Powers of ten beyond which no figure is a figure any more: the universe has some 10^80 atoms, news has less. */
const MAX_EXPONENT = 40;

/**
 * Reads a decimal in plain or scientific notation ("38", "-3", "27.50", "1.2e6"): no thousands separators, no
 * spaces. Null where it is not one, has more than 40 significant digits, or lies beyond 10^±40.
 */
export function readDecimal(text: string): Big | null {
  if (text.length > MAX_LENGTH || !NOTATION.test(text)) return null;
  const number = new Exact(text.replace(/^\+/, ''));
  if (number.c.length > MAX_SIGNIFICANT_DIGITS || Math.abs(number.e) > MAX_EXPONENT) return null;
  return number;
}

/** The one way this number is written: no exponent, no plus sign, no needless zeros, no negative zero. */
export function decimalText(number: Big): Decimal {
  return number.eq(0) ? '0' : number.toFixed();
}

/** A stored decimal as a number to count with. */
export function decimal(text: Decimal): Big {
  return new Exact(text);
}

export function compareDecimals(a: Big, b: Big): number {
  return a.cmp(b);
}

/** The place value of the last digit that is not zero: ten for 40, one for 38, a tenth for 27.5; one for zero. */
export function lastSignificantPlace(number: Big): Big {
  if (number.eq(0)) return new Exact(1);
  return new Exact(`1e${number.e - number.c.length + 1}`);
}
