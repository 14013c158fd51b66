import { expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

test.each<Story>([
  [
    'Belarus, 2020: one of two can have won',
    `a | winner | Lukashenko     | Commission
     b | winner | Tsikhanouskaya | Campaign`,
    ['CATEGORY CONFLICT by category-disjoint: a b'],
  ],
  [
    'Belarus, 2020: who denies that one won does not say who did',
    `a | winner | not Lukashenko | European Council
     b | winner | Tsikhanouskaya | Campaign
     c | winner | Lukashenko     | Commission`,
    ['POLARITY CONFLICT by denied: a c', 'CATEGORY CONFLICT by category-disjoint: b c'],
  ],
  [
    'Venezuela, 2024: the commission’s share and the one on the tally sheets',
    `a | share (candidate: Maduro)   | 51.2 | Commission
     b | share (candidate: Maduro)   | 30   | Tally sheets
     c | share (candidate: Gonzalez) | 67   | Tally sheets`,
    ['QUANTITY CONFLICT by quantity-disjoint: a b'],
  ],
  [
    'Venezuela, 2024: 51.2, 44.2 and 4.6 % make a hundred',
    `a | share                       | 100  | Arithmetic
     b | share (candidate: Maduro)   | 51.2 | Commission
     c | share (candidate: Gonzalez) | 44.2 | Commission
     d | share (candidate: Martinez) | 4.6  | State television`,
    [
      'SCOPE TENSION by part-of-whole: a b',
      'SCOPE TENSION by part-of-whole: a c',
      'SCOPE TENSION by part-of-whole: a d',
    ],
  ],
  [
    'Venezuela, 2024: with 4.6 % for each of the others they do not, as a broadcast had it',
    `a | share                       | 100  | Arithmetic
     b | share (candidate: Maduro)   | 51.2 | Commission
     c | share (candidate: Gonzalez) | 44.2 | Commission
     d | share (candidate: Martinez) | 4.6  | State television
     e | share (candidate: Bertucci) | 4.6  | State television`,
    [
      'SCOPE TENSION by part-of-whole: a b',
      'ARITHMETIC CONFLICT by parts-exceed-whole: a b c d e',
      'SCOPE TENSION by part-of-whole: a c',
      'SCOPE TENSION by part-of-whole: a d',
      'SCOPE TENSION by part-of-whole: a e',
    ],
  ],
  [
    'A candidate with more votes than were cast',
    `a | votes                      | 10,000,000 | Commission
     b | votes (candidate: Maduro)  | 10,500,000 | Campaign`,
    ['QUANTITY CONFLICT by part-exceeds-whole: a b'],
  ],
  [
    'Paris, 7 March 2023: marchers by the police and by the union, in the land and in its capital',
    `a | marchers                | 1,280,000 | Interior ministry
     b | marchers                | 3,500,000 | CGT
     c | marchers (place: Paris) | 81,000    | Interior ministry
     d | marchers (place: Paris) | 700,000   | CGT`,
    [
      'QUANTITY CONFLICT by quantity-disjoint: a b',
      'SCOPE TENSION by part-of-whole: a c',
      'SCOPE TENSION by part-of-whole: a d',
      'SCOPE TENSION by part-of-whole: b c',
      'SCOPE TENSION by part-of-whole: b d',
      'QUANTITY CONFLICT by quantity-disjoint: c d',
    ],
  ],
  [
    'Hong Kong, June 2019: nearly two million leave out two million, and 338,000',
    `a | marchers | nearly 2,000,000 | Organisers
     b | marchers | 2,000,001        | Badge
     c | marchers | 338,000          | Police`,
    [
      'QUANTITY CONFLICT by quantity-disjoint: a b',
      'QUANTITY CONFLICT by quantity-disjoint: a c',
      'QUANTITY CONFLICT by quantity-disjoint: b c',
    ],
  ],
])('%s', (_name, reports, outcomes) => {
  expect(outcomesOf(reports)).toEqual(outcomes);
  expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
});

test('Venezuela, 2024: shares are added up for the reader', () => {
  const reports = `
    a | share                       | 100  | Arithmetic
    b | share (candidate: Maduro)   | 60   | Commission
    c | share (candidate: Gonzalez) | 67   | Tally sheets`;
  expect(explanationsOf(reports)).toContain(
    '67% of the vote, Gonzalez only (Tally sheets) and 60% of the vote, Maduro only (Commission) make 127%, more than 100% of the vote (Arithmetic): parts that have nothing in common cannot exceed the whole.',
  );
});
