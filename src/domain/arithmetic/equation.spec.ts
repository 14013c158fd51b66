import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fates, fatesWithMissing, roles } from './arithmetic.spec-kit.js';
import { equationsOf, type Equation } from './equation.js';
import type { Identity } from './identity.js';
import { isSolvable, liesIn } from './solvable.spec-kit.js';

function identity(id: string, whole: string, ...parts: readonly string[]): Identity {
  return { id, label: id, whole, parts };
}

/** "a - b - c = 0 by x" */
function written({ weights, identities }: Equation): string {
  const sum = [...weights].map(([key, weight]) => `${weight} ${key}`).join(' ');
  return `${sum} by ${identities.map(({ id }) => id).join(' ')}`;
}

describe('equationsOf', () => {
  test.each<[string, readonly Identity[], readonly string[]]>([
    ['none', [], []],
    ['one', [fates], ['1 aboard -1 fatalities -1 survivors by fates']],
    [
      'two that split one whole',
      [fates, roles],
      [
        '1 aboard -1 fatalities -1 survivors by fates',
        '1 aboard -1 passengers -1 crew by roles',
        '1 fatalities 1 survivors -1 passengers -1 crew by fates roles',
      ],
    ],
    [
      'a part that is split in turn',
      [identity('x', 'a', 'b', 'c'), identity('y', 'b', 'd', 'e')],
      ['1 a -1 b -1 c by x', '1 b -1 d -1 e by y', '1 a -1 c -1 d -1 e by x y'],
    ],
    [
      'two that have nothing in common',
      [fates, identity('y', 'b', 'd')],
      ['1 b -1 d by y', '1 aboard -1 fatalities -1 survivors by fates'],
    ],
    ['one stated twice', [identity('x', 'a', 'b'), identity('y', 'a', 'b')], ['1 a -1 b by x']],
    [
      'one that holds another',
      [fates, fatesWithMissing],
      ['1 aboard -1 fatalities -1 survivors by fates', '1 missing by fates fates-with-missing'],
    ],
    [
      'weights other than one',
      [identity('x', 'a', 'b', 'c'), identity('y', 'd', 'a', 'b')],
      ['1 a -1 b -1 c by x', '1 a 1 b -1 d by y', '2 a -1 c -1 d by x y', '2 b 1 c -1 d by x y'],
    ],
    [
      'weights that share a divisor',
      [identity('x', 'a', 'b'), identity('y', 'c', 'a', 'b')],
      ['1 a -1 b by x', '2 a -1 c by x y', '2 b -1 c by x y'],
    ],
    ['a whole that is its own part', [identity('x', 'a', 'a')], []],
  ])('%s', (_name, identities, expected) => {
    const { equations, complete } = equationsOf(identities);
    expect(equations.map(written)).toEqual(expected);
    expect(complete).toBe(true);
  });

  test('identities with too many ways to choose from stand for themselves', () => {
    const chain = Array.from({ length: 8 }, (_, index) =>
      identity(`i${index}`, `k${index}`, `k${index + 1}`, `l${index}`, `m${index}`),
    );
    const { equations, complete } = equationsOf(chain);
    expect(complete).toBe(false);
    expect(equations.map(({ identities }) => identities.map(({ id }) => id))).toEqual(chain.map(({ id }) => [id]));
  });

  const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
  const identitySets = fc
    .array(fc.shuffledSubarray(keys, { minLength: 2, maxLength: 4 }), { maxLength: 4 })
    .map((list) => list.map(([whole = '', ...parts], index) => identity(`i${index}`, whole, ...parts)));

  test('law: no equation names only some of what another names', () => {
    fc.assert(
      fc.property(identitySets, (identities) => {
        const supports = equationsOf(identities).equations.map(({ weights }) => [...weights.keys()]);
        for (const [index, support] of supports.entries()) {
          const within = supports.filter((other, at) => at !== index && other.every((key) => support.includes(key)));
          expect(within).toEqual([]);
        }
      }),
    );
  });

  test('law: wherever the identities that it names hold, so does the equation', () => {
    const weightsOf = (weightOf: (key: string) => number): readonly number[] => keys.map(weightOf);
    const zero = { lower: 0, upper: 0, lowerOpen: false, upperOpen: false };
    fc.assert(
      fc.property(identitySets, (identities) => {
        for (const equation of equationsOf(identities).equations) {
          const ground = equation.identities.flatMap(({ whole, parts }) =>
            liesIn(
              weightsOf((key) => Number(key === whole) - Number(parts.includes(key))),
              zero,
            ),
          );
          const sum = weightsOf((key) => equation.weights.get(key) ?? 0);
          const isMissed = [1, -1].map((sign) => ({
            coefficients: sum.map((weight) => weight * sign),
            constant: 0,
            strict: true,
          }));
          expect(isMissed.map((miss) => isSolvable([...ground, miss], keys.length))).toEqual([false, false]);
        }
      }),
    );
  });
});
