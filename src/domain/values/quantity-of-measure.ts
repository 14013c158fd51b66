import type Big from 'big.js';
import { decimalText } from './decimal.js';
import type { Interval } from './interval.js';
import { fromBaseUnit, scaleOf } from './units.js';
import type { QuantityValue } from './value.js';

/**
 * A computed interval, in the base unit of the property's dimension, as a quantity in the property's own unit: what
 * `measureOf` gives, turned back, to 40 significant digits.
 */
export function quantityOfMeasure(interval: Interval<Big>, propertyUnit: string | null): QuantityValue {
  const scale = scaleOf(null, propertyUnit);
  const convert = (bound: Big | null): string | null =>
    bound === null ? null : decimalText(fromBaseUnit(bound, scale));
  const [lower, upper] = [convert(interval.lower), convert(interval.upper)];
  return {
    kind: 'QUANTITY',
    amount: lower === upper ? lower : null,
    lower,
    upper,
    lowerOpen: lower !== null && interval.lowerOpen,
    upperOpen: upper !== null && interval.upperOpen,
    approximate: false,
    unit: null,
  };
}
