import { describe, expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

describe('parts and wholes', () => {
  test.each<Story>([
    [
      'Aktau, 2024: all the dead, and the Azerbaijanis among them',
      `a | killed                            | 38 | ICDS, 2025-01-10
       b | killed (nationality: Azerbaijani) | 23 | ICDS, 2025-01-10`,
      ['SCOPE TENSION by part-of-whole: a b'],
    ],
    [
      'MH17: 298 dead, and the Dutch, Malaysians and Australians among them, who are apart from each other',
      `a | killed                           | 298 | Dutch Safety Board
       b | killed (nationality: Dutch)      | 193 | OM
       c | killed (nationality: Malaysian)  | 43  | Malaysia Airlines
       d | killed (nationality: Australian) | 27  | DFAT`,
      [
        'SCOPE TENSION by part-of-whole: a b',
        'SCOPE TENSION by part-of-whole: a c',
        'SCOPE TENSION by part-of-whole: a d',
      ],
    ],
    [
      'MH17, first list: of 154 Dutch and of 193 only one can be',
      `a | killed (nationality: Dutch) | 154 | Malaysia Airlines via CNN, 2014-07-17
       b | killed (nationality: Dutch) | 193 | OM via NOS, 2014-07-17`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Kabul airport: more American dead than dead',
      `a | killed                         | 11 | Hospital via Tolo, 2021-08-26
       b | killed (nationality: American) | 13 | Pentagon via AP, 2021-08-26`,
      ['QUANTITY CONFLICT by part-exceeds-whole: a b'],
    ],
    [
      'Kabul airport: at least 11 dead leave room for 13 Americans',
      `a | killed                         | at least 11 | Hospital via Tolo, 2021-08-26
       b | killed (nationality: American) | 13          | Pentagon via AP, 2021-08-26`,
      [],
    ],
    [
      'Überlingen, 2002: that a part is as many as the whole says that there were no others',
      `a | killed                         | 71 | BFU
       b | killed (whereabouts: onboard)  | 71 | BFU`,
      [],
    ],
    [
      'Hatay within Turkey: a province against the country',
      `a | killed (place: Turkey) | 53,537 | AFAD
       b | killed (place: Hatay)  | 24,147 | Governor`,
      ['SCOPE TENSION by part-of-whole: a b'],
    ],
    [
      'Turkey and Syria: two countries are counted apart',
      `a | killed (place: Turkey) | 53,537 | AFAD
       b | killed (place: Syria)  | 8,476  | SOHR`,
      [],
    ],
    [
      'Dutch crew are a part of the crew and of the Dutch, and cannot be more than either',
      `a | killed (role: crew)                      | 5 | Airline
       b | killed (role: crew, nationality: Dutch)  | 2 | Embassy
       c | killed (nationality: Dutch)              | 1 | Ministry`,
      [
        'SCOPE TENSION by part-of-whole: a b',
        'QUANTITY POSSIBLE by scopes-overlap: a c',
        'QUANTITY CONFLICT by part-exceeds-whole: b c',
      ],
    ],
    [
      'Beslan: of the children among the dead and the rescuers among them nobody can say whether they are apart',
      `a | killed (role: children)  | 186 | Memorial
       b | killed (role: rescuers)  | 10  | FSB`,
      ['QUANTITY POSSIBLE by scopes-overlap: a b'],
    ],
    [
      'Gaza: that civilians are no fighters is declared, so that both counts hold',
      `a | killed (role: civilians) | 1,462 | UN
       b | killed (role: fighters)  | 789   | UN`,
      [],
    ],
    [
      'Paris: a later count of a part is no toll that rose',
      `a | killed                 | 129 | Prosecutor via AFP, 2015-11-14
       b | killed (place: Paris)  | 130 | Government via AFP, 2015-11-20`,
      ['QUANTITY CONFLICT by part-exceeds-whole: a b'],
    ],
    [
      'Hedged parts: perhaps more crew died than people',
      `a | killed             | 4         | Police
       b | killed (role: crew) | perhaps 6 | Witness`,
      ['QUANTITY TENSION by part-exceeds-whole: a b'],
    ],
    [
      'Hedged parts: a part that is smaller differs all the same',
      `a | killed             | 14        | Police
       b | killed (role: crew) | perhaps 6 | Witness`,
      ['SCOPE TENSION by part-of-whole: a b'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('parts together', () => {
  test.each<Story>([
    [
      'Aktau, 2024: 23 Azerbaijani and 16 Russian dead are more than 38',
      `a | killed                            | 38 | Kazakhstan
       b | killed (nationality: Azerbaijani) | 23 | ICDS
       c | killed (nationality: Russian)     | 16 | RBC`,
      [
        'SCOPE TENSION by part-of-whole: a b',
        'ARITHMETIC CONFLICT by parts-exceed-whole: a b c',
        'SCOPE TENSION by part-of-whole: a c',
      ],
    ],
    [
      'Turkey and Syria: where one country’s dead exceed the whole, nothing has to be added up',
      `a | killed                 | 50,000 | UN
       b | killed (place: Turkey) | 53,537 | AFAD
       c | killed (place: Syria)  | 8,476  | SOHR`,
      ['QUANTITY CONFLICT by part-exceeds-whole: a b', 'SCOPE TENSION by part-of-whole: a c'],
    ],
    [
      'Turkey and Syria: where neither does, both together may',
      `a | killed                 | 55,000 | UN
       b | killed (place: Turkey) | 53,537 | AFAD
       c | killed (place: Syria)  | 8,476  | SOHR`,
      [
        'SCOPE TENSION by part-of-whole: a b',
        'ARITHMETIC CONFLICT by parts-exceed-whole: a b c',
        'SCOPE TENSION by part-of-whole: a c',
      ],
    ],
    [
      'Turkey and Syria: no parts exceed a whole that is itself a lower bound',
      `a | killed                 | at least 55,000 | UN
       b | killed (place: Turkey) | 53,537          | AFAD
       c | killed (place: Syria)  | 8,476           | SOHR`,
      ['SCOPE TENSION by part-of-whole: a b', 'SCOPE TENSION by part-of-whole: a c'],
    ],
    [
      'Hatay lies within Turkey and is not counted beside it',
      `a | killed                 | 60,000 | UN
       b | killed (place: Turkey) | 53,537 | AFAD
       c | killed (place: Hatay)  | 24,147 | Governor`,
      [
        'SCOPE TENSION by part-of-whole: a b',
        'SCOPE TENSION by part-of-whole: a c',
        'SCOPE TENSION by part-of-whole: b c',
      ],
    ],
    [
      'Lower bounds of parts: at least 30 and more than 8 exceed 38',
      `a | killed                            | 38          | Kazakhstan
       b | killed (nationality: Azerbaijani) | at least 30 | Baku
       c | killed (nationality: Russian)     | more than 8 | Moscow`,
      ['ARITHMETIC CONFLICT by parts-exceed-whole: a b c'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

test.each<Story>([
  [
    'A part and its whole are told with the whole first',
    `a | killed (nationality: Azerbaijani) | 23 | ICDS, 2025-01-10
     b | killed                            | 38 | ICDS, 2025-01-10`,
    [
      '38 killed (ICDS, 10 January 2025) and 23 killed, Azerbaijani only (same source): the figures differ, but the second counts a part of the first.',
    ],
  ],
  [
    'Parts that exceed the whole are added up, the greatest first',
    `a | killed                            | 38          | Kazakhstan
     b | killed (nationality: Russian)     | more than 8 | Moscow
     c | killed (nationality: Azerbaijani) | at least 30 | Baku`,
    [
      'At least 30 killed, Azerbaijani only (Baku) and more than 8 killed, Russian only (Moscow) make more than 38, more than 38 killed (Kazakhstan): parts that have nothing in common cannot exceed the whole.',
    ],
  ],
])('%s', (_name, reports, explanations) => {
  expect(explanationsOf(reports)).toEqual(explanations);
});
