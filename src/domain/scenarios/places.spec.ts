import { expect, test } from '@jest/globals';
import { outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

test.each<Story>([
  [
    'Aktau lies in Kazakhstan',
    `a | place | Aktau      | Reuters
     b | place | Kazakhstan | TASS`,
    [],
  ],
  [
    'Aktau does not lie in Russia, nor in Grozny',
    `a | place | Aktau  | Reuters
     b | place | Russia | Early report
     c | place | Grozny | Timetable`,
    ['CATEGORY CONFLICT by category-disjoint: a b', 'CATEGORY CONFLICT by category-disjoint: a c'],
  ],
  [
    'MH370: looked for in the Gulf of Thailand, lost in the southern Indian Ocean',
    `a | place | GulfOfThailand      | Vietnam’s navy
     b | place | SouthernIndianOcean | Prime minister
     c | place | IndianOcean         | White House`,
    ['CATEGORY CONFLICT by category-disjoint: a b', 'CATEGORY CONFLICT by category-disjoint: a c'],
  ],
  [
    'Sevastopol: a place that two states claim lies within both, and contradicts neither',
    `a | place | Sevastopol | AP
     b | place | Ukraine    | UN
     c | place | Russia     | TASS`,
    ['CATEGORY CONFLICT by category-disjoint: b c'],
  ],
  [
    'A place of which the vocabulary knows nothing competes with every other',
    `a | place | Aktau   | Reuters
     b | place | Nowhere | Channel`,
    ['CATEGORY TENSION by category-competing: a b'],
  ],
  [
    'MH370: that nobody knows where is no place',
    `a | place | unknown        | Search agency
     b | place | GulfOfThailand | Vietnam’s navy`,
    [],
  ],
  [
    'Who denies the country denies the town in it',
    `a | place | Aktau          | Reuters
     b | place | not Kazakhstan | Channel`,
    ['POLARITY CONFLICT by denied: a b'],
  ],
  [
    'Who denies the town does not deny the country',
    `a | place | Kazakhstan | TASS
     b | place | not Aktau  | Channel`,
    [],
  ],
])('%s', (_name, reports, outcomes) => {
  expect(outcomesOf(reports)).toEqual(outcomes);
  expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
});
