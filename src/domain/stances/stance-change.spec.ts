import { describe, expect, test } from '@jest/globals';
import type { Property } from '../claim/claim.js';
import type { Assertion } from '../claim/statement.js';
import {
  cause,
  claim,
  date,
  factors,
  figure,
  is,
  jammed,
  motive,
  NO,
  text,
  time,
  toll,
  UNKNOWN,
  vocabulary,
  YES,
} from '../contradiction/scenario.spec-kit.js';
import type { Value } from '../values/value.js';
import { stanceChange, type StanceChange } from './stance-change.js';

const says = (value: Value): Assertion => claim(value);
const denies = (value: Value): Assertion => claim(value, { denied: true });

describe('stanceChange', () => {
  test.each<[string, Property, Assertion | null, Assertion, StanceChange]>([
    ['a bird strike, for the first time', cause, null, says(is('bird-strike')), 'NEW'],
    ['a bird strike, again', cause, says(is('bird-strike')), says(is('bird-strike')), 'REPEATED'],
    ['interference, then a missile', cause, says(is('external-interference')), says(is('missile')), 'REFINED'],
    ['a missile, then only interference', cause, says(is('missile')), says(is('external-interference')), 'BROADENED'],
    ['a bird strike, then a missile', cause, says(is('bird-strike')), says(is('missile')), 'CHANGED'],
    ['a bird strike, then fog', cause, says(is('bird-strike')), says(is('fog')), 'CHANGED'],
    ['a bird strike, then that nobody knows', cause, says(is('bird-strike')), says(UNKNOWN), 'CHANGED'],
    ['that nobody knows, then a bird strike', cause, says(UNKNOWN), says(is('bird-strike')), 'REFINED'],
    ['that nobody knows, twice', cause, says(UNKNOWN), says(UNKNOWN), 'REPEATED'],
    ['a missile, then not', cause, says(is('missile')), denies(is('missile')), 'REVERSED'],
    [
      'a missile, then no interference at all',
      cause,
      says(is('missile')),
      denies(is('external-interference')),
      'REVERSED',
    ],
    ['no interference, then a missile', cause, denies(is('external-interference')), says(is('missile')), 'REVERSED'],
    ['no missile, then some interference', cause, denies(is('missile')), says(is('external-interference')), 'ADDED'],
    ['a bird strike, and no missile', cause, says(is('bird-strike')), denies(is('missile')), 'ADDED'],
    ['no missile, then no fog either', cause, denies(is('missile')), denies(is('fog')), 'ADDED'],
    ['no missile, then no interference', cause, denies(is('missile')), denies(is('external-interference')), 'REFINED'],
    [
      'no interference, then no missile',
      cause,
      denies(is('external-interference')),
      denies(is('missile')),
      'BROADENED',
    ],
    ['fog, and a bird strike beside it', factors, says(is('fog')), says(is('bird-strike')), 'ADDED'],
    [
      'an accident, then interference, which is declared to exclude it',
      factors,
      says(is('accident')),
      says(is('external-interference')),
      'CHANGED',
    ],
    ['42 killed, then 38', toll, says(figure('42')), says(figure('38')), 'CHANGED'],
    ['at least 35, then 38', toll, says(figure({ lowerBound: '35' })), says(figure('38')), 'REFINED'],
    [
      'at least 35, then at most 40',
      toll,
      says(figure({ lowerBound: '35' })),
      says(figure({ upperBound: '40' })),
      'ADDED',
    ],
    ['December, then the 25th', date, says(time('2024-12')), says(time('2024-12-25')), 'REFINED'],
    ['yes, then no', jammed, says(YES), says(NO), 'REVERSED'],
    ['one motive, twice', motive, says(text('revenge')), says(text('revenge')), 'REPEATED'],
    ['two motives', motive, says(text('revenge')), says(text('greed')), 'ADDED'],
  ])('%s', (_name, property, before, now, expected) => {
    expect(stanceChange(property, before, now, vocabulary)).toBe(expected);
  });
});
