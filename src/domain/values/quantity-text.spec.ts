import { describe, expect, test } from '@jest/globals';
import { quantityOf, type QuantityInput } from './quantity.js';
import { groupedDecimal, quantityText } from './quantity-text.js';

describe('quantityText', () => {
  test.each<[string, QuantityInput, string | null]>([
    ['38', { amount: '38' }, 'person'],
    ['38', { amount: '38' }, null],
    ['at least 35', { lowerBound: '35' }, 'person'],
    ['at least 35', { amount: '35', lowerBound: '35' }, 'person'],
    ['more than 30', { amount: '30', lowerBound: '30', lowerExclusive: true }, 'person'],
    ['up to 40', { upperBound: '40' }, 'person'],
    ['under 40', { upperBound: '40', upperExclusive: true }, 'person'],
    ['under 40', { amount: '40', upperBound: '40', upperExclusive: true }, 'person'],
    ['at most -5', { upperBound: '-5' }, null],
    ['below -5', { upperBound: '-5', upperExclusive: true }, null],
    ['35 to 40', { lowerBound: '35', upperBound: '40' }, 'person'],
    ['38 (35 to 40)', { amount: '38', lowerBound: '35', upperBound: '40' }, 'person'],
    ['35 (35 to 40)', { amount: '35', lowerBound: '35', upperBound: '40' }, 'person'],
    [
      'more than 35 to under 40',
      { lowerBound: '35', upperBound: '40', lowerExclusive: true, upperExclusive: true },
      null,
    ],
    ['under 40', { amount: '40', lowerBound: '0', upperBound: '40', upperExclusive: true }, 'person'],
    ['36 (36 to under 40)', { amount: '36', lowerBound: '36', upperBound: '40', upperExclusive: true }, 'person'],
    ['40 (36 to 40)', { amount: '40', lowerBound: '36', upperBound: '40' }, 'person'],
    ['at most -5', { amount: '-5', upperBound: '-5' }, null],
    ['40', { lowerBound: '40', upperBound: '40' }, 'person'],
    ['38 (at least 35)', { amount: '38', lowerBound: '35' }, 'person'],
    ['38 (up to 40)', { amount: '38', upperBound: '40' }, 'person'],
    ['nearly 40', { amount: '40', lowerBound: '36', upperBound: '40', upperExclusive: true }, 'person'],
    ['about 40', { amount: '40', approximate: true }, 'person'],
    ['about 35 to 40', { lowerBound: '35', upperBound: '40', approximate: true }, 'person'],
    ['0', { amount: '0' }, 'person'],
    ['9999', { amount: '9999' }, null],
    ['10,000', { amount: '10000' }, null],
    ['about 1,250,000.5', { amount: '1250000.5', approximate: true }, null],
    ['1.5 km', { amount: '1.5', unit: 'km' }, 'm'],
    ['1500 m', { amount: '1500' }, 'm'],
    ['at least 20%', { lowerBound: '20', unit: '%' }, '%'],
    ['12,000 EUR', { amount: '12000' }, 'EUR'],
    ['12', { amount: '12' }, 'EUROS'],
    ['12', { amount: '12' }, 'nEUR'],
  ])('%s', (expected, input, propertyUnit) => {
    const result = quantityOf(input, propertyUnit);
    expect(result.ok ? quantityText(result.value, propertyUnit) : result.problems).toBe(expected);
  });
});

test.each([
  ['-12345.678', '-12,345.678'],
  ['-1234', '-1234'],
  ['0.0000012345', '0.0000012345'],
  ['1234567890', '1,234,567,890'],
])('groupedDecimal writes %s as %s', (text, expected) => {
  expect(groupedDecimal(text)).toBe(expected);
});
