import { describe, expect, test } from '@jest/globals';
import type { Claim, Property } from '../../claim/claim.js';
import { pairOf } from '../pair.js';
import {
  altitude,
  claim,
  date,
  figure,
  killed,
  time,
  toll,
  verdictsOf,
  vocabulary,
  type Scenario,
} from '../scenario.spec-kit.js';
import { quantityDisjoint } from './quantity-disjoint.js';

describe(quantityDisjoint.id, () => {
  test.each<Scenario>([
    ['two figures', killed, claim(figure('38')), claim(figure('42')), 'QUANTITY CONFLICT'],
    ['a figure beyond a bound', killed, claim(figure('38')), claim(figure({ lowerBound: '40' })), 'QUANTITY CONFLICT'],
    [
      'two figures for the same part',
      killed,
      claim(figure('38'), { scope: 'role: crew' }),
      claim(figure('42'), { scope: 'role: crew' }),
      'QUANTITY CONFLICT',
    ],
    [
      'two heights in different units',
      altitude,
      claim(figure({ amount: '9', unit: 'km' }, 'm')),
      claim(figure('9001', 'm')),
      'QUANTITY CONFLICT',
    ],
    [
      'a toll that fell',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-26' }),
      'QUANTITY CONFLICT',
    ],
    [
      'the same height in different units',
      altitude,
      claim(figure({ amount: '9', unit: 'km' }, 'm')),
      claim(figure('9000', 'm')),
      'nothing',
    ],
    ['a figure within a bound', killed, claim(figure('38')), claim(figure({ lowerBound: '35' })), 'nothing'],
    ['about forty and 38', killed, claim(figure({ amount: '40', approximate: true })), claim(figure('38')), 'nothing'],
    [
      'ranges that overlap',
      killed,
      claim(figure({ lowerBound: '35' })),
      claim(figure({ upperBound: '40' })),
      'nothing',
    ],
    [
      'figures in different dimensions',
      altitude,
      claim(figure({ amount: '9', unit: 'kg' }, 'kg')),
      claim(figure('9', 'm')),
      'nothing',
    ],
    ['a part and the whole', killed, claim(figure('38')), claim(figure('42'), { scope: 'role: crew' }), 'nothing'],
    ['one denied', killed, claim(figure('38')), claim(figure('42'), { denied: true }), 'nothing'],
    ['where several can be', { ...killed, singleValued: false }, claim(figure('38')), claim(figure('42')), 'nothing'],
    ['times', date, claim(time('2024-12-24')), claim(time('2024-12-25')), 'nothing'],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(quantityDisjoint, property, a, b)).toEqual([expected, expected]);
  });

  const more = claim(figure('38'), { on: '2024-12-25' });
  const fewer = (on: string): Claim => claim(figure('32'), { id: 'b', on });

  test.each<[string, Property, Claim, Claim, string]>([
    [
      'a toll that fell',
      toll,
      more,
      fewer('2024-12-26'),
      'the second is later and lower, in a count that can only grow',
    ],
    ['two tolls of one day', toll, more, fewer('2024-12-25'), 'the figures cannot both hold'],
    ['a toll that fell some time in the month', toll, more, fewer('2024-12'), 'the figures cannot both hold'],
    ['a lower figure of what is fixed', killed, more, fewer('2024-12-26'), 'the figures cannot both hold'],
  ])('says why: %s', (_name, property, a, b, reason) => {
    expect(quantityDisjoint.applies(pairOf(property, b, a, vocabulary))?.reason).toBe(reason);
  });
});
