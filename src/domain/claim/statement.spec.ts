import { describe, expect, test } from '@jest/globals';
import {
  cause,
  claim,
  date,
  figure,
  is,
  jammed,
  killed,
  motive,
  NO,
  property,
  text,
  time,
  UNKNOWN,
  vocabulary,
  YES,
} from '../contradiction/scenario.spec-kit.js';
import type { Claim, Property } from './claim.js';
import { phraseOf, statementOf, valueText } from './statement.js';

const height = property('QUANTITY', { label: 'Altitude', unit: 'm' });
const status = property('CONCEPT', { label: 'GPS status' });
const capitalised = property('CONCEPT', { label: 'Cause' });

test.each<[string, Property, Claim['value']]>([
  ['38', killed, figure('38')],
  ['9 km', height, figure({ amount: '9', unit: 'km' }, 'm')],
  ['25 December 2024', date, time('2024-12-25')],
  ['bird strike', cause, is('bird-strike')],
  ['yes', jammed, YES],
  ['no', jammed, NO],
  ['for $& revenge', motive, text('for $& revenge')],
  ['not known', cause, UNKNOWN],
])('valueText: %s', (expected, about, value) => {
  expect(valueText(value, about, vocabulary)).toBe(expected);
});

describe('phraseOf', () => {
  test.each<[string, Property, Claim]>([
    ['38 killed', killed, claim(figure('38'))],
    ['at least 35 killed', killed, claim(figure({ lowerBound: '35' }))],
    ['38 killed, Azerbaijani only', killed, claim(figure('38'), { scope: 'nationality: Azerbaijani' })],
    ['2 killed, Azerbaijani, crew only', killed, claim(figure('2'), { scope: 'role: crew, nationality: Azerbaijani' })],
    ['denied: 38 killed', killed, claim(figure('38'), { denied: true })],
    ['denied: 2 killed, crew only', killed, claim(figure('2'), { denied: true, scope: 'role: crew' })],
    ['fatalities: not known', killed, claim(UNKNOWN)],
    ['cause: bird strike', cause, claim(is('bird-strike'))],
    ['Cause: bird strike', capitalised, claim(is('bird-strike'))],
    ['denied: bird strike as cause', capitalised, claim(is('bird-strike'), { denied: true })],
    ['denied: fog as GPS status', status, claim(is('fog'), { denied: true })],
    ['denied: cause: not known', cause, claim(UNKNOWN, { denied: true })],
    ['denied: date: 25 December 2024', date, claim(time('2024-12-25'), { denied: true })],
    ['motive: for $& revenge', motive, claim(text('for $& revenge'))],
    ['denied: for revenge as motive', motive, claim(text('for revenge'), { denied: true })],
    [
      '2 killed, Azerbaijani, Aktau, crew only',
      killed,
      claim(figure('2'), { scope: 'role: crew, place: Aktau, nationality: Azerbaijani' }),
    ],
    ['because of $& revenge', { ...motive, phrase: 'because of {value}' }, claim(text('$& revenge'))],
  ])('%s', (expected, about, said) => {
    expect(phraseOf(about, said, vocabulary)).toBe(expected);
  });
});

test('statementOf names the subject first', () => {
  const said = claim(figure('38'), { scope: 'nationality: Azerbaijani' });
  expect(statementOf('Crash of flight J2-8243', killed, said, vocabulary)).toBe(
    'Crash of flight J2-8243: 38 killed, Azerbaijani only',
  );
});
