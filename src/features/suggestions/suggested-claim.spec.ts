import { describe, expect, test } from '@jest/globals';
import { quantityOf, type QuantityInput } from '../../domain/values/quantity.js';
import { timeOf } from '../../domain/values/time.js';
import type { NamedValue } from './suggested.js';
import { conceptsKept, valueInputOf } from './suggested-claim.js';

const nothing = () => null;

describe('a suggested value as an input', () => {
  test.each<[string, QuantityInput]>([
    ['a figure', { amount: '38' }],
    ['at least', { lowerBound: '35', amount: '35' }],
    ['more than', { lowerBound: '30', lowerExclusive: true }],
    ['up to', { upperBound: '40' }],
    ['nearly', { amount: '40', lowerBound: '36', upperBound: '40', upperExclusive: true }],
    ['about', { amount: '40', approximate: true }],
    ['below zero', { upperBound: '-4', unit: '°C' }],
    ['dozens', { lowerBound: '24', upperBound: '99' }],
    ['in another unit', { amount: '5.5', unit: 'km' }],
  ])('%s means the same when it is written', (_name, said) => {
    const propertyUnit = said.unit === '°C' ? '°C' : said.unit ? 'm' : 'person';
    const read = quantityOf(said, propertyUnit);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { quantity } = valueInputOf(read.value, nothing);
    expect(quantityOf(quantity!, propertyUnit)).toEqual(read);
  });

  test('a day, yes, words and "not known" stand as they are', () => {
    const day = timeOf('2031-05-03~');
    if (!day.ok) throw new Error('2031-05-03~ is a time.');
    expect(valueInputOf(day.value, nothing)).toEqual({ time: '2031-05-03~' });
    expect(valueInputOf({ kind: 'BOOLEAN', boolean: false }, nothing)).toEqual({ boolean: false });
    expect(valueInputOf({ kind: 'TEXT', text: 'A rebel group', language: null }, nothing)).toEqual({
      text: 'A rebel group',
    });
    expect(valueInputOf({ kind: 'UNKNOWN' }, nothing)).toEqual({ unknown: true });
  });
});

describe('the concepts that a claim takes over', () => {
  const port = { conceptId: null, label: 'Syros', scheme: 'place', broaderId: null };
  const value: NamedValue = { kind: 'CONCEPT', ...port };
  const scope = [{ dimension: 'role', ...port, label: 'crew', scheme: 'role' }];
  test.each([
    ['all', {}, ['value', 'scope']],
    ['but the value that is corrected', { value: { unknown: true } }, ['scope']],
    ['but the scope that is corrected, to nothing even', { scope: [] }, ['value']],
  ])('%s', (_name, input, parts) => {
    expect(conceptsKept({ value, scope }, input).map(({ part }) => part)).toEqual(parts);
  });
});
