import { describe, expect, test } from '@jest/globals';
import type { Claim, Property } from '../claim/claim.js';
import { compareClaims } from './compare-claims.js';
import { attributionText } from './explain.js';
import { cause, claim, figure, is, killed, toll, vocabulary } from './scenario.spec-kit.js';

describe('attributionText', () => {
  test.each([
    ['ICDS, 10 January 2025', 'ICDS', null, '2025-01-10'],
    ['ICDS', 'ICDS', null, null],
    ['Russia’s aviation authority, via ICDS, 25 December 2024', 'ICDS', 'Russia’s aviation authority', '2024-12-25'],
    ['Russia’s aviation authority, via ICDS', 'ICDS', 'Russia’s aviation authority', null],
    ['ICDS, about December 2024', 'ICDS', 'ICDS', '2024-12~'],
  ])('%s', (expected, sourceName, claimantName, saidOn) => {
    expect(attributionText({ sourceId: 's', sourceName, claimantName, saidOn })).toBe(expected);
  });
});

describe('explanations', () => {
  const authority = 'Russia’s aviation authority';

  test.each<[string, Property, Claim, Claim, string]>([
    [
      'the whole before its part, the same source',
      killed,
      claim(figure('23'), { scope: 'nationality: Azerbaijani', on: '2025-01-10' }),
      claim(figure('38'), { on: '2025-01-10' }),
      '38 killed (ICDS, 10 January 2025) and 23 killed, Azerbaijani only (same source): the figures differ, but the second counts a part of the first.',
    ],
    [
      'the earlier before the later, the same source on another day',
      toll,
      claim(figure('38'), { on: '2024-12-26' }),
      claim(figure('32'), { on: '2024-12-25' }),
      '32 killed (ICDS, 25 December 2024) and 38 killed (same source, 26 December 2024): the second is later and higher, so the toll rose.',
    ],
    [
      'a toll that fell',
      toll,
      claim(figure('38'), { on: '2024-12-25' }),
      claim(figure('32'), { on: '2024-12-26', source: 'Euronews' }),
      '38 killed (ICDS, 25 December 2024) and 32 killed (Euronews, 26 December 2024): the second is later and lower, in a count that can only grow.',
    ],
    [
      'the same source quoting somebody is named in full',
      cause,
      claim(is('bird-strike'), { claimant: authority, on: '2024-12-25' }),
      claim(is('missile'), { on: '2025-01-10' }),
      'Cause: bird strike (Russia’s aviation authority, via ICDS, 25 December 2024) and cause: missile (ICDS, 10 January 2025): each excludes the other.',
    ],
    [
      'the same claimant in the same source',
      cause,
      claim(is('bird-strike'), { claimant: authority }),
      claim(is('missile'), { claimant: authority }),
      'Cause: bird strike (Russia’s aviation authority, via ICDS) and cause: missile (same source): each excludes the other.',
    ],
    [
      'the affirmation before the denial, though later; dates go by what is known',
      cause,
      claim(is('bird-strike'), { denied: true, on: '2024-12-25' }),
      claim(is('bird-strike'), { source: 'Euronews', on: '2024-12-27' }),
      'Cause: bird strike (Euronews, 27 December 2024) and denied: bird strike as cause (ICDS, 25 December 2024): the second denies what the first says.',
    ],
    [
      'what has no date after what has one',
      killed,
      claim(figure('38')),
      claim(figure('42'), { source: 'Euronews', on: '2024-12-25' }),
      '42 killed (Euronews, 25 December 2024) and 38 killed (ICDS): the figures cannot both hold.',
    ],
    [
      'what was said by then before what may have been said later',
      killed,
      claim(figure('38'), { on: '2024-12' }),
      claim(figure('42'), { source: 'Euronews', on: '2024-12-01' }),
      '42 killed (Euronews, 1 December 2024) and 38 killed (ICDS, December 2024): the figures cannot both hold.',
    ],
    [
      'by id where nothing else tells them apart',
      killed,
      claim(figure('42'), { source: 'Euronews' }),
      claim(figure('38')),
      '42 killed (Euronews) and 38 killed (ICDS): the figures cannot both hold.',
    ],
  ])('%s', (_name, property, a, b, expected) => {
    expect(compareClaims(property, a, { ...b, id: 'b' }, vocabulary)?.explanation).toBe(expected);
  });
});
