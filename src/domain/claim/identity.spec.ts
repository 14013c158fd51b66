import { describe, expect, test } from '@jest/globals';
import { figure, is, NO, scope, text, time, UNKNOWN, YES } from '../contradiction/scenario.spec-kit.js';
import { identityKey, type ClaimParts } from './identity.js';

const PARTS: ClaimParts = {
  subjectId: 'crash',
  propertyKey: 'height',
  polarity: 'AFFIRMED',
  value: figure('1500', 'm'),
  scope: [],
};

function key(parts: Partial<ClaimParts>, unit: string | null = 'm'): string {
  return identityKey({ ...PARTS, ...parts }, { unit });
}

describe('one claim', () => {
  test.each<[string, Partial<ClaimParts>, Partial<ClaimParts>]>([
    [
      'terms of one dimension in another order',
      { scope: scope('role: crew, role: pilots') },
      { scope: scope('role: pilots, role: crew') },
    ],
    ['in two units', { value: figure({ amount: '1.5', unit: 'km' }, 'm') }, { value: figure('1500', 'm') }],
    [
      'with and without the property’s own unit',
      { value: figure({ amount: '3', unit: 'm' }, 'm') },
      { value: figure('3', 'm') },
    ],
    ['with needless zeros', { value: figure('038.50', 'm') }, { value: figure('38.5', 'm') }],
    [
      'about a figure, and as its range',
      { value: figure({ amount: '40', approximate: true }, 'm') },
      { value: figure({ lowerBound: '35', upperBound: '45' }, 'm') },
    ],
    ['a day, and an interval of one day', { value: time('2024-12-25') }, { value: time('2024-12-25/2024-12-25') }],
    ['a minute in two zones', { value: time('2024-12-25T06:28Z') }, { value: time('2024-12-25T10:28+04:00') }],
    [
      'scope terms in another order',
      { scope: scope('role: crew, place: Aktau') },
      { scope: scope('place: Aktau, role: crew') },
    ],
    ['words with other white space', { value: text(' for\n revenge ') }, { value: text('for revenge') }],
    ['words in another normalisation', { value: text('caf\u00e9') }, { value: text('cafe\u0301') }],
    ['members in another order', { polarity: 'DENIED', scope: [] }, { scope: [], polarity: 'DENIED' }],
  ])('%s', (_name, a, b) => {
    expect(key(a)).toBe(key(b));
  });
});

describe('two claims', () => {
  test.each<[string, Partial<ClaimParts>, Partial<ClaimParts>]>([
    ['of two subjects', { subjectId: 'crash' }, { subjectId: 'call' }],
    ['of two properties', { propertyKey: 'height' }, { propertyKey: 'depth' }],
    ['a minute with and without its zone', { value: time('2024-12-25T06:28Z') }, { value: time('2024-12-25T06:28') }],
    ['affirmed and denied', { polarity: 'AFFIRMED' }, { polarity: 'DENIED' }],
    ['of two figures', { value: figure('38', 'm') }, { value: figure('38.5', 'm') }],
    ['a figure and at least that', { value: figure('38', 'm') }, { value: figure({ lowerBound: '38' }, 'm') }],
    [
      'at least and more than',
      { value: figure({ lowerBound: '38' }, 'm') },
      { value: figure({ lowerBound: '38', lowerExclusive: true }, 'm') },
    ],
    ['of the whole and of a part', { scope: [] }, { scope: scope('role: crew') }],
    ['of one concept in two dimensions', { scope: scope('place: Aktau') }, { scope: scope('origin: Aktau') }],
    ['whose names run together', { subjectId: 'ab', propertyKey: 'c' }, { subjectId: 'a', propertyKey: 'bc' }],
    [
      'whose names hold the marks between them',
      { subjectId: 'a","b', propertyKey: 'c' },
      { subjectId: 'a', propertyKey: 'b","c' },
    ],
    ['yes and no', { value: YES }, { value: NO }],
    ['a concept and a word like it', { value: is('fog') }, { value: text('fog') }],
    ['words in another case', { value: text('Fog') }, { value: text('fog') }],
    ['nothing known and the words for it', { value: UNKNOWN }, { value: text('UNKNOWN') }],
  ])('%s', (_name, a, b) => {
    expect(key(a)).not.toBe(key(b));
  });

  test('a bare number means what the property counts', () => {
    const value = figure('3', null);
    expect(key({ value }, 'm')).not.toBe(key({ value }, 'person'));
  });
});

test('the key of a stored claim never changes: stored keys depend on it', () => {
  expect(key({ scope: scope('role: crew') })).toBe('ed209791d1e151b4cfe5ec07a5870a09c98389a7a928a949868609d1cd6dfd4a');
});
