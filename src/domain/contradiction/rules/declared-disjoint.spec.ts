import { describe, expect, test } from '@jest/globals';
import { cause, claim, factors, figure, is, killed, place, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { declaredDisjoint } from './declared-disjoint.js';

describe(declaredDisjoint.id, () => {
  test.each<Scenario>([
    ['declared apart', factors, claim(is('accident')), claim(is('external-interference')), 'CATEGORY CONFLICT'],
    ['beneath what is declared apart', factors, claim(is('fog')), claim(is('missile')), 'CATEGORY CONFLICT'],
    ['two that go together', factors, claim(is('fog')), claim(is('bird-strike')), 'nothing'],
    ['a factor and its kind', factors, claim(is('missile')), claim(is('external-interference')), 'nothing'],
    [
      'merely exclusive siblings',
      { ...place, singleValued: false },
      claim(is('Aktau')),
      claim(is('Azerbaijan')),
      'nothing',
    ],
    ['a part of those concerned', factors, claim(is('fog'), { scope: 'role: crew' }), claim(is('missile')), 'nothing'],
    ['one denied', factors, claim(is('fog')), claim(is('missile'), { denied: true }), 'nothing'],
    ['figures', { ...killed, singleValued: false }, claim(figure('38')), claim(figure('39')), 'nothing'],
    ['where only one can be', cause, claim(is('fog')), claim(is('missile')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(declaredDisjoint, property, a, b)).toEqual([expected, expected]);
  });
});
