import { isPhysicalUnit } from './units.js';
import type { Decimal, QuantityValue } from './value.js';

/** Figures below this are written without a separator: 2024, 9,999 reads no better than 9999. */
const GROUPED_FROM_DIGITS = 5;
const CURRENCY_CODE = /^[A-Z]{3}$/;

/**
 * A quantity for readers: "38", "at least 35", "more than 30", "up to 40", "35 to 40", "about 40". A unit of measure
 * or a currency is named ("12 km", "about 10,000 EUR", "40%"); what a property counts ("person") is left to its words.
 */
export function quantityText(value: QuantityValue, propertyUnit: string | null): string {
  const unit = shownUnit(value.unit ?? propertyUnit, propertyUnit);
  const words = figures(value);
  if (unit === null) return words;
  return unit === '%' ? `${words}%` : `${words} ${unit}`;
}

/** A decimal with its thousands set apart by commas, from 10,000 on. */
export function groupedDecimal(text: Decimal): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(text) ?? [];
  const grouped = whole.length < GROUPED_FROM_DIGITS ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign}${grouped}${fraction}`;
}

function shownUnit(unit: string | null, propertyUnit: string | null): string | null {
  if (unit === null) return null;
  const isImplied = unit === propertyUnit && !isPhysicalUnit(unit) && !CURRENCY_CODE.test(unit);
  return isImplied ? null : unit;
}

function figures(value: QuantityValue): string {
  const { amount, approximate } = value;
  if (amount === null) return approximate ? `about ${range(value)}` : range(value);
  const figure = groupedDecimal(amount);
  if (approximate) return `about ${figure}`;
  if (amount === value.lower && amount === value.upper) return figure;
  if (amount === value.lower || amount === value.upper) return edge(value, figure);
  return `${figure} (${range(value)})`;
}

/** The words for a figure that is itself a bound of what it means: "at least 35", "nearly 40". */
function edge(value: QuantityValue, figure: string): string {
  const isNearly = value.amount === value.upper && value.upperOpen && value.lower !== null && value.lower !== '0';
  if (isNearly) return `nearly ${figure}`;
  const isOneSided = value.upper === null || value.lower === null || value.lower === '0';
  return isOneSided ? range(value) : `${figure} (${range(value)})`;
}

function range({ lower, upper, lowerOpen, upperOpen }: QuantityValue): string {
  if (lower !== null && lower === upper) return groupedDecimal(lower);
  if (upper === null) return lower === null ? 'any number' : atLeast(lower, lowerOpen);
  if (lower === null) return `${upperOpen ? 'below' : 'at most'} ${groupedDecimal(upper)}`;
  if (lower === '0' && !lowerOpen) return `${upperOpen ? 'under' : 'up to'} ${groupedDecimal(upper)}`;
  const [from, to] = [groupedDecimal(lower), groupedDecimal(upper)];
  return `${lowerOpen ? 'more than ' : ''}${from} ${upperOpen ? 'to under' : 'to'} ${to}`;
}

function atLeast(lower: Decimal, open: boolean): string {
  return `${open ? 'more than' : 'at least'} ${groupedDecimal(lower)}`;
}
