import type { Token } from './sentence.js';

/** A unit and where its words end (exclusive). */
export interface ReadUnit {
  readonly unit: string;
  readonly to: number;
}

/** English words of measure, and the units that Gainsay computes with. */
const UNITS = new Map<string, string>(
  Object.entries({
    '%': '%',
    percent: '%',
    pc: '%',
    km: 'km',
    kilometre: 'km',
    kilometres: 'km',
    kilometer: 'km',
    kilometers: 'km',
    mile: 'mi',
    miles: 'mi',
    m: 'm',
    metre: 'm',
    metres: 'm',
    meter: 'm',
    meters: 'm',
    cm: 'cm',
    centimetre: 'cm',
    centimetres: 'cm',
    centimeter: 'cm',
    centimeters: 'cm',
    mm: 'mm',
    millimetre: 'mm',
    millimetres: 'mm',
    millimeter: 'mm',
    millimeters: 'mm',
    foot: 'ft',
    feet: 'ft',
    ft: 'ft',
    inch: 'in',
    inches: 'in',
    yard: 'yd',
    yards: 'yd',
    hectare: 'hectare',
    hectares: 'hectare',
    acre: 'acre',
    acres: 'acre',
    tonne: 'tonne',
    tonnes: 'tonne',
    kg: 'kg',
    kilogram: 'kg',
    kilograms: 'kg',
    kilo: 'kg',
    kilos: 'kg',
    litre: 'l',
    litres: 'l',
    liter: 'l',
    liters: 'l',
    kmh: 'km/h',
    kph: 'km/h',
    mph: 'mph',
    knot: 'knot',
    knots: 'knot',
    second: 's',
    seconds: 's',
    minute: 'min',
    minutes: 'min',
    hour: 'h',
    hours: 'h',
    day: 'day',
    days: 'day',
    week: 'week',
    weeks: 'week',
    year: 'year',
    years: 'year',
    month: 'month',
    months: 'month',
    dollar: 'USD',
    dollars: 'USD',
    euro: 'EUR',
    euros: 'EUR',
    pounds: 'GBP',
    yen: 'JPY',
    yuan: 'CNY',
    rupees: 'INR',
  }),
);
const CURRENCIES = new Map<string, string>(
  Object.entries({ $: 'USD', us$: 'USD', a$: 'AUD', c$: 'CAD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR' }),
);
const SQUARE = /^sq(?:uare)?\.?$/;

/** The unit whose words begin at a token: "km", "per cent", "square kilometres"; null where none does. */
export function unitAt(tokens: readonly Token[], at: number): ReadUnit | null {
  const word = tokens[at]?.lower ?? '';
  const next = tokens[at + 1]?.lower ?? '';
  if (word === 'per' && next === 'cent') return { unit: '%', to: at + 2 };
  if (SQUARE.test(word)) {
    const side = UNITS.get(next);
    return side === undefined ? null : { unit: `${side}^2`, to: at + 2 };
  }
  const unit = UNITS.get(word.replace(/\.$/, ''));
  if (unit === undefined) return null;
  if (next === '/' && /^h\.?$|^s\.?$/.test(tokens[at + 2]?.lower ?? '')) {
    return { unit: `${unit}/${tokens[at + 2]?.lower.charAt(0) ?? ''}`, to: at + 3 };
  }
  if (unit === '%' && (next === 'point' || next === 'points')) return null;
  const hour = tokens[at + 2]?.lower ?? '';
  if ((next === 'per' || next === 'an') && (hour === 'hour' || next === 'an')) {
    return { unit: `${unit}/h`, to: next === 'an' ? at + 3 : at + 3 };
  }
  return { unit, to: at + 1 };
}

/** The currency whose sign stands at a token, before the figure. */
export function currencyAt(tokens: readonly Token[], at: number): ReadUnit | null {
  const unit = CURRENCIES.get(tokens[at]?.lower ?? '');
  return unit === undefined ? null : { unit, to: at + 1 };
}
