import { describe, expect, test } from '@jest/globals';
import { explanationsOf, outcomesOf, outcomesOfLateArrivals, type Story } from './reports.spec-kit.js';

describe('when it happened', () => {
  test.each<Story>([
    [
      'Aktau, 2024: the day lies in the month',
      `a | date | 2024-12-25 | ICDS
       b | date | 2024-12    | Wikipedia`,
      [],
    ],
    [
      'Nord Stream, 2022: 02:03 in Denmark and 00:03 UTC are one minute, 19:03 is not in it',
      `a | date | 2022-09-26T02:03+02:00 | GEUS
       b | date | 2022-09-26T00:03Z      | SNSN
       c | date | 2022-09-26T19:03+02:00 | Nord Stream AG`,
      ['TIME CONFLICT by time-disjoint: a c', 'TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Chernobyl: 01:23 in Moscow summer time was still the day before in UTC, and the local date may be either',
      `a | date | 1986-04-26T01:23+04:00 | INSAG
       b | date | 1986-04-25T21:23Z      | IAEA
       c | date | 1986-04-26             | TASS`,
      [],
    ],
    [
      'Chernobyl: two local dates are two dates',
      `a | date | 1986-04-26 | TASS
       b | date | 1986-04-25 | Newspaper`,
      ['TIME CONFLICT by time-disjoint: a b'],
    ],
    [
      'Chernobyl: no zone on Earth makes 24 April of 01:23 in Moscow',
      `a | date | 1986-04-26T01:23+04:00 | INSAG
       b | date | 1986-04-24             | Newspaper`,
      ['TIME CONFLICT by time-disjoint: a b'],
    ],
    [
      'Tunguska, 1908: the calendars of Petersburg and London',
      `a | date | 1908-06-17 | Sibir
       b | date | 1908-06-30 | Whipple`,
      ['TIME CONFLICT by time-disjoint: a b'],
    ],
    [
      'MH370: the last contact was put at 02:40, then at 01:30, then at 01:21',
      `a | date | 2014-03-08T02:40+08:00 | Airline via CNN
       b | date | 2014-03-08T01:30+08:00 | Minister via BBC
       c | date | 2014-03-07T17:21Z      | Annex 13 report`,
      [
        'TIME CONFLICT by time-disjoint: a b',
        'TIME CONFLICT by time-disjoint: a c',
        'TIME CONFLICT by time-disjoint: b c',
      ],
    ],
    [
      'North Tower, 2001: the minute holds the second, and the seconds of two inquiries exclude each other',
      `a | date | 2001-09-11T08:46-04:00    | Press
       b | date | 2001-09-11T08:46:30-04:00 | NIST
       c | date | 2001-09-11T08:46:40-04:00 | Commission`,
      ['TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Titanic: about 14 April takes in the small hours of the 15th',
      `a | date | 1912-04-14~ | Daily Mail
       b | date | 1912-04-15  | Inquiry
       c | date | 1912-04-17  | Rumour`,
      ['TIME CONFLICT by time-disjoint: a c', 'TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Titanic: to be unsure of a date widens nothing',
      `a | date | 1912-04-14? | Daily Mail
       b | date | 1912-04-15  | Inquiry`,
      ['TIME CONFLICT by time-disjoint: a b'],
    ],
    [
      'Wuhan: a first case in November, one on 1 December, and one some time in December',
      `a | date | 2019-11-17 | SCMP
       b | date | 2019-12-01 | Lancet
       c | date | 2019-12    | Xinhua`,
      ['TIME CONFLICT by time-disjoint: a b', 'TIME CONFLICT by time-disjoint: a c'],
    ],
    [
      'Wuhan: the autumn of 2019 holds them all, the spring none',
      `a | date | 2019-11-17 | SCMP
       b | date | 2019-23    | Intelligence report
       c | date | 2019-21    | Preprint`,
      ['TIME CONFLICT by time-disjoint: a c', 'TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Ukraine: a war since 24 February 2022 did not begin on the 21st, and goes on in 2023',
      `a | date | 2022-02-24/..          | UN
       b | date | 2022-02-21             | Blog
       c | date | 2023                   | SIPRI`,
      ['TIME CONFLICT by time-disjoint: a b', 'TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Bam, 2003: some day between the 24th and the 26th',
      `a | date | 2003-12-24/2003-12-26  | Agency
       b | date | 2003-12-26T05:26+03:30 | IIEES
       c | date | 2003-12-28             | Diary`,
      ['TIME CONFLICT by time-disjoint: a c', 'TIME CONFLICT by time-disjoint: b c'],
    ],
    [
      'Who doubts the day is in tension only',
      `a | date | perhaps 2024-12-24 | Channel
       b | date | 2024-12-25         | ICDS`,
      ['TIME TENSION by time-disjoint: a b'],
    ],
    [
      'Who denies the month denies the day in it, not the other way round',
      `a | date | 2024-12-25     | ICDS
       b | date | 2024-12        | Wikipedia
       c | date | not 2024-12    | Sceptic
       d | date | not 2024-12-25 | Pedant`,
      ['POLARITY CONFLICT by denied: a c', 'POLARITY CONFLICT by denied: a d', 'POLARITY CONFLICT by denied: b c'],
    ],
    [
      'A day for all and another for the crew: a reader has to look',
      `a | date              | 2024-12-24 | Channel
       b | date (role: crew) | 2024-12-25 | Airline`,
      ['TIME POSSIBLE by scopes-nested: a b'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });
});

describe('what came first', () => {
  test.each<Story>([
    [
      'Aktau, 2024: out of Baku at 03:55 UTC, down at 06:28',
      `a | departure | 2024-12-25T07:55+04:00 | Airport
       b | crash     | 2024-12-25T06:28Z      | Flightradar24`,
      [],
    ],
    [
      'Aktau, 2024: a departure an hour after the crash',
      `a | departure | 2024-12-25T07:28Z | Timetable
       b | crash     | 2024-12-25T06:28Z | Flightradar24`,
      ['ORDER CONFLICT by order-broken: a b'],
    ],
    [
      'Aktau, 2024: 07:55 in nobody says which zone may well be before 06:28 UTC',
      `a | departure | 2024-12-25T07:55 | Timetable
       b | crash     | 2024-12-25T06:28Z | Flightradar24`,
      [],
    ],
    [
      'World Trade Center 7: a broadcast told of the collapse some twenty minutes before it',
      `a | broadcast | 2001-09-11T16:57-04:00    | BBC World
       b | collapse  | 2001-09-11T17:20:52-04:00 | NIST`,
      ['ORDER CONFLICT by order-broken: a b'],
    ],
    [
      'Andes, 1972: a rescue before the departure, whenever the crash was',
      `a | departure | 1972-10-13 | Air force
       b | rescue    | 1972-10-12 | Misprint`,
      ['ORDER CONFLICT by order-broken: a b'],
    ],
    [
      'Andes, 1972: found 72 days later',
      `a | departure | 1972-10    | Air force
       b | crash     | 1972-10-13 | Air force
       c | rescue    | 1972-12-22 | Survivor`,
      [],
    ],
    [
      'Andes, 1972: each end that is out of order is told by itself, and two dates of one thing beside them',
      `a | crash  | 1972-10-13 | Air force
       b | crash  | 1972-12-24 | Misprint
       c | rescue | 1972-12-22 | Survivor`,
      ['TIME CONFLICT by time-disjoint: a b', 'ORDER CONFLICT by order-broken: b c'],
    ],
    [
      'Who is not sure of the day breaks an order a little less',
      `a | crash  | perhaps 1972-12-24 | Witness
       b | rescue | 1972-12-22         | Survivor`,
      ['ORDER TENSION by order-broken: a b'],
    ],
  ])('%s', (_name, reports, outcomes) => {
    expect(outcomesOf(reports)).toEqual(outcomes);
    expect(outcomesOfLateArrivals(reports)).toEqual(outcomes);
  });

  test('World Trade Center 7: the explanation gives both times and the order', () => {
    const reports = `
      a | broadcast | 2001-09-11T16:57-04:00    | BBC World
      b | collapse  | 2001-09-11T17:20:52-04:00 | NIST`;
    expect(explanationsOf(reports)).toEqual([
      'Collapse: 11 September 2001, 17:20:52 UTC-04:00 (NIST) and broadcast: 11 September 2001, 16:57 UTC-04:00 (BBC World): collapse comes before broadcast, so the first cannot be after the second.',
    ]);
  });
});
