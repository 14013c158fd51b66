import { expect, test } from '@jest/globals';
import type { Claim } from '../claim/claim.js';
import { claim, figure, vocabulary } from '../contradiction/scenario.spec-kit.js';
import { aboard } from './arithmetic.spec-kit.js';
import { impliedParts } from './implied-parts.js';

const nations = [{ id: 'nations', dimension: 'nationality', parts: ['Azerbaijani', 'Russian'] }];

function implied(claims: readonly Claim[], partitions = nations): readonly string[] {
  return impliedParts({ property: aboard, claims, partitions }, () => 1, vocabulary).map(
    ({ explanation }) => explanation,
  );
}

const whole = claim(figure('67'), { id: 'w' });
const part = (nation: string, amount: Parameters<typeof figure>[0], id = nation) =>
  claim(figure(amount), { id, scope: `nationality: ${nation}` });

test.each<[string, readonly Claim[], readonly string[]]>([
  [
    'the missing part',
    [whole, part('Russian', '16')],
    [
      '67 aboard (ICDS) and 16 aboard, Russian only (same source) imply 51 aboard, Azerbaijani only: the parts are declared complete.',
    ],
  ],
  [
    'the whole',
    [part('Azerbaijani', '37'), part('Russian', { lowerBound: '16' })],
    [
      '37 aboard, Azerbaijani only (ICDS) and at least 16 aboard, Russian only (same source) imply at least 53 aboard: the parts are declared complete.',
    ],
  ],
  ['no remainder below zero', [claim(figure({ upperBound: '10' }), { id: 'w' }), part('Russian', '16')], []],
  ['nothing from the whole alone', [whole], []],
  ['nothing from two that are as good', [whole, part('Russian', '16'), part('Russian', '20', 'other')], []],
])('%s', (_name, claims, expected) => {
  expect(implied(claims)).toEqual(expected);
  expect(implied([...claims].reverse())).toEqual(expected);
});

test('nothing where nobody says that they are all, or figures do not add up', () => {
  expect(implied([whole, part('Russian', '16')], [])).toEqual([]);
  const question = {
    property: { ...aboard, additive: false },
    claims: [whole, part('Russian', '16')],
    partitions: nations,
  };
  expect(impliedParts(question, () => 1, vocabulary)).toEqual([]);
});
