import { describe, expect, test } from '@jest/globals';
import { cause, claim, figure, is, killed, toll, verdictsOf, type Scenario } from '../scenario.spec-kit.js';
import { tollRose } from './toll-rose.js';

describe(tollRose.id, () => {
  test.each<Scenario>([
    [
      'later and higher',
      toll,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12-26' }),
      'UPDATE TENSION',
    ],
    [
      'later and higher, both ranges',
      toll,
      claim(figure({ upperBound: '35' }), { on: '2024-12-25' }),
      claim(figure({ lowerBound: '36' }), { on: '2025' }),
      'UPDATE TENSION',
    ],
    [
      'later and higher, in the same part',
      toll,
      claim(figure('2'), { on: '2024-12-25', scope: 'role: crew' }),
      claim(figure('3'), { on: '2024-12-26', scope: 'role: crew' }),
      'UPDATE TENSION',
    ],
    [
      'later and lower',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-26' }),
      'nothing',
    ],
    [
      'the same day',
      toll,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12-25' }),
      'nothing',
    ],
    [
      'perhaps the same day',
      toll,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12' }),
      'nothing',
    ],
    [
      'perhaps the other way round',
      toll,
      claim(figure('32'), { on: '2024-12' }),
      claim(figure('38'), { on: '2024-12-26' }),
      'nothing',
    ],
    ['no date for the lower', toll, claim(figure('32')), claim(figure('38'), { on: '2024-12-26' }), 'nothing'],
    ['no date for the higher', toll, claim(figure('32'), { on: '2024-12-25' }), claim(figure('38')), 'nothing'],
    [
      'ranges that meet',
      toll,
      claim(figure({ upperBound: '35' }), { on: '2024-12-25' }),
      claim(figure({ lowerBound: '35' }), { on: '2025' }),
      'nothing',
    ],
    [
      'in a part',
      toll,
      claim(figure('2'), { on: '2024-12-25', scope: 'role: crew' }),
      claim(figure('3'), { on: '2024-12-26' }),
      'nothing',
    ],
    [
      'denied',
      toll,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12-26', denied: true }),
      'nothing',
    ],
    [
      'a figure that cannot grow',
      killed,
      claim(figure('32'), { on: '2024-12-25' }),
      claim(figure('38'), { on: '2024-12-26' }),
      'nothing',
    ],
    [
      'no figure',
      { ...cause, accrual: 'CUMULATIVE' },
      claim(is('fog'), { on: '2024-12-25' }),
      claim(is('missile'), { on: '2024-12-26' }),
      'nothing',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(tollRose, property, a, b)).toEqual([expected, expected]);
  });
});
