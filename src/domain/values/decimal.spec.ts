import { describe, expect, test } from '@jest/globals';
import { decimal, decimalText, lastSignificantPlace, readDecimal } from './decimal.js';

describe('readDecimal', () => {
  test.each([
    ['38', '38'],
    ['038.50', '38.5'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['+7', '7'],
    ['.5', '0.5'],
    ['-3.25', '-3.25'],
    ['1.2e6', '1200000'],
    ['5E-3', '0.005'],
    ['1e40', `1${'0'.repeat(40)}`],
    ['9'.repeat(40), '9'.repeat(40)],
  ])('reads %s as %s', (text, expected) => {
    const number = readDecimal(text);
    expect(number === null ? null : decimalText(number)).toBe(expected);
  });

  test.each([
    ['nothing', ''],
    ['a blank', ' '],
    ['a surrounding blank', ' 38'],
    ['a thousands separator', '10,000'],
    ['a decimal comma in a group', '1 000'],
    ['a trailing point', '38.'],
    ['a word', 'dozens'],
    ['not a number', 'NaN'],
    ['infinity', 'Infinity'],
    ['hexadecimal', '0x26'],
    ['two signs', '--3'],
    ['digits of another script', '٣٨'],
    ['41 significant digits', '9'.repeat(41)],
    ['more than the universe holds', '1e41'],
    ['less than anything', '1e-41'],
    ['an absurd exponent', '1e999999999'],
    ['an endless row of zeros', `0.${'0'.repeat(1000)}1`],
  ])('refuses %s', (_name, text) => {
    expect(readDecimal(text)).toBeNull();
  });
});

describe('lastSignificantPlace', () => {
  test.each([
    ['40', '10'],
    ['38', '1'],
    ['1234', '1'],
    ['100', '100'],
    ['27.5', '0.1'],
    ['-40', '10'],
    ['0', '1'],
  ])('of %s is %s', (text, expected) => {
    expect(decimalText(lastSignificantPlace(decimal(text)))).toBe(expected);
  });
});
