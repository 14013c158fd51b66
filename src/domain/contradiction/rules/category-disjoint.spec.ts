import { describe, expect, test } from '@jest/globals';
import { cause, claim, factors, is, jammed, place, NO, YES, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { categoryDisjoint } from './category-disjoint.js';

describe(categoryDisjoint.id, () => {
  test.each<Scenario>([
    ['declared apart', cause, claim(is('bird-strike')), claim(is('external-interference')), 'CATEGORY CONFLICT'],
    ['beneath what is declared apart', cause, claim(is('bird-strike')), claim(is('missile')), 'CATEGORY CONFLICT'],
    ['exclusive siblings', place, claim(is('Kazakhstan')), claim(is('Azerbaijan')), 'CATEGORY CONFLICT'],
    ['a cause and its kind', cause, claim(is('external-interference')), claim(is('missile')), 'nothing'],
    ['the same', cause, claim(is('missile')), claim(is('missile')), 'nothing'],
    ['not known to exclude each other', cause, claim(is('fog')), claim(is('bird-strike')), 'nothing'],
    ['for a part', place, claim(is('Kazakhstan')), claim(is('Azerbaijan'), { scope: 'role: crew' }), 'nothing'],
    ['one denied', place, claim(is('Kazakhstan')), claim(is('Azerbaijan'), { denied: true }), 'nothing'],
    ['where several can be', factors, claim(is('bird-strike')), claim(is('missile')), 'nothing'],
    ['yes and no', jammed, claim(YES), claim(NO), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(categoryDisjoint, property, a, b)).toEqual([expected, expected]);
  });
});
