import { describe, expect, test } from '@jest/globals';
import { isSame } from './same-suggestion.js';
import type { NamedValue, Suggested } from './suggested.js';

const quantity = (amount: string, more: object = {}): NamedValue => ({
  kind: 'QUANTITY',
  amount,
  lower: amount,
  upper: amount,
  lowerOpen: false,
  upperOpen: false,
  approximate: false,
  unit: null,
  ...more,
});
const place = (label: string, conceptId: string | null = null): NamedValue => ({
  kind: 'CONCEPT',
  conceptId,
  label,
  scheme: 'place',
  broaderId: null,
});
const quote = (start: number, end: number) => ({ exact: 'x', prefix: '', suffix: '', start, end });
const ONE: Suggested = {
  reader: 'GRAMMAR',
  identity: '',
  propertyKey: 'fatalities',
  subjectLabel: null,
  polarity: 'AFFIRMED',
  value: quantity('12'),
  scope: [],
  certainty: 'CERTAIN',
  claimantName: 'Port authority',
  saidOn: null,
  quote: quote(0, 40),
  statement: '',
  confidence: 0.9,
};
const crew = [{ dimension: 'role', conceptId: 'c', label: 'crew', scheme: 'role', broaderId: null }];

describe('two readings of one text', () => {
  test.each<[string, Partial<Suggested>, Partial<Suggested>, boolean]>([
    ['of the same words', {}, { claimantName: null, certainty: 'POSSIBLE', reader: 'MODEL' }, true],
    ['of other words in the same voice', {}, { quote: quote(90, 99), claimantName: 'port authority' }, true],
    ['of other words in another voice', {}, { quote: quote(90, 99), claimantName: 'Navy' }, false],
    ['of words beside each other in another voice', {}, { quote: quote(40, 60), claimantName: null }, false],
    ['with one figure worded otherwise', {}, { value: quantity('12', { amount: null, approximate: true }) }, true],
    ['with other bounds', {}, { value: quantity('12', { upper: null }) }, false],
    ['in another unit', {}, { value: quantity('12', { unit: 'km' }) }, false],
    ['of another property', {}, { propertyKey: 'injured' }, false],
    ['of which one denies', {}, { polarity: 'DENIED' }, false],
    ['of which one is narrower', {}, { scope: crew }, false],
    ['of one part', { scope: crew }, { scope: crew }, true],
    ['with one place, listed or not', { value: place('Callao', 'p') }, { value: place('callao') }, true],
    ['with two places', { value: place('Callao') }, { value: place('Lima') }, false],
    ['that both do not know', { value: { kind: 'UNKNOWN' } }, { value: { kind: 'UNKNOWN' } }, true],
    ['of which one knows', { value: { kind: 'UNKNOWN' } }, {}, false],
  ])('%s', (_, a, b, expected) => {
    expect(isSame({ ...ONE, ...a }, { ...ONE, ...b })).toBe(expected);
    expect(isSame({ ...ONE, ...b }, { ...ONE, ...a })).toBe(expected);
  });
});
