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
    ['of two concepts', { value: is('fog') }, { value: is('missile') }],
    [
      'fewer than and up to',
      { value: figure({ upperBound: '38' }, 'm') },
      { value: figure({ upperBound: '38', upperExclusive: true }, 'm') },
    ],
    ['words run together', { value: text('for revenge') }, { value: text('forrevenge') }],
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

describe('the key of a stored claim never changes: stored keys depend on it', () => {
  test.each<[string, Partial<ClaimParts>, string]>([
    ['a height', { scope: scope('role: crew') }, 'ed209791d1e151b4cfe5ec07a5870a09c98389a7a928a949868609d1cd6dfd4a'],
    [
      'a bound',
      { value: figure({ lowerBound: '38', lowerExclusive: true }, 'm') },
      '9651154cc7152d44f1f548dde4d0b8528a9329f0d26b4a0fb2074eb9e4d304ea',
    ],
    [
      'a limit',
      { value: figure({ upperBound: '38', upperExclusive: true }, 'm') },
      '746c6d2607ac84d4f7b183de9e226d453877260b65e0532529c47eee36a837d2',
    ],
    [
      'a range',
      { value: figure({ lowerBound: '35', upperBound: '40' }, 'm') },
      'b7c1befdda31a5935b766836285dc9af23eef17ce23ebde35b922cf4e80c5f7a',
    ],
    ['a time', { value: time('2024-12-25') }, '00ed31b2a5099f741c1d31db6dba230c9b864b69d002ceb7e0fc41c6a0a2b1bd'],
    [
      'a moment',
      { value: time('2024-12-25T06:28Z') },
      '3f5dd3f45026ce60912c181930b73bb024ad4da7b614a715eceb765f25a46a89',
    ],
    ['a concept', { value: is('fog') }, 'e61550d8d5ac7ab901e51c2ba91e7f6a12d9d98dd0f4765e48ceebc0a3505824'],
    ['no', { value: NO }, '8c9cad42af7700f2e331d7f99f6e7af53f3d8168975be36a4c7e01dda1ff8dea'],
    ['words', { value: text('for  revenge') }, 'ed87e2ea08c1019c93d80899e75242017be135add262236f02154fa6c87fd968'],
    ['nothing known', { value: UNKNOWN }, '1d7605527be153a46452501deacab5db87ea2a14dd32a399cd723c1ea625e4e7'],
    [
      'a denial',
      { polarity: 'DENIED', value: is('fog') },
      '98b3cbf87b30a50036bd424bbcfd1cb9686631abb510dd2dec9afa0e42c0e27a',
    ],
  ])('%s', (_name, parts, expected) => {
    expect(key(parts)).toBe(expected);
  });

  test('of a bare number', () => {
    expect(key({ value: figure('38', null) }, null)).toBe(
      'ef7f4e71ee0255750dcb6eda3dec4bcfd8e15fae7420dac947752e7290d01a48',
    );
  });
});
