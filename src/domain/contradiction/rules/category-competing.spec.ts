import { describe, expect, test } from '@jest/globals';
import { cause, claim, factors, is, place, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { categoryCompeting } from './category-competing.js';

describe(categoryCompeting.id, () => {
  test.each<Scenario>([
    ['two accidents', cause, claim(is('fog')), claim(is('bird-strike')), 'CATEGORY TENSION'],
    ['a concept of another scheme', cause, claim(is('fog')), claim(is('Aktau')), 'CATEGORY TENSION'],
    ['the same', cause, claim(is('fog')), claim(is('fog')), 'nothing'],
    ['a cause and its kind', cause, claim(is('fog')), claim(is('accident')), 'nothing'],
    ['exclusive', place, claim(is('Kazakhstan')), claim(is('Azerbaijan')), 'nothing'],
    ['for a part', cause, claim(is('fog')), claim(is('bird-strike'), { scope: 'role: crew' }), 'nothing'],
    ['one denied', cause, claim(is('fog')), claim(is('bird-strike'), { denied: true }), 'nothing'],
    ['where several can be', factors, claim(is('fog')), claim(is('bird-strike')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(categoryCompeting, property, a, b)).toEqual([expected, expected]);
  });
});
