import { describe, expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

/** Only what the parts and the whole come to: that a part is less than its whole is told in every one of these. */
function sumsIn(outcomes: readonly string[]): readonly string[] {
  return outcomes.filter((outcome) => outcome.startsWith('ARITHMETIC') || outcome.includes('CONFLICT'));
}

describe('parts that an editor declares to be all there are', () => {
  test.each<Story>([
    [
      'they make the whole',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 50 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy`,
      [],
    ],
    [
      'they fall short of it',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 53 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'they exceed it, which disjoint parts may never',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 47 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy`,
      ['ARITHMETIC CONFLICT by parts-exceed-whole: a b c'],
    ],
    [
      'nobody says that they are all: somebody else may have been aboard',
      `a | aboard                           | 53 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy`,
      [],
    ],
    [
      'one of them has no figure: whatever is missing may be it',
      `all | aboard (nationality)            | Dutch, Malaysian, Chinese
       a | aboard                           | 53 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy`,
      [],
    ],
    [
      'one of them is a lower bound: it may be more',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 53          | Airline
       b | aboard (nationality: Dutch)      | at least 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20          | Embassy`,
      [],
    ],
    [
      'an upper bound is not enough',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | at least 53 | Airline
       b | aboard (nationality: Dutch)      | up to 32    | Embassy
       c | aboard (nationality: Malaysian)  | 20          | Embassy`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'an upper bound that leaves itself out is just too little',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 53            | Airline
       b | aboard (nationality: Dutch)      | fewer than 33 | Embassy
       c | aboard (nationality: Malaysian)  | 20            | Embassy`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'of two figures for a part, the one that does not fit',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 53 | Airline
       b | aboard (nationality: Dutch)      | 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20 | Embassy
       d | aboard (nationality: Dutch)      | 33 | Ministry`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c', 'QUANTITY CONFLICT by quantity-disjoint: b d'],
    ],
    [
      'a hedged part',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 53         | Airline
       b | aboard (nationality: Dutch)      | perhaps 30 | Embassy
       c | aboard (nationality: Malaysian)  | 20         | Embassy`,
      ['ARITHMETIC TENSION by parts-miss-whole: a b c'],
    ],
    [
      'a part above the whole is a pair, and no remainder is below zero',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard                           | 38 | Airline
       b | aboard (nationality: Dutch)      | 40 | Embassy
       c | aboard (nationality: Malaysian)  | 0  | Embassy`,
      ['QUANTITY CONFLICT by part-exceeds-whole: a b'],
    ],
    [
      'they are all there are within any other scope',
      `all | aboard (nationality)                      | Dutch, Malaysian
       a | aboard (capacity: staff)                     | 9 | Airline
       b | aboard (capacity: staff, nationality: Dutch)     | 5 | Union
       c | aboard (nationality: Malaysian, capacity: staff) | 3 | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'of another question they say nothing',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | killed                           | 53 | Airline
       b | killed (nationality: Dutch)      | 30 | Embassy
       c | killed (nationality: Malaysian)  | 20 | Embassy`,
      [],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(sumsIn(outcomesOf(reports))).toEqual(outcomes);
    expect(sumsIn(outcomesOfLateArrivals(reports))).toEqual(outcomes);
  });
});

describe('parts that the vocabulary declares complete', () => {
  test.each<Story>([
    [
      'whoever is aboard is a passenger or staff',
      `a | aboard                        | 60 | Airline
       b | aboard (capacity: passengers) | 50 | Airport
       c | aboard (capacity: staff)      | 8  | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'the parts of a part, where nobody counts the whole',
      `a | killed (capacity: staff)   | 8 | Airline
       b | killed (capacity: cockpit) | 2 | Union
       c | killed (capacity: cabin)   | 5 | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'the parts of a part in its place',
      `a | aboard                        | 60 | Airline
       b | aboard (capacity: passengers) | 50 | Airport
       c | aboard (capacity: cockpit)    | 2  | Union
       d | aboard (capacity: cabin)      | 5  | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c d'],
    ],
    [
      'the part is enough: its parts are not needed as well',
      `a | aboard                        | 60 | Airline
       b | aboard (capacity: passengers) | 50 | Airport
       c | aboard (capacity: staff)      | 7  | Union
       d | aboard (capacity: cockpit)    | 2  | Union
       e | aboard (capacity: cabin)      | 5  | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c', 'ARITHMETIC CONFLICT by parts-miss-whole: a b d e'],
    ],
    [
      'divided in two ways, and nobody counts the whole',
      `all | aboard (nationality)            | Dutch, Malaysian
       a | aboard (nationality: Dutch)      | 30 | Embassy
       b | aboard (nationality: Malaysian)  | 20 | Embassy
       c | aboard (capacity: passengers)    | 44 | Airport
       d | aboard (capacity: staff)         | 8  | Union`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c d'],
    ],
    [
      'what is wrong among the parts alone is not told again with what may be added to them',
      `all | aboard (nationality)             | Dutch, Malaysian
       a | aboard                            | 10 | Airline
       b | aboard (nationality: Dutch)       | 5  | Embassy
       c | aboard (nationality: Malaysian)   | 3  | Embassy
       d | aboard (nationality: Australian)  | 4  | Embassy`,
      ['ARITHMETIC CONFLICT by parts-miss-whole: a b c'],
    ],
    [
      'an identity holds within each part',
      `a | aboard (capacity: staff)    | 8 | Airline
       b | killed (capacity: staff)    | 5 | Union
       c | survivors (capacity: staff) | 2 | Hospital`,
      ['ARITHMETIC CONFLICT by identity-broken: a b c'],
    ],
    [
      'an identity says nothing between one part and another',
      `a | aboard (capacity: staff)         | 8 | Airline
       b | killed (capacity: staff)         | 5 | Union
       c | survivors (capacity: passengers) | 2 | Hospital`,
      [],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(sumsIn(outcomesOf(reports))).toEqual(outcomes);
    expect(sumsIn(outcomesOfLateArrivals(reports))).toEqual(outcomes);
  });
});

test.each<readonly [string, string, string]>([
  [
    'a whole and its parts',
    `all | aboard (nationality)            | Dutch, Malaysian
     a | aboard                           | 53 | Ministry via Reuters, 2014-07-18
     b | aboard (nationality: Malaysian)  | 20 | Embassy, 2014-07-17
     c | aboard (nationality: Dutch)      | 30 | Embassy, 2014-07-17`,
    '30 aboard, Dutch only (Embassy, 17 July 2014) and 20 aboard, Malaysian only (same source) make 50; Ministry, via Reuters, 18 July 2014, reported 53 aboard, and the parts are declared complete.',
  ],
  [
    'a part and its parts, one of them hedged',
    `a | aboard (capacity: staff)   | at least 8      | Airline
     b | aboard (capacity: cockpit) | perhaps 2       | Union
     c | aboard (capacity: cabin)   | up to 5         | Union`,
    'Up to 5 aboard, cabin only (Union) and 2 aboard, cockpit only (same source) make 2 to 7; Airline reported at least 8 aboard, staff only, and the parts are declared complete, but 2 aboard, cockpit only is only called possible.',
  ],
  [
    'two ways to divide',
    `all | aboard (nationality)            | Dutch, Malaysian
     a | aboard (nationality: Dutch)      | 30 | Embassy
     b | aboard (nationality: Malaysian)  | 20 | Embassy
     c | aboard (capacity: passengers)    | 44 | Airport
     d | aboard (capacity: staff)         | 8  | Union`,
    '44 aboard, passengers only (Airport) and 8 aboard, staff only (Union) make 52, more than 30 aboard, Dutch only (Embassy) and 20 aboard, Malaysian only (same source), which make 50: the parts are declared complete.',
  ],
])('%s is told in one sentence', (_name, reports, explanation) => {
  expect(explanationsOf(reports)).toContain(explanation);
});
