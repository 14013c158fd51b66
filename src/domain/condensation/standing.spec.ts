import { describe, expect, test } from '@jest/globals';
import type { Claim } from '../claim/claim.js';
import { claim, figure } from '../contradiction/scenario.spec-kit.js';
import { byStanding, compareFirstSaid } from './standing.js';

describe('compareFirstSaid', () => {
  const said = (from: number, to: number): Claim['firstSaid'] => ({ from, to });
  test.each<[what: string, a: Claim['firstSaid'], b: Claim['firstSaid'], sign: -1 | 0 | 1]>([
    ['what began earlier', said(1, 9), said(2, 3), -1],
    ['what began later', said(4, 5), said(2, 9), 1],
    ['of those that began together, what ended earlier', said(1, 2), said(1, 3), -1],
    ['of those that began together, what ended later', said(1, 4), said(1, 3), 1],
    ['what was said at one time', said(1, 2), said(1, 2), 0],
    ['what has no date', null, said(8, 9), 1],
    ['what has a date against what has none', said(8, 9), null, -1],
    ['two without a date', null, null, 0],
  ])('%s', (_what, a, b, sign) => {
    expect(Math.sign(compareFirstSaid(a, b))).toBe(sign);
  });
});

describe('byStanding', () => {
  type Said = Parameters<typeof claim>[1] & { readonly identity?: string };
  const answer = ({ identity = 'same', ...said }: Said): Claim => {
    const made = claim(figure('38'), said);
    return { ...made, standing: { ...made.standing, identity } };
  };
  test.each<[what: string, first: Said, second: Said]>([
    ['what editors prefer, before many citations', { preferred: true }, { citations: 99 }],
    ['more citations, before the earlier', { citations: 4, on: '2024-12-26' }, { citations: 3, on: '2024-12-25' }],
    ['one citation before none', { citations: 1, id: 'b' }, { citations: 0, id: 'a' }],
    [
      'the earlier, where the citations have as many digits',
      { citations: 2, on: '2024-12-25' },
      { citations: 3, on: '2024-12-26' },
    ],
    ['a dated one before one without a date', { on: '2024-12-25' }, {}],
    ['the lesser identity', { identity: 'a', id: '2' }, { identity: 'b', id: '1' }],
    ['the lesser id', { id: '1' }, { id: '2' }],
  ])('puts first %s', (_what, first, second) => {
    const [a, b] = [answer(first), answer(second)];
    expect(byStanding(a, b)).toBeLessThan(0);
    expect(byStanding(b, a)).toBeGreaterThan(0);
  });

  test('holds a claim equal to itself', () => {
    expect(byStanding(answer({ on: '2024-12-25' }), answer({ on: '2024-12-25' }))).toBe(0);
  });
});
