import { describe, expect, test } from '@jest/globals';
import { cause, claim, figure, is, killed, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { findContradictionsAmong } from './contradictions-among.js';

const QUESTIONS = [
  {
    property: killed,
    claims: [
      claim(figure('38'), { id: 'a' }),
      claim(figure('39'), { id: 'b' }),
      claim(figure({ lowerBound: '30' }), { id: 'c' }),
    ],
  },
  { property: cause, claims: [claim(is('bird-strike'), { id: 'd' }), claim(is('missile'), { id: 'e' })] },
];

describe('findContradictionsAmong', () => {
  test.each<[what: string, pairs: string[][], found: string[][]]>([
    ['nothing', [], []],
    ['a pair that does not fit', [['a', 'b']], [['a', 'b']]],
    ['a pair that fits', [['a', 'c']], []],
    ['only the pairs asked for', [['d', 'e']], [['d', 'e']]],
    [
      'pairs of several questions, in their order',
      [
        ['e', 'd'],
        ['b', 'c'],
        ['a', 'b'],
      ],
      [
        ['d', 'e'],
        ['a', 'b'],
      ],
    ],
    ['answers to two questions', [['a', 'd']], []],
    ['a claim that is not there', [['a', 'x']], []],
    ['a first claim that is not there', [['x', 'a']], []],
    ['two that are not there', [['x', 'y']], []],
    ['no pair at all', [[]], []],
  ])('finds of %s', (_what, pairs, found) => {
    expect(findContradictionsAmong(QUESTIONS, pairs, vocabulary).map(({ members }) => members)).toEqual(found);
  });
});
