import { describe, expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

describe('causes', () => {
  test.each<Story>([
    [
      'Aktau, 2024: birds against a missile and against any hostile act, which the missile is',
      `a | cause | bird-strike     | Aviation authority via TASS, 2024-12-25
       b | cause | surface-missile | Experts via Reuters, 2024-12-26
       c | cause | hostile-act     | Airline via AP, 2024-12-27`,
      ['CATEGORY CONFLICT by category-disjoint: a b', 'CATEGORY CONFLICT by category-disjoint: a c'],
    ],
    [
      'Germanwings, 2015: a technical failure in the first hours, a pilot’s act after two days',
      `a | cause | technical-failure | Expert via n-tv, 2015-03-24
       b | cause | pilot-suicide     | Prosecutor via AFP, 2015-03-26`,
      ['CATEGORY CONFLICT by category-disjoint: a b'],
    ],
    [
      'MH17, 2014: a missile or a fighter jet compete, and nothing says that they exclude each other',
      `a | cause | surface-missile | JIT
       b | cause | fighter-jet     | Defence ministry`,
      ['CATEGORY TENSION by category-competing: a b'],
    ],
    [
      'MH17, 2014: from the ground or not, a missile is a missile',
      `a | cause | surface-missile | JIT
       b | cause | missile         | Analysts`,
      [],
    ],
    [
      'TWA 800, 1996: a bomb that was only thought possible against an exploding tank',
      `a | cause | perhaps bomb        | Officials via NYT, 1996-07-19
       b | cause | fuel-tank-explosion | NTSB, 2000-08-23`,
      ['CATEGORY TENSION by category-disjoint: a b'],
    ],
    [
      'Beirut, 2020: stored chemicals, or what a president’s generals took for a bomb',
      `a | cause | stored-chemicals | Security chief via NNA, 2020-08-04
       b | cause | bomb             | White House, 2020-08-04`,
      ['CATEGORY CONFLICT by category-disjoint: a b'],
    ],
    [
      'Medellín, 2016: bad weather and a failing engine are two accidents that compete',
      `a | cause | bad-weather    | Airline
       b | cause | engine-failure | Controller`,
      ['CATEGORY TENSION by category-competing: a b'],
    ],
    [
      'Smolensk, 2010: fog is bad weather',
      `a | cause | bad-weather | Airline
       b | cause | fog         | Controller`,
      [],
    ],
    [
      'MH370: that the cause is not known conflicts with nothing',
      `a | cause | unknown       | Annex 13 report
       b | cause | pilot-suicide | Author`,
      [],
    ],
    [
      'Lion Air 610: a sensor and poor training contributed, both',
      `a | factor | faulty-sensor | KNKT
       b | factor | poor-training | KNKT
       c | factor | bad-weather   | Blog`,
      [],
    ],
    [
      'Lion Air 610: among factors, too, a bomb and an accident are declared to exclude each other',
      `a | factor | faulty-sensor | KNKT
       b | factor | bomb          | Blog`,
      ['CATEGORY CONFLICT by declared-disjoint: a b'],
    ],
    [
      'Paris, 2015: rifles and vests were used, both',
      `a | weapon | rifle        | Prosecutor
       b | weapon | suicide-vest | Prosecutor
       c | weapon | explosives   | Prosecutor`,
      [],
    ],
    [
      'Al-Ahli hospital, 2023: two accused, whom nothing in the vocabulary sets apart',
      `a | perpetrator | Army         | Health ministry
       b | perpetrator | IslamicJihad | Army`,
      ['CATEGORY TENSION by category-competing: a b'],
    ],
    [
      'Moscow, 2024: the Khorasan branch is the Islamic State',
      `a | perpetrator | Khorasan     | White House
       b | perpetrator | IslamicState | Amaq`,
      [],
    ],
    [
      'A cause for all and another for the place of a part',
      `a | cause                 | technical-failure | Airline
       b | cause (place: Grozny) | missile           | Channel`,
      ['CATEGORY POSSIBLE by scopes-nested: a b'],
    ],
    [
      'Las Vegas, 2017: motives are told in words, and words only a reader can compare',
      `a | motive | debts    | Sheriff
       b | motive | revenge  | Neighbour`,
      [],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('denials', () => {
  test.each<Story>([
    [
      'Ukraine International 752: Iran denied a missile, and said two days later that it was one',
      `a | cause | not missile     | Iran via IRNA, 2020-01-09
       b | cause | surface-missile | Canada via CBC, 2020-01-09
       c | cause | missile         | Iran via IRNA, 2020-01-11`,
      ['POLARITY CONFLICT by denied: a b', 'POLARITY CONFLICT by denied: a c'],
    ],
    [
      'Aktau, 2024: who denies a missile leaves other hostile acts open',
      `a | cause | not surface-missile | Spokesman
       b | cause | hostile-act         | Airline`,
      [],
    ],
    [
      'Aktau, 2024: who denies an accident denies birds, and not a missile',
      `a | cause | not accident | Airline
       b | cause | bird-strike  | Aviation authority
       c | cause | missile      | Experts`,
      ['POLARITY CONFLICT by denied: a b', 'CATEGORY CONFLICT by category-disjoint: b c'],
    ],
    [
      'Al-Ahli hospital, 2023: two denials do not conflict',
      `a | perpetrator | not IslamicJihad | IslamicJihad
       b | perpetrator | not Army         | Army`,
      [],
    ],
    [
      'Salisbury, 2018: a nerve agent among the weapons, and its denial',
      `a | weapon | nerve-agent     | OPCW
       b | weapon | not nerve-agent | Ambassador`,
      ['POLARITY CONFLICT by denied: a b'],
    ],
    [
      'Salisbury, 2018: a hedged denial softens it',
      `a | weapon | nerve-agent             | OPCW
       b | weapon | perhaps not nerve-agent | Blog`,
      ['POLARITY TENSION by denied: a b'],
    ],
    [
      'Houla, 2012: who denies at least 100 dead denies 108 of them, and not 90',
      `a | killed | not at least 100 | Foreign ministry
       b | killed | 108              | UN
       c | killed | 90               | Activists`,
      ['POLARITY CONFLICT by denied: a b', 'QUANTITY CONFLICT by quantity-disjoint: b c'],
    ],
    [
      'Houla, 2012: who denies exactly 108 leaves room for more than a hundred',
      `a | killed | not 108       | Foreign ministry
       b | killed | more than 100 | UN`,
      [],
    ],
    [
      'A figure denied for all says nothing of a part',
      `a | killed                 | not 38 | Foreign ministry
       b | killed (role: crew)    | 38     | Channel`,
      [],
    ],
    [
      'A cause denied in one place may be denied in all: a reader has to look',
      `a | cause                 | missile     | Experts
       b | cause (place: Grozny) | not missile | Head of Chechnya`,
      ['POLARITY POSSIBLE by denied: a b'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('yes and no', () => {
  test.each<Story>([
    [
      'Derna, 2023: people were told to leave, or to stay at home',
      `a | warned | yes | Mayor
       b | warned | no  | Residents`,
      ['POLARITY CONFLICT by boolean-opposed: a b'],
    ],
    [
      'L’Aquila, 2009: perhaps they were warned',
      `a | warned | perhaps yes | Commission
       b | warned | no          | Residents`,
      ['POLARITY TENSION by boolean-opposed: a b'],
    ],
    [
      'Who denies a warning agrees with who says that there was none',
      `a | warned | not yes | Commission
       b | warned | no      | Residents
       c | warned | yes     | Mayor`,
      ['POLARITY CONFLICT by denied: a c', 'POLARITY CONFLICT by boolean-opposed: b c'],
    ],
    [
      'Warned in the land, and not in one province of it',
      `a | warned                | yes | Minister
       b | warned (place: Hatay) | no  | Residents`,
      ['POLARITY POSSIBLE by scopes-nested: a b'],
    ],
    [
      'Warned in one country, not in another',
      `a | warned (place: Turkey) | yes | AFAD
       b | warned (place: Syria)  | no  | Residents`,
      [],
    ],
    [
      'Aktau, 2024: whether GPS was jammed is not known',
      `a | jammed | yes     | Flightradar24
       b | jammed | unknown | Ministry`,
      [],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

test.each<Story>([
  [
    'A cause that was only called possible is named as the hedged side',
    `a | cause | perhaps bomb        | Officials via NYT, 1996-07-19
     b | cause | fuel-tank-explosion | NTSB, 2000-08-23`,
    [
      'Cause: bomb (Officials, via NYT, 19 July 1996) and cause: fuel tank explosion (NTSB, 23 August 2000): each excludes the other, but the first is only called possible.',
    ],
  ],
  [
    'A denial is told after what it denies, though it came first',
    `a | cause | not missile     | Iran via IRNA, 2020-01-09
     b | cause | surface-missile | Canada via CBC, 2020-01-10`,
    [
      'Cause: surface missile (Canada, via CBC, 10 January 2020) and denied: missile as cause (Iran, via IRNA, 9 January 2020): the second denies what the first says.',
    ],
  ],
])('%s', (_name, reports, explanations) => {
  expect(explanationsOf(reports)).toEqual(explanations);
});
