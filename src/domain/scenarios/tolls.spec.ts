import { describe, expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

describe('tolls that rise, fall and are rounded', () => {
  test.each<Story>([
    [
      'Turkey, February 2023: the count of an earthquake’s dead went on rising for days',
      `a | killed | 3,419  | AFAD via Anadolu, 2023-02-07
       b | killed | 35,418 | AFAD via Anadolu, 2023-02-14`,
      ['UPDATE TENSION by toll-rose: a b'],
    ],
    [
      'Puerto Rico after Maria: the official 64, a university’s estimate, and a lower one that came later',
      `a | killed | 64    | Government, 2017-12-09
       b | killed | 4,645 | Harvard via NEJM, 2018-05-29
       c | killed | 2,975 | GWU via Government, 2018-08-28`,
      [
        'UPDATE TENSION by toll-rose: a b',
        'UPDATE TENSION by toll-rose: a c',
        'QUANTITY CONFLICT by quantity-disjoint: b c',
      ],
    ],
    [
      'Puerto Rico after Maria: the same estimate with its interval excludes nothing that came later',
      `a | killed | 64                   | Government, 2017-12-09
       b | killed | 4,645 (793 to 8,498) | Harvard via NEJM, 2018-05-29
       c | killed | 2,975                | GWU via Government, 2018-08-28`,
      ['UPDATE TENSION by toll-rose: a b', 'UPDATE TENSION by toll-rose: a c'],
    ],
    [
      'Derna, September 2023: a flood’s toll that another body gave far lower two days after',
      `a | killed | 11,300 | Red Crescent via AP, 2023-09-15
       b | killed | 3,958  | WHO via Reuters, 2023-09-17`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Beirut, August 2020: two counts, and nobody dated either',
      `a | killed | 135 | Health ministry via LBC
       b | killed | 137 | Red Cross via Daily Star`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Kabul airport, 26 August 2021: two counts of one day',
      `a | killed | 60 | Officials via AP, 2021-08-26
       b | killed | 90 | Officials via WSJ, 2021-08-26`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'A month is not for certain later than a day in it',
      `a | killed | 60  | Officials via AP, 2021-08-26
       b | killed | 182 | Pentagon via NYT, 2021-08`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Beirut: "at least 100" and 137 fit',
      `a | killed | at least 100 | Red Cross via BBC, 2020-08-05
       b | killed | 137          | Health ministry via LBC, 2020-08-05`,
      [],
    ],
    [
      'Bam, 2003: early reports of hundreds, and a count of tens of thousands weeks later',
      `a | killed | hundreds | State radio, 2003-12-26
       b | killed | 26,271   | Statistics office via BBC, 2004-03-29`,
      ['UPDATE TENSION by toll-rose: a b'],
    ],
    [
      'Beirut: dozens takes in 97 and leaves out 137',
      `a | killed | dozens | Witnesses via ITN, 2020-08-04
       b | killed | 97     | Army, 2020-08-04
       c | killed | 137    | Health ministry, 2020-08-04`,
      ['QUANTITY CONFLICT by quantity-disjoint: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
    ],
    [
      'Brumadinho, January 2019: seven dead are not dozens',
      `a | killed | 7      | Fire brigade via Folha, 2019-01-25
       b | killed | dozens | Governor via Globo, 2019-01-25`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Aktau, 2024: about 40 takes in 38 and leaves out 50',
      `a | killed | about 40 | Emergency services via TASS, 2024-12-25
       b | killed | 38       | Deputy premier via AP, 2024-12-25
       c | killed | 50       | Channel via Telegram, 2024-12-25`,
      ['QUANTITY CONFLICT by quantity-disjoint: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
    ],
    [
      'Aktau, 2024: "more than 30" leaves out 30 and nothing above it',
      `a | killed | more than 30 | Health ministry via Tengri, 2024-12-25
       b | killed | 30           | Channel via Telegram, 2024-12-25
       c | killed | 31           | Source via Interfax, 2024-12-25`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
    ],
    [
      'Grenfell Tower: "nearly 80" is fewer than 80, "up to 80" may be 80',
      `a | killed | nearly 80 | Mirror, 2017-06-28
       b | killed | 80        | Police via BBC, 2017-06-28
       c | killed | up to 80  | Guardian, 2017-06-28`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Pulwama, 2019: "fewer than 40" and "at least 40" have no number in common',
      `a | killed | fewer than 40 | Army via PTI, 2019-02-14
       b | killed | at least 40   | Police via NDTV, 2019-02-14`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
    [
      'Rana Plaza: two ranges that overlap can both hold',
      `a | injured | 1,000 to 2,500 | Army via bdnews24, 2013-04-30
       b | injured | 2,000 to 3,000 | Hospitals via Daily Star, 2013-04-30`,
      [],
    ],
    [
      'Mariupol theatre: 300 is only called possible, so that it does not exclude a count of dozens',
      `a | killed | perhaps 300 | City council via Telegram, 2022-03-25
       b | killed | dozens      | Amnesty, 2022-03-25`,
      ['QUANTITY TENSION by quantity-disjoint: a b'],
    ],
    [
      'Wuhan, 2020: that the number is not known contradicts no number',
      `a | killed | unknown | Institute, 2020-04-17
       b | killed | 3,869   | City via Xinhua, 2020-04-17`,
      [],
    ],
    [
      'Maui, August 2023: how many are missing varies from day to day, but not between two counts of one day',
      `a | missing | 1,100        | FBI via AP, 2023-08-22
       b | missing | 388          | County via CNN, 2023-08-24
       c | missing | at least 700 | Volunteers via CNN, 2023-08-24`,
      ['QUANTITY CONFLICT by quantity-disjoint: b c'],
    ],
    [
      'New York, 2001: the city’s own list grew shorter, which is a correction',
      `a | missing | 6,453 | City via CNN, 2001-09-24
       b | killed  | 6,453 | City via CNN, 2001-09-24
       c | killed  | 2,752 | City via NYT, 2003-10-29`,
      ['UPDATE TENSION by figure-corrected: b c'],
    ],
    [
      'Al-Ahli hospital, 2023: the ministry went from 500 to 471, and others gave fewer all along',
      `a | killed | 500        | Health ministry via AJ, 2023-10-17
       b | killed | 471        | Health ministry via AJ, 2023-10-18
       c | killed | 100 to 300 | Intelligence via CNN, 2023-10-18`,
      [
        'UPDATE TENSION by figure-corrected: a b',
        'QUANTITY CONFLICT by quantity-disjoint: a c',
        'QUANTITY CONFLICT by quantity-disjoint: b c',
      ],
    ],
    [
      'Israel, October 2023: from 1,400 to about 1,200 is more than rounding, and a correction',
      `a | killed | 1,400       | Foreign ministry via AFP, 2023-10-15
       b | killed | about 1,200 | Foreign ministry via AFP, 2023-11-10`,
      ['UPDATE TENSION by figure-corrected: a b'],
    ],
    [
      'Srebrenica: a toll of a closed list cannot be raised by a later guess of fewer',
      `a | killed | 8,372          | Memorial centre, 2010-07-11
       b | killed | 2,000 to 3,000 | Politician via RTRS, 2018-08-14`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('what a reader is told', () => {
  test.each<Story>([
    [
      'Turkey: the toll rose',
      `a | killed | 3,419  | AFAD via Anadolu, 2023-02-07
       b | killed | 35,418 | AFAD via Anadolu, 2023-02-14`,
      [
        '3419 killed (AFAD, via Anadolu, 7 February 2023) and 35,418 killed (same source, 14 February 2023): the second is later and higher, so the toll rose.',
      ],
    ],
    [
      'Derna: a toll cannot fall',
      `a | killed | 11,300 | Red Crescent via AP, 2023-09-15
       b | killed | 3,958  | WHO via Reuters, 2023-09-17`,
      [
        '11,300 killed (Red Crescent, via AP, 15 September 2023) and 3958 killed (WHO, via Reuters, 17 September 2023): the second is later and lower, in a count that can only grow.',
      ],
    ],
    [
      'Al-Ahli hospital: who corrects is named',
      `a | killed | 500 | Health ministry via AJ, 2023-10-17
       b | killed | 471 | Health ministry via AJ, 2023-10-18`,
      [
        '500 killed (Health ministry, via AJ, 17 October 2023) and 471 killed (same source, 18 October 2023): a correction, as Health ministry gave the first and later the second.',
      ],
    ],
    [
      'Mariupol: who hedged is named',
      `a | killed | dozens      | Amnesty, 2022-06-30
       b | killed | perhaps 600 | AP, 2022-05-04`,
      [
        '600 killed (AP, 4 May 2022) and 24 to 99 killed (Amnesty, 30 June 2022): the second is later and lower, in a count that can only grow, but the first is only called possible.',
      ],
    ],
  ])('%s', (_name, reports, explanations) => {
    expect(explanationsOf(reports)).toEqual(explanations);
  });
});
