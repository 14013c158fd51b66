import { describe, expect, test } from '@jest/globals';
import { claim, date, figure, killed, time, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { timeDisjoint } from './time-disjoint.js';

describe(timeDisjoint.id, () => {
  test.each<Scenario>([
    ['two days', date, claim(time('2024-12-24')), claim(time('2024-12-25')), 'TIME CONFLICT'],
    ['a day outside a month', date, claim(time('2024-12-25')), claim(time('2024-11')), 'TIME CONFLICT'],
    ['two minutes', date, claim(time('2024-12-25T06:28Z')), claim(time('2024-12-25T06:30Z')), 'TIME CONFLICT'],
    ['a day of the month', date, claim(time('2024-12-25')), claim(time('2024-12')), 'nothing'],
    ['about a day, and the next', date, claim(time('2024-12-24~')), claim(time('2024-12-25')), 'nothing'],
    [
      'a local day and a moment that may be in it',
      date,
      claim(time('2024-12-25')),
      claim(time('2024-12-24T22:28Z')),
      'nothing',
    ],
    [
      'a part and the whole',
      date,
      claim(time('2024-12-24')),
      claim(time('2024-12-25'), { scope: 'role: crew' }),
      'nothing',
    ],
    ['one denied', date, claim(time('2024-12-24')), claim(time('2024-12-25'), { denied: true }), 'nothing'],
    [
      'where several can be',
      { ...date, singleValued: false },
      claim(time('2024-12-24')),
      claim(time('2024-12-25')),
      'nothing',
    ],
    ['figures', killed, claim(figure('38')), claim(figure('42')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(timeDisjoint, property, a, b)).toEqual([expected, expected]);
  });
});
