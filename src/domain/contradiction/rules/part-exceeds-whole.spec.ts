import { describe, expect, test } from '@jest/globals';
import { altitude, claim, date, figure, killed, time, toll, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { partExceedsWhole } from './part-exceeds-whole.js';

describe(partExceedsWhole.id, () => {
  test.each<Scenario>([
    [
      'figures in different dimensions',
      { ...altitude, additive: true },
      claim(figure({ amount: '3', unit: 'kg' }, 'kg')),
      claim(figure('5', 'm'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'more in a part',
      killed,
      claim(figure('38')),
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      'QUANTITY CONFLICT',
    ],
    [
      'more in a part of a part',
      killed,
      claim(figure('3'), { scope: 'role: crew' }),
      claim(figure('5'), { scope: 'role: pilots' }),
      'QUANTITY CONFLICT',
    ],
    [
      'at least so many in a part',
      killed,
      claim(figure({ upperBound: '38' })),
      claim(figure({ lowerBound: '38', lowerExclusive: true }), { scope: 'role: crew' }),
      'QUANTITY CONFLICT',
    ],
    [
      'more in a part, later, of a toll',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('42'), { on: '2024-12-26', scope: 'role: crew' }),
      'QUANTITY CONFLICT',
    ],
    [
      'fewer in a part',
      killed,
      claim(figure('38')),
      claim(figure('23'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
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
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    [
      'parts that overlap',
      killed,
      claim(figure('3'), { scope: 'role: crew' }),
      claim(figure('42'), { scope: 'nationality: Azerbaijani' }),
      'nothing',
    ],
    ['the same people', killed, claim(figure('38')), claim(figure('42')), 'nothing'],
    ['one denied', killed, claim(figure('38')), claim(figure('42'), { denied: true, scope: 'role: crew' }), 'nothing'],
    [
      'a figure without parts',
      altitude,
      claim(figure('38', 'm')),
      claim(figure('42', 'm'), { scope: 'role: crew' }),
      'nothing',
    ],
    [
      'no figure',
      { ...date, additive: true },
      claim(time('2023')),
      claim(time('2024'), { scope: 'role: crew' }),
      'nothing',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(partExceedsWhole, property, a, b)).toEqual([expected, expected]);
  });
});
