import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from './decimal.js';
import { quantityOfMeasure } from './quantity-of-measure.js';
import { measureOf, quantityOf, relateQuantities } from './quantity.js';
import type { QuantityValue } from './value.js';

function quantity(input: Parameters<typeof quantityOf>[0], unit: string | null): QuantityValue {
  const result = quantityOf(input, unit);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  return result.value;
}

test.each<[string, Parameters<typeof quantityOf>[0], string | null, Partial<QuantityValue>]>([
  ['a number', { amount: '38' }, null, { amount: '38', lower: '38', upper: '38', unit: null }],
  ['a count', { amount: '38' }, 'person', { amount: '38', lower: '38', upper: '38', unit: null }],
  ['another unit', { amount: '1500', unit: 'm' }, 'km', { amount: '1.5', lower: '1.5', upper: '1.5', unit: null }],
  ['a thermometer', { amount: '20' }, 'celsius', { amount: '20' }],
  ['nothing', { amount: '0' }, 'person', { amount: '0' }],
  [
    'a range',
    { lowerBound: '35', upperBound: '40', upperExclusive: true },
    'person',
    { amount: null, lower: '35', upper: '40', lowerOpen: false, upperOpen: true },
  ],
  [
    'a half-line',
    { lowerBound: '30', lowerExclusive: true },
    'person',
    { amount: null, lower: '30', upper: null, lowerOpen: true, upperOpen: false },
  ],
])('%s', (_name, input, unit, expected) => {
  const { interval } = measureOf(quantity(input, unit), unit);
  expect(quantityOfMeasure(interval, unit)).toMatchObject(expected);
});

test('an end that is not there is not open', () => {
  const everything = { lower: null, upper: null, lowerOpen: true, upperOpen: true };
  expect(quantityOfMeasure(everything, null)).toMatchObject({ lowerOpen: false, upperOpen: false, amount: null });
  const from = { lower: decimal('3'), upper: null, lowerOpen: false, upperOpen: true };
  expect(quantityOfMeasure(from, null)).toMatchObject({ lower: '3', upperOpen: false });
});

test('law: turning a measure back gives an equal quantity', () => {
  const units = fc.constantFrom('km', 'mile', 'foot', 'knot', 'celsius', 'fahrenheit', 'person', null);
  fc.assert(
    fc.property(fc.integer({ min: -99_999, max: 99_999 }), units, (thousandths, unit) => {
      const value = quantity({ amount: String(thousandths / 1000) }, unit);
      const back = quantityOfMeasure(measureOf(value, unit).interval, unit);
      expect(back.amount).toBe(value.amount);
      expect(relateQuantities(back, value, unit)).toBe('EQUAL');
    }),
  );
});
