import { describe, expect, test } from '@jest/globals';
import {
  altitude,
  cause,
  claim,
  date,
  factors,
  figure,
  is,
  jammed,
  killed,
  NO,
  time,
  YES,
  verdictsOf,
  type Scenario,
} from '../scenario.spec-kit.js';
import { scopesNested } from './scopes-nested.js';

describe(scopesNested.id, () => {
  test.each<Scenario>([
    [
      'heights',
      altitude,
      claim(figure('9000', 'm')),
      claim(figure('300', 'm'), { scope: 'place: Aktau' }),
      'QUANTITY POSSIBLE',
    ],
    ['times', date, claim(time('2024')), claim(time('2025'), { scope: 'role: crew' }), 'TIME POSSIBLE'],
    [
      'causes that exclude each other',
      cause,
      claim(is('fog')),
      claim(is('missile'), { scope: 'place: Aktau' }),
      'CATEGORY POSSIBLE',
    ],
    ['yes for the whole, no for a part', jammed, claim(YES), claim(NO, { scope: 'place: Aktau' }), 'POLARITY POSSIBLE'],
    [
      'causes that need not exclude each other',
      cause,
      claim(is('fog')),
      claim(is('bird-strike'), { scope: 'place: Aktau' }),
      'nothing',
    ],
    [
      'counts, whose parts add up',
      killed,
      claim(figure('38')),
      claim(figure('23'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'causes of what is additive otherwise',
      { ...cause, additive: true },
      claim(is('fog')),
      claim(is('missile'), { scope: 'place: Aktau' }),
      'CATEGORY POSSIBLE',
    ],
    ['the same scope', date, claim(time('2024')), claim(time('2025')), 'nothing'],
    [
      'overlapping scopes',
      date,
      claim(time('2024'), { scope: 'place: Aktau' }),
      claim(time('2025'), { scope: 'role: crew' }),
      'nothing',
    ],
    ['times that meet', date, claim(time('2024')), claim(time('2024-12'), { scope: 'role: crew' }), 'nothing'],
    ['one denied', date, claim(time('2024')), claim(time('2025'), { denied: true, scope: 'role: crew' }), 'nothing'],
    ['where several can be', factors, claim(is('fog')), claim(is('missile'), { scope: 'place: Aktau' }), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(scopesNested, property, a, b)).toEqual([expected, expected]);
  });
});
