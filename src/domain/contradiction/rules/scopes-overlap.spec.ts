import { describe, expect, test } from '@jest/globals';
import {
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
import { scopesOverlap } from './scopes-overlap.js';

describe(scopesOverlap.id, () => {
  test.each<Scenario>([
    [
      'counts of parts that overlap',
      killed,
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      claim(figure('5'), { scope: 'role: crew' }),
      'QUANTITY POSSIBLE',
    ],
    [
      'counts of nobody knows which parts',
      killed,
      claim(figure('4'), { scope: 'role: children' }),
      claim(figure('5'), { scope: 'role: crew' }),
      'QUANTITY POSSIBLE',
    ],
    [
      'times',
      date,
      claim(time('2024'), { scope: 'place: Aktau' }),
      claim(time('2025'), { scope: 'role: crew' }),
      'TIME POSSIBLE',
    ],
    [
      'causes',
      cause,
      claim(is('fog'), { scope: 'place: Aktau' }),
      claim(is('missile'), { scope: 'role: crew' }),
      'CATEGORY POSSIBLE',
    ],
    [
      'yes and no',
      jammed,
      claim(YES, { scope: 'place: Aktau' }),
      claim(NO, { scope: 'role: crew' }),
      'POLARITY POSSIBLE',
    ],
    [
      'causes that need not exclude each other',
      cause,
      claim(is('fog'), { scope: 'place: Aktau' }),
      claim(is('bird-strike'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'the same count',
      killed,
      claim(figure('5'), { scope: 'nationality: Azerbaijani' }),
      claim(figure('5'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'parts that are apart',
      killed,
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      claim(figure('5'), { scope: 'nationality: Russian' }),
      'nothing',
    ],
    [
      'the same part',
      killed,
      claim(figure('42'), { scope: 'role: crew' }),
      claim(figure('5'), { scope: 'role: crew' }),
      'nothing',
    ],
    ['a part and the whole', killed, claim(figure('42')), claim(figure('5'), { scope: 'role: crew' }), 'nothing'],
    [
      'one denied',
      date,
      claim(time('2024'), { scope: 'place: Aktau' }),
      claim(time('2025'), { denied: true, scope: 'role: crew' }),
      'nothing',
    ],
    [
      'where several can be',
      factors,
      claim(is('fog'), { scope: 'place: Aktau' }),
      claim(is('missile'), { scope: 'role: crew' }),
      'nothing',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(scopesOverlap, property, a, b)).toEqual([expected, expected]);
  });
});
