import { describe, expect, test } from '@jest/globals';
import type { Claim, Speaker } from '../../claim/claim.js';
import { compareClaims } from '../compare-claims.js';
import {
  altitude,
  cause,
  claim,
  date,
  figure,
  is,
  jammed,
  killed,
  NO,
  time,
  toll,
  verdictsOf,
  vocabulary,
  YES,
  type Scenario,
} from '../scenario.spec-kit.js';
import { figureCorrected } from './figure-corrected.js';

/** A claim made by each of these, last on this day: "Ministry 2024-12-25, ICDS". */
function said(value: Claim['value'], by: string, rest: Partial<Claim> = {}): Claim {
  const speakers = by.split(', ').map((words): Speaker => {
    const [name = '', on] = words.split(' ');
    const { firstSaid } = claim(value, on === undefined ? {} : { on });
    return { id: name.toLowerCase(), name, lastSaid: firstSaid };
  });
  const days = by.match(/\d{4}[-\d]*/g)?.sort() ?? [];
  return { ...claim(value, days[0] === undefined ? {} : { on: days[0] }), speakers, ...rest };
}

describe(figureCorrected.id, () => {
  test.each<Scenario>([
    [
      'a lower toll by the same ministry',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-26'),
      'UPDATE TENSION',
    ],
    [
      'another figure of what cannot grow',
      altitude,
      said(figure('8000', 'm'), 'Tower 2024-12-25'),
      said(figure('9000', 'm'), 'Tower 2024-12-26'),
      'UPDATE TENSION',
    ],
    [
      'another date',
      date,
      said(time('2024-12-24'), 'Ministry 2024-12-25'),
      said(time('2024-12-25'), 'Ministry 2024-12-27'),
      'UPDATE TENSION',
    ],
    [
      'the new figure is widely reported',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-26, ICDS 2024-12-26', { isWidelySaid: true }),
      'UPDATE TENSION',
    ],
    [
      'two who both corrected themselves',
      killed,
      said(figure('42'), 'Ministry 2024-12-25, Governor 2024-12-25'),
      said(figure('38'), 'Governor 2024-12-27, Ministry 2024-12-26'),
      'UPDATE TENSION',
    ],
    [
      'the new figure was somebody else’s before',
      killed,
      said(figure('42'), 'Ministry 2024-12-26'),
      said(figure('38'), 'Governor 2024-12-25, Ministry 2024-12-27'),
      'UPDATE TENSION',
    ],
    [
      'in the same part',
      toll,
      said(figure('42'), 'Ministry 2024-12-25', { scope: [{ dimension: 'role', conceptId: 'crew' }] }),
      said(figure('38'), 'Ministry 2024-12-26', { scope: [{ dimension: 'role', conceptId: 'crew' }] }),
      'UPDATE TENSION',
    ],
    [
      'another ministry',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Governor 2024-12-26'),
      'nothing',
    ],
    [
      'somebody stands by the old figure',
      toll,
      said(figure('42'), 'Ministry 2024-12-25, Governor 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-26'),
      'nothing',
    ],
    [
      'the old figure is widely reported',
      toll,
      said(figure('42'), 'Ministry 2024-12-25', { isWidelySaid: true }),
      said(figure('38'), 'Ministry 2024-12-26'),
      'nothing',
    ],
    [
      'back to the old figure',
      toll,
      said(figure('42'), 'Ministry 2024-12-28'),
      said(figure('38'), 'Ministry 2024-12-26, Governor 2024-12-25'),
      'nothing',
    ],
    [
      'both on one day',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-25'),
      'nothing',
    ],
    ['nobody knows when', toll, said(figure('42'), 'Ministry'), said(figure('38'), 'Ministry 2024-12-26'), 'nothing'],
    [
      'nobody knows when it was corrected',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry'),
      'nothing',
    ],
    [
      'figures that fit',
      toll,
      said(figure({ lowerBound: '35' }), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-26'),
      'nothing',
    ],
    [
      'of a part',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('23'), 'Ministry 2024-12-26', { scope: [{ dimension: 'role', conceptId: 'crew' }] }),
      'nothing',
    ],
    [
      'denied',
      toll,
      said(figure('42'), 'Ministry 2024-12-25'),
      said(figure('38'), 'Ministry 2024-12-26', { polarity: 'DENIED' }),
      'nothing',
    ],
    [
      'several may hold',
      { ...altitude, singleValued: false },
      said(figure('1', 'm'), 'Ministry 2024-12-25'),
      said(figure('2', 'm'), 'Ministry 2024-12-26'),
      'nothing',
    ],
    [
      'another cause is another account',
      cause,
      said(is('fog'), 'Ministry 2024-12-25'),
      said(is('missile'), 'Ministry 2024-12-26'),
      'nothing',
    ],
    [
      'no instead of yes is another account',
      jammed,
      said(YES, 'Ministry 2024-12-25'),
      said(NO, 'Ministry 2024-12-26'),
      'nothing',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(verdictsOf(figureCorrected, property, a, b)).toEqual([expected, expected]);
  });

  test('names who made the correction, and which figure is the later one', () => {
    const before = said(figure('42'), 'Ministry 2024-12-25, Governor 2024-12-25', { id: 'b' });
    const after = said(figure('38'), 'Ministry 2024-12-27, Governor 2024-12-26');
    expect(compareClaims(killed, before, after, vocabulary)?.explanation).toBe(
      '42 killed (ICDS, 25 December 2024) and 38 killed (same source, 26 December 2024): ' +
        'a correction, as Governor and Ministry gave the first and later the second.',
    );
    const known = said(figure('38'), 'Agency 2024-12-24, Ministry 2024-12-27, Governor 2024-12-26');
    expect(compareClaims(killed, before, known, vocabulary)?.explanation).toMatch(
      /gave the second and later the first/,
    );
  });
});
