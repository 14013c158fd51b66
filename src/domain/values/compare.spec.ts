import { expect, test } from '@jest/globals';
import { figure, is, NO, text, time, UNKNOWN, vocabulary, YES } from '../contradiction/scenario.spec-kit.js';
import { relateValues, type ValueRelation } from './compare.js';
import { converse } from './relation.js';
import type { Value } from './value.js';

test.each<[string, Value, Value, ValueRelation]>([
  ['figures', figure('38'), figure({ lowerBound: '35' }), 'NARROWER'],
  ['figures of people and of metres', figure('38', 'person'), figure({ amount: '38', unit: 'm' }, 'm'), 'INCOMPARABLE'],
  ['times', time('2024-12'), time('2024-12-25'), 'BROADER'],
  ['concepts', is('bird-strike'), is('missile'), 'DISJOINT'],
  ['concepts nobody set apart', is('bird-strike'), is('fog'), 'UNDETERMINED'],
  ['yes and yes', YES, YES, 'EQUAL'],
  ['yes and no', YES, NO, 'DISJOINT'],
  ['words, though the same', text('revenge'), text('revenge'), 'INCOMPARABLE'],
  ['nothing known, twice', UNKNOWN, UNKNOWN, 'INCOMPARABLE'],
  ['nothing known and a figure', UNKNOWN, figure('38'), 'INCOMPARABLE'],
  ['words and a concept', text('fog'), is('fog'), 'INCOMPARABLE'],
])('%s', (_name, a, b, expected) => {
  expect(relateValues(a, b, { unit: 'person' }, vocabulary)).toBe(expected);
  expect(relateValues(b, a, { unit: 'person' }, vocabulary)).toBe(converse(expected));
});

test('values of two kinds are never compared', () => {
  const kinds = [figure('2024'), time('2024'), is('fog'), NO, text('fog'), UNKNOWN];
  const relations = kinds.flatMap((a, index) =>
    kinds.filter((_, other) => other !== index).map((b) => relateValues(a, b, { unit: 'person' }, vocabulary)),
  );
  expect(new Set(relations)).toEqual(new Set(['INCOMPARABLE']));
});
