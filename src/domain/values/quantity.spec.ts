import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { quantityOf, relateQuantities, type QuantityInput } from './quantity.js';
import { converse } from './relation.js';
import type { QuantityValue } from './value.js';

function valueOf(input: QuantityInput, unit: string | null = null): QuantityValue {
  const result = quantityOf(input, unit);
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join());
  return result.value;
}

function setOf({ lower, upper, lowerOpen, upperOpen }: QuantityValue): string {
  return `${lowerOpen ? '(' : '['}${lower ?? '-∞'}, ${upper ?? '∞'}${upperOpen ? ')' : ']'}`;
}

describe('quantityOf: the set a figure denotes', () => {
  test.each<[string, QuantityInput, string]>([
    ['38', { amount: '38' }, '[38, 38]'],
    ['written carelessly', { amount: '038.50' }, '[38.5, 38.5]'],
    ['minus zero', { amount: '-0' }, '[0, 0]'],
    ['at least 35', { lowerBound: '35' }, '[35, ∞]'],
    ['more than 30', { lowerBound: '30', lowerExclusive: true }, '(30, ∞]'],
    ['up to 40', { upperBound: '40' }, '[0, 40]'],
    ['fewer than 40', { upperBound: '40', upperExclusive: true }, '[0, 40)'],
    ['at most none', { upperBound: '0' }, '[0, 0]'],
    ['at most minus five', { upperBound: '-5' }, '[-∞, -5]'],
    ['less than nothing', { upperBound: '0', upperExclusive: true }, '[-∞, 0)'],
    ['a loss, at most 40', { amount: '-3', upperBound: '40' }, '[-∞, 40]'],
    ['dozens', { lowerBound: '24', upperBound: '99' }, '[24, 99]'],
    ['nearly 40', { amount: '40', lowerBound: '36', upperBound: '40', upperExclusive: true }, '[36, 40)'],
    ['38, or between 35 and 40', { amount: '38', lowerBound: '35', upperBound: '40' }, '[35, 40]'],
    ['about 40', { amount: '40', approximate: true }, '[35, 45]'],
    ['about 1234', { amount: '1234', approximate: true }, '[1110.6, 1357.4]'],
    ['about 27.5', { amount: '27.5', approximate: true }, '[24.75, 30.25]'],
    ['about 100, half of whose place is more than a tenth', { amount: '100', approximate: true }, '[50, 150]'],
    ['about 0', { amount: '0', approximate: true }, '[0, 0.5]'],
    ['about -40', { amount: '-40', approximate: true }, '[-45, -35]'],
    ['about a range', { lowerBound: '35', upperBound: '40', approximate: true }, '[35, 40]'],
    ['an exclusive bound that is not there', { lowerBound: '3', upperExclusive: true }, '[3, ∞]'],
    ['absent and null are one', { amount: '3', lowerBound: null, unit: null, approximate: null }, '[3, 3]'],
  ])('%s', (_name, input, expected) => {
    expect(setOf(valueOf(input))).toBe(expected);
  });

  test.each<[string, QuantityInput, string]>([
    ['up to 5 °C', { upperBound: '5', unit: '°C' }, '[-∞, 5]'],
    ['about 0 °C', { amount: '0', approximate: true, unit: '°C' }, '[-0.5, 0.5]'],
  ])('temperatures do not stop at zero: %s', (_name, input, expected) => {
    expect(setOf(valueOf(input, 'celsius'))).toBe(expected);
  });

  test('keeps what the source wrote', () => {
    expect(valueOf({ amount: '1.50', approximate: true, unit: 'km' }, 'm')).toMatchObject({
      amount: '1.5',
      approximate: true,
      unit: 'km',
    });
  });
});

describe('quantityOf: problems', () => {
  test.each<[string, QuantityInput, string | null, string[]]>([
    ['no figure', {}, null, ['EMPTY_QUANTITY ']],
    ['a flag and no figure', { approximate: true }, null, ['EMPTY_QUANTITY ']],
    ['a word', { amount: 'dozens' }, null, ['INVALID_DECIMAL amount']],
    ['nothing written', { upperBound: '' }, null, ['INVALID_DECIMAL upperBound']],
    [
      'everything at once',
      { amount: 'x', lowerBound: 'y', unit: 'parsnip' },
      null,
      ['INVALID_DECIMAL amount', 'INVALID_DECIMAL lowerBound', 'UNKNOWN_UNIT unit'],
    ],
    ['reversed', { lowerBound: '40', upperBound: '35' }, null, ['BOUNDS_REVERSED lowerBound']],
    [
      'equal with an end left out',
      { lowerBound: '40', upperBound: '40', upperExclusive: true },
      null,
      ['BOUNDS_REVERSED lowerBound'],
    ],
    ['below its bounds', { amount: '30', lowerBound: '35' }, null, ['AMOUNT_OUTSIDE_BOUNDS amount']],
    ['above its bounds', { amount: '41', upperBound: '40' }, null, ['AMOUNT_OUTSIDE_BOUNDS amount']],
    ['an unknown unit', { amount: '3', unit: 'parsnip' }, 'person', ['UNKNOWN_UNIT unit']],
    ['a blank unit', { amount: '3', unit: ' ' }, 'person', ['UNKNOWN_UNIT unit']],
    ['another dimension', { amount: '3', unit: 'km' }, 'kg', ['INCOMPATIBLE_UNIT unit']],
    ['a measure of a counted noun', { amount: '3', unit: 'km' }, 'person', ['INCOMPATIBLE_UNIT unit']],
    ['a measure of a bare number', { amount: '3', unit: 'km' }, null, ['INCOMPATIBLE_UNIT unit']],
  ])('%s', (_name, input, propertyUnit, expected) => {
    const result = quantityOf(input, propertyUnit);
    const problems = result.ok ? [] : result.problems.map(({ code, field }) => `${code} ${field.join('.')}`);
    expect(problems).toEqual(expected);
  });
});

describe('quantityOf: what a person is told', () => {
  const long = '1'.repeat(41);
  test.each<[string, QuantityInput, string | null, string]>([
    ['no figure', {}, null, 'A quantity needs an amount, a lower bound or an upper bound.'],
    [
      'a word',
      { amount: 'dozens' },
      null,
      '"dozens" is not a decimal number of at most 40 digits. Write it like 38, -3 or 27.5, without separators.',
    ],
    [
      'forty letters',
      { amount: 'x'.repeat(40) },
      null,
      `"${'x'.repeat(40)}" is not a decimal number of at most 40 digits. Write it like 38, -3 or 27.5, without separators.`,
    ],
    [
      'too many digits',
      { amount: long },
      null,
      `"${long.slice(1)}…" is not a decimal number of at most 40 digits. Write it like 38, -3 or 27.5, without separators.`,
    ],
    [
      'an unknown unit of people',
      { amount: '3', unit: 'parsnip' },
      'person',
      '"parsnip" is not a known unit. Use the property\'s own unit, "person", or a unit of measure such as "km".',
    ],
    [
      'an unknown unit of a bare number',
      { amount: '3', unit: 'parsnip' },
      null,
      '"parsnip" is not a known unit. Use no unit or a unit of measure such as "km".',
    ],
    [
      'kilometres of people',
      { amount: '3', unit: 'km' },
      'person',
      'A figure in "km" cannot be compared with this property, which is in "person".',
    ],
    [
      'kilometres of a bare number',
      { amount: '3', unit: 'km' },
      null,
      'A figure in "km" cannot be compared with this property, which is a bare number.',
    ],
    [
      'reversed bounds',
      { lowerBound: '40', upperBound: '35' },
      null,
      'No number lies between these bounds: the lower one has to be the smaller.',
    ],
    [
      'an amount outside',
      { amount: '30.0', lowerBound: '35' },
      null,
      'The amount 30 does not lie between the bounds given with it.',
    ],
  ])('%s', (_name, input, propertyUnit, message) => {
    const result = quantityOf(input, propertyUnit);
    expect(result.ok ? [] : result.problems.map((problem) => problem.message)).toEqual([message]);
  });
});

describe('relateQuantities', () => {
  test.each<[string, QuantityInput, QuantityInput, string | null, string]>([
    ['one length in two units', { amount: '1.5', unit: 'km' }, { amount: '1500' }, 'm', 'EQUAL'],
    ['a figure and a hedge around it', { amount: '38' }, { lowerBound: '35' }, 'person', 'NARROWER'],
    ['about 40 and 38', { amount: '40', approximate: true }, { amount: '38' }, 'person', 'BROADER'],
    ['about 40 and at least 42', { amount: '40', approximate: true }, { lowerBound: '42' }, null, 'OVERLAPPING'],
    ['more than 30 and up to 30', { lowerBound: '30', lowerExclusive: true }, { upperBound: '30' }, null, 'DISJOINT'],
    ['a warm day and a cold one', { amount: '20', unit: '°C' }, { amount: '20', unit: '°F' }, '°C', 'DISJOINT'],
  ])('%s', (_name, a, b, unit, expected) => {
    expect(relateQuantities(valueOf(a, unit), valueOf(b, unit), unit)).toBe(expected);
  });

  test('figures written before the property changed its unit are not compared', () => {
    const [before, after] = [valueOf({ amount: '3', unit: 'kg' }, 'kg'), valueOf({ amount: '3' }, 'm')];
    expect(relateQuantities(before, after, 'm')).toBe('INCOMPARABLE');
  });

  test('the same value is measured anew when the property’s unit is another', () => {
    const [bare, metres] = [valueOf({ amount: '3' }, 'm'), valueOf({ amount: '3', unit: 'm' }, 'm')];
    expect(relateQuantities(bare, metres, 'm')).toBe('EQUAL');
    expect(relateQuantities(bare, metres, 'km')).toBe('DISJOINT');
  });

  test('law: reading from the other side gives the converse', () => {
    const figure = fc.integer({ min: -50, max: 50 }).map(String);
    const quantity = fc
      .record({
        amount: fc.option(figure),
        lowerBound: fc.option(figure),
        upperExclusive: fc.boolean(),
        approximate: fc.boolean(),
      })
      .map((input) => quantityOf(input, null))
      .filter((result) => result.ok)
      .map((result) => result.value);
    fc.assert(
      fc.property(quantity, quantity, (a, b) => {
        expect(relateQuantities(b, a, null)).toBe(converse(relateQuantities(a, b, null)));
      }),
    );
  });
});
