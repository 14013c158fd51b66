import { expect, test } from '@jest/globals';
import { outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

test.each<Story>([
  [
    'Turkey, 2023: an earthquake of 7.8 or of 7.7',
    `a | magnitude | 7.8 | USGS
     b | magnitude | 7.7 | AFAD`,
    ['QUANTITY CONFLICT by quantity-disjoint: a b'],
  ],
  [
    'Turkey, 2023: 10 km and 10000 m are one depth, 17.9 km is another',
    `a | depth | 10 km    | GFZ
     b | depth | 10000 m  | EMSC
     c | depth | 17.9 km  | USGS`,
    ['QUANTITY CONFLICT by quantity-disjoint: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
  ],
  [
    'L’Aquila, 2009: about 6 miles deep takes in 10 km',
    `a | depth | about 6 miles | AP
     b | depth | 10 km         | INGV`,
    [],
  ],
  [
    'Germanwings: 38,000 feet is exactly 11,582.4 m, and about 11,600 m as well',
    `a | altitude | 38,000 ft      | BEA
     b | altitude | 11,582.4 m     | Flightradar24
     c | altitude | about 11,600 m | Le Monde
     d | altitude | 11,600 m       | Le Figaro`,
    ['QUANTITY CONFLICT by quantity-disjoint: a d', 'QUANTITY CONFLICT by quantity-disjoint: b d'],
  ],
  [
    'Lytton, 2021: 49.6 °C is 121.28 °F and not 121 °F, but about 121 °F',
    `a | temperature | 49.6             | Environment Canada
     b | temperature | 121.28 °F        | Washington Post
     c | temperature | 121 °F           | CNN
     d | temperature | about 121 °F     | NBC`,
    ['QUANTITY CONFLICT by quantity-disjoint: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
  ],
  [
    'Oymyakon: below zero "up to" starts nowhere, so that -71 is up to -67',
    `a | temperature | up to -67 | Met office
     b | temperature | -71       | Village
     c | temperature | -60       | Visitor`,
    ['QUANTITY CONFLICT by quantity-disjoint: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
  ],
  [
    'Haiyan, 2013: winds of 195 miles an hour, or of 235 km/h',
    `a | wind | 195 mph        | JTWC
     b | wind | 235 km/h       | PAGASA
     c | wind | about 315 km/h | Guardian`,
    ['QUANTITY CONFLICT by quantity-disjoint: a b', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
  ],
  [
    'Katrina: 108 billion dollars lie in about 118 billion, and correct the 81 billion that the same centre gave before',
    `a | damage | 108,000,000,000       | NHC, 2006-08-10
     b | damage | about 118,000,000,000 | NOAA, 2006-08-10
     c | damage | 81,000,000,000        | NHC, 2005-12-20`,
    ['UPDATE TENSION by figure-corrected: a c', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
  ],
  [
    'Turnout of the land and of a province are no parts of one another, and a reader has to look',
    `a | turnout                 | 87 | Election board
     b | turnout (place: Hatay)  | 80 | Province`,
    ['QUANTITY POSSIBLE by scopes-nested: a b'],
  ],
])('%s', (_name, reports, outcomes) => {
  expect(outcomesOf(reports)).toEqual(outcomes);
  expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
});
