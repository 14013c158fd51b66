import { describe, expect, test } from '@jest/globals';
import { altitude, claim, date, figure, killed, time, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { partOfWhole } from './part-of-whole.js';

describe(partOfWhole.id, () => {
  test.each<Scenario>([
    [
      'fewer in a part',
      killed,
      claim(figure('38')),
      claim(figure('23'), { scope: 'nationality: Azerbaijani' }),
      'SCOPE TENSION',
    ],
    [
      'fewer in a part of a part',
      killed,
      claim(figure('5'), { scope: 'role: crew' }),
      claim(figure('2'), { scope: 'role: pilots' }),
      'SCOPE TENSION',
    ],
    [
      'fewer for certain',
      killed,
      claim(figure({ lowerBound: '30' })),
      claim(figure({ upperBound: '29' }), { scope: 'role: crew' }),
      'SCOPE TENSION',
    ],
    [
      'as many in a part',
      killed,
      claim(figure('38')),
      claim(figure('38'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    [
      'perhaps as many',
      killed,
      claim(figure({ lowerBound: '30' })),
      claim(figure('30'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    [
      'more in a part',
      killed,
      claim(figure('38')),
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    [
      'parts that overlap',
      killed,
      claim(figure('42'), { scope: 'role: crew' }),
      claim(figure('3'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    [
      'parts that are apart',
      killed,
      claim(figure('42'), { scope: 'nationality: Russian' }),
      claim(figure('3'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    ['the same people', killed, claim(figure('38')), claim(figure('23')), 'nothing'],
    ['one denied', killed, claim(figure('38')), claim(figure('23'), { denied: true, scope: 'role: crew' }), 'nothing'],
    [
      'a figure without parts',
      altitude,
      claim(figure('42', 'm')),
      claim(figure('38', 'm'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'no figure',
      { ...date, additive: true },
      claim(time('2024')),
      claim(time('2023'), { scope: 'role: crew' }),
      'nothing',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(partOfWhole, property, a, b)).toEqual([expected, expected]);
  });
});
