import { describe, expect, test } from '@jest/globals';
import type { Claim, Property } from '../claim/claim.js';
import { LEADING } from '../condensation/standing.js';
import { claim, figure, killed, toll, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { soundAnswers } from './sound-answers.js';

/** Origins by the claim's id: "many" has three, "few" two, all others one. */
const originsOf = (id: string): number => ({ many: 3, few: 2 })[id] ?? 1;

const dead = (amount: string, said: Parameters<typeof claim>[1]): Claim => claim(figure(amount), said);

describe('soundAnswers', () => {
  test.each<[string, Property, readonly Claim[], readonly string[]]>([
    ['all where nothing is contradicted', killed, [dead('38', { id: 'a' }), dead('38', { id: 'b' })], ['a', 'b']],
    ['the one with more origins', killed, [dead('38', { id: 'many' }), dead('42', { id: 'few' })], ['many']],
    ['neither of equals', killed, [dead('38', { id: 'a' }), dead('42', { id: 'b' })], []],
    [
      'what editors prefer, however few say it',
      killed,
      [dead('38', { id: 'many' }), dead('42', { id: 'few', preferred: true })],
      ['few'],
    ],
    [
      'what is said without a hedge before what more say with one',
      killed,
      [dead('38', { id: 'many', hedged: true }), dead('42', { id: 'few' })],
      ['few'],
    ],
    [
      'nothing that a better answer excludes, even where a yet better one excludes that',
      killed,
      [dead('38', { id: 'many' }), dead('42', { id: 'few' }), claim(figure({ upperBound: '40' }), { id: 'a' })],
      ['many'],
    ],
    [
      'the later figure of a toll, however many said the earlier',
      toll,
      [
        dead('30', { id: 'many', on: '2024-12-25', source: 'Euronews' }),
        dead('38', { id: 'few', on: '2024-12-26', source: 'ICDS' }),
      ],
      ['few'],
    ],
    [
      'a correction, not what was corrected',
      killed,
      [dead('42', { id: 'many', on: '2024-12-25' }), dead('38', { id: 'few', on: '2024-12-26' })],
      ['few'],
    ],
    [
      'figures of which only a reader knows whether they count the same people',
      killed,
      [dead('3', { id: 'a', scope: 'role: crew' }), dead('4', { id: 'b', scope: 'role: children' })],
      ['a', 'b'],
    ],
    [
      'a part beside its whole',
      killed,
      [dead('38', { id: 'few' }), dead('23', { id: 'a', scope: 'nationality: Azerbaijani' })],
      ['few', 'a'],
    ],
  ])('%s', (_name, property, claims, expected) => {
    const sound = (given: readonly Claim[]) => soundAnswers({ property, claims: given }, originsOf, vocabulary).claims;
    expect(
      sound(claims)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...expected].sort());
    expect(
      sound([...claims].reverse())
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...expected].sort());
  });

  test('looks at no more than the leading answers', () => {
    const many = Array.from({ length: LEADING + 5 }, (_, i) => dead('38', { id: `c${String(i).padStart(3, '0')}` }));
    const { claims } = soundAnswers({ property: killed, claims: many }, originsOf, vocabulary);
    expect(claims).toHaveLength(LEADING);
  });
});
