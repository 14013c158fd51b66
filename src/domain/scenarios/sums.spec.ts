import { describe, expect, test } from '@jest/globals';
import { SHIP } from './newsroom.spec-kit.js';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

describe('flights: whoever was aboard died or survived, and was a passenger or crew', () => {
  test.each<Story>([
    [
      'Aktau, 2024: 67 aboard and 38 dead leave 29, not 32 and not 28',
      `a | aboard    | 67 | Airline
       d | killed    | 38 | Kazakhstan
       s | survivors | 29 | Kazakhstan
       t | survivors | 32 | Emergency ministry
       u | survivors | 28 | Health ministry`,
      [
        'ARITHMETIC CONFLICT by identity-broken: a d t',
        'ARITHMETIC CONFLICT by identity-broken: a d u',
        'QUANTITY CONFLICT by quantity-disjoint: s t',
        'QUANTITY CONFLICT by quantity-disjoint: s u',
        'QUANTITY CONFLICT by quantity-disjoint: t u',
      ],
    ],
    [
      'Aktau, 2024: 72 aboard fit neither the 67 nor the passengers and crew nor the dead and survivors',
      `a | aboard     | 67 | Airline
       b | aboard     | 72 | Emergency ministry
       c | crew       | 5  | Airline
       d | killed     | 38 | Kazakhstan
       p | passengers | 62 | Airline
       s | survivors  | 29 | Kazakhstan`,
      [
        'QUANTITY CONFLICT by quantity-disjoint: a b',
        'ARITHMETIC CONFLICT by identity-broken: b c p',
        'ARITHMETIC CONFLICT by identity-broken: b d s',
      ],
    ],
    [
      'Aktau, 2024: the Azerbaijanis aboard were 37 or 42, and only 37 is 23 and 14',
      `a | aboard (nationality: Azerbaijani)    | 42 | Transport prosecutor
       b | aboard (nationality: Azerbaijani)    | 37 | Airline
       d | killed (nationality: Azerbaijani)    | 23 | ICDS
       s | survivors (nationality: Azerbaijani) | 14 | Baku`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b', 'ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'Hudson, 2009: 150 passengers and 5 crew, all of whom survived',
      `a | aboard     | 155 | NTSB
       c | crew       | 5   | NTSB
       d | killed     | 0   | NTSB
       p | passengers | 150 | NTSB
       s | survivors  | 155 | NTSB`,
      [],
    ],
    [
      'Lion Air 610: 181 passengers and 8 crew are 189, not the 188 that were announced first',
      `a | aboard     | 188 | Search agency
       b | aboard     | 189 | Transport ministry
       c | crew       | 8   | Airline
       p | passengers | 181 | Airline`,
      ['QUANTITY CONFLICT by quantity-disjoint: a b', 'ARITHMETIC CONFLICT by identity-broken: a c p'],
    ],
    [
      'Smolensk, 2010: 132 dead are more than 88 passengers and 8 crew, though nobody said how many were aboard',
      `c | crew       | 8   | Polish army
       d | killed     | 132 | Governor
       p | passengers | 88  | Chancellery`,
      ['ARITHMETIC CONFLICT by identity-broken: c d p'],
    ],
    [
      'Lockerbie: 270 dead are more than the 259 aboard, since some of them were in the town',
      `a | aboard | 259 | AAIB
       d | killed | 270 | Crown Office`,
      ['ARITHMETIC CONFLICT by identity-broken: a d'],
    ],
    [
      'Lockerbie: told by where they were, the figures fit and the whole is explained',
      `a | aboard                        | 259 | AAIB
       b | killed (whereabouts: onboard) | 259 | AAIB
       c | killed (whereabouts: ground)  | 11  | AAIB`,
      [],
    ],
    [
      'Sioux City, 1989: at least 180 survivors leave room for 112 dead of 296',
      `a | aboard    | 296          | NTSB
       d | killed    | 112          | NTSB
       s | survivors | at least 180 | Hospital`,
      [],
    ],
    [
      'Sioux City, 1989: at least 190 do not',
      `a | aboard    | 296          | NTSB
       d | killed    | 112          | NTSB
       s | survivors | at least 190 | Hospital`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'Air India 182: dozens of survivors cannot be where 329 of 329 died',
      `a | aboard    | 329    | Kirpal inquiry
       d | killed    | 329    | Kirpal inquiry
       s | survivors | dozens | Caller`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'Medellín, 2016: a survivor count that is only called possible makes a tension of a sum',
      `a | aboard    | 77        | Aerocivil
       d | killed    | 71        | Aerocivil
       s | survivors | perhaps 5 | Mayor`,
      ['ARITHMETIC TENSION by identity-broken: a d s'],
    ],
    [
      'Medellín, 2016: that no number of survivors is known fits any sum',
      `a | aboard    | 77      | Aerocivil
       d | killed    | 71      | Aerocivil
       s | survivors | unknown | Mayor`,
      [],
    ],
    [
      'Medellín, 2016: who denies six survivors breaks no sum, but contradicts who counts them',
      `a | aboard    | 77    | Aerocivil
       d | killed    | 71    | Aerocivil
       s | survivors | 6     | Aerocivil
       t | survivors | not 6 | Blog`,
      ['POLARITY CONFLICT by denied: s t'],
    ],
    [
      'Medellín, 2016: if 71 of the passengers alone had died, there could not be nine survivors',
      `a | aboard                        | 77 | Aerocivil
       d | killed (capacity: passengers) | 71 | Aerocivil
       s | survivors                     | 9  | Mayor`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'MH17: what all together leave for one nation is less than it counts',
      `a | aboard (nationality: Dutch) | 193 | Embassy
       d | killed                      | 180 | Early report
       s | survivors                   | 0   | Separatists`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'A toll of one nation above all who were aboard',
      `a | aboard                            | 67 | Airline
       b | killed (nationality: Azerbaijani) | 70 | Channel`,
      ['ARITHMETIC CONFLICT by identity-broken: a b'],
    ],
    [
      'Passengers and staff are all there are, so that the dead and the survivors are no more than both',
      `a | aboard (capacity: passengers) | 60 | Airline
       b | aboard (capacity: staff)      | 5  | Union
       d | killed                        | 36 | Ministry
       s | survivors                     | 30 | Hospital`,
      ['ARITHMETIC CONFLICT by identity-broken: a b d s'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('ships: whoever was aboard died, survived or is missing', () => {
  test.each<Story>([
    [
      'Sewol, 2014: 368 rescued of 476 leave no 304 dead',
      `a | aboard    | 476 | Coast guard, 2014-04-18
       d | killed    | 304 | Court, 2014-11-11
       s | survivors | 368 | Education office, 2014-04-16`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'Sewol, 2014: 172 do, with four of the dead counted as missing',
      `a | aboard    | 476 | Coast guard
       d | killed    | 300 | Coast guard
       m | missing   | 4   | Coast guard
       s | survivors | 172 | Coast guard`,
      [],
    ],
    [
      'Sewol, 2014: with the missing given, a sum can be too small as well as too great',
      `a | aboard    | 476 | Coast guard
       d | killed    | 295 | Coast guard
       m | missing   | 4   | Coast guard
       s | survivors | 172 | Coast guard`,
      ['ARITHMETIC CONFLICT by identity-broken: a d m s'],
    ],
    [
      'Estonia, 1994: 852 dead and 138 rescued are one more than the 989 aboard',
      `a | aboard    | 989 | JAIC
       d | killed    | 852 | JAIC
       s | survivors | 138 | Coast guard`,
      ['ARITHMETIC CONFLICT by identity-broken: a d s'],
    ],
    [
      'Estonia, 1994: without the missing, fewer than were aboard contradict nobody',
      `a | aboard    | 989 | JAIC
       d | killed    | 94  | Coast guard
       s | survivors | 137 | Coast guard`,
      [],
    ],
    [
      'Messina boat, 2013: about 500 aboard may be 515, and may not be 360 dead with 200 saved',
      `a | aboard    | about 500 | UNHCR
       d | killed    | 360       | Coast guard
       s | survivors | 155       | Coast guard
       t | survivors | 200       | Mayor`,
      ['ARITHMETIC CONFLICT by identity-broken: a d t', 'QUANTITY CONFLICT by quantity-disjoint: s t'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports, SHIP)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports, SHIP)).toEqual(outcomes);
  });
});

test('Titanic: two inquiries, each of which gave its own three figures, and only one of which could add', () => {
  const reports = `
    a | aboard    | 2,224 | US Senate
    b | aboard    | 2,201 | British inquiry
    c | killed    | 1,517 | US Senate
    d | killed    | 1,490 | British inquiry
    s | survivors | 706   | US Senate
    t | survivors | 711   | British inquiry`;
  const sets = ['a c s', 'a c t', 'a d s', 'a d t', 'b c s', 'b c t', 'b d s'];
  expect(outcomesOf(reports).filter((told) => told.startsWith('ARITHMETIC'))).toEqual(
    sets.map((members) => `ARITHMETIC CONFLICT by identity-broken: ${members}`),
  );
  expect(outcomesOf(reports).filter((told) => told.startsWith('QUANTITY'))).toEqual(
    ['a b', 'c d', 's t'].map((members) => `QUANTITY CONFLICT by quantity-disjoint: ${members}`),
  );
});

test.each<Story>([
  [
    'Aktau, 2024: the explanation does the sum',
    `a | aboard    | 67 | ICDS, 2025-01-10
     d | killed    | 38 | ICDS, 2025-01-10
     s | survivors | 32 | Emergency ministry via Reuters, 2024-12-25`,
    [
      '67 aboard (ICDS, 10 January 2025) and 38 killed (same source) leave 29 survivors; Emergency ministry, via Reuters, 25 December 2024, reported 32: whoever was aboard died or survived.',
    ],
  ],
])('%s', (_name, reports, explanations) => {
  expect(explanationsOf(reports)).toEqual(explanations);
});
