import { expect, test } from '@jest/globals';
import { edtfText, timeText } from './time-text.js';
import { timeOf } from './time.js';

test.each([
  ['2024-12-25', '25 December 2024'],
  ['2024-12-05', '5 December 2024'],
  ['2024-12', 'December 2024'],
  ['2024', '2024'],
  ['0050', '50'],
  ['201X', 'the 2010s'],
  ['20XX', 'between 2000 and 2099'],
  ['2024-12-XX', 'December 2024'],
  ['2024-XX-XX', '2024'],
  ['2024-21', 'spring 2024'],
  ['2024-22', 'summer 2024'],
  ['2024-23', 'autumn 2024'],
  ['2024-24', 'winter 2024'],
  ['2024-12-24T06:28/2024-12-24T07:00', 'between 24 December 2024, 06:28 and 24 December 2024, 07:00'],
  ['2024-12-24T06:28/2024-12-24', 'between 24 December 2024, 06:28 and 24 December 2024'],
  ['2024-12-24/2024-12-24T07:00', 'between 24 December 2024 and 24 December 2024, 07:00'],
  ['2024-12-24/2024-12', 'between 24 December 2024 and December 2024'],
  ['2024-11-30/2024-12', 'between 30 November 2024 and December 2024'],
  ['2024/2024-12', 'between 2024 and December 2024'],
  ['2024-11/2024', 'between November 2024 and 2024'],
  ['2024-12-25~', 'about 25 December 2024'],
  ['2024?', 'perhaps 2024'],
  ['2024-12%', 'perhaps about December 2024'],
  ['2024-12-24/2024-12-26', 'between 24 and 26 December 2024'],
  ['2024-11-30/2024-12-02', 'between 30 November and 2 December 2024'],
  ['2023-12-30/2024-01-02', 'between 30 December 2023 and 2 January 2024'],
  ['2024-11/2024-12', 'between November and December 2024'],
  ['2023/2024', 'between 2023 and 2024'],
  ['2024-12/2024-12-25', 'between December 2024 and 25 December 2024'],
  ['2024-12-24~/2024-12-26', 'between about 24 and 26 December 2024'],
  ['2024-12-25/2024-12-25', '25 December 2024'],
  ['2024-12-25/..', 'from 25 December 2024'],
  ['../2024-12-25', 'until 25 December 2024'],
  ['2024-12-25T06:28Z', '25 December 2024, 06:28 UTC'],
  ['2024-12-25T06:28:30+04:00', '25 December 2024, 06:28:30 UTC+04:00'],
  ['2024-12-25T06:28', '25 December 2024, 06:28'],
])('%s reads "%s"', (edtf, expected) => {
  const result = timeOf(edtf);
  expect(result.ok ? timeText(result.value) : result.problems).toBe(expected);
});

test('what is not EDTF is shown as it is', () => {
  expect(edtfText('shortly after dawn')).toBe('shortly after dawn');
});
