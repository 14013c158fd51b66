import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf } from './agreement.js';
import type { Consistency, Grade } from './consistency.js';

/** The scale by its places, 1 the least; "." is a cell that an editor left out, "-" one that is not applicable. */
const PLACES: Readonly<Record<string, Consistency>> = {
  1: 'VERY_INCONSISTENT',
  2: 'INCONSISTENT',
  3: 'NEUTRAL',
  4: 'CONSISTENT',
  5: 'VERY_CONSISTENT',
  '-': 'NOT_APPLICABLE',
};

/** One row of places for each editor, a column for each cell. */
function gradesOf(...rows: readonly string[]): Grade[] {
  return rows.flatMap((row, i) =>
    row.split(' ').flatMap((place, cell): Grade[] => {
      const consistency = PLACES[place];
      return consistency ? [{ hypothesis: 'h', evidence: String(cell), grader: `editor ${i}`, consistency }] : [];
    }),
  );
}

describe('agreementOf', () => {
  test.each<[what: string, rows: string[], alpha: number | null]>([
    [
      'the worked example of Krippendorff (2011), which gives 0.815',
      ['1 2 3 3 2 1 4 1 2 . . .', '1 2 3 3 2 2 4 1 2 5 . 3', '. 3 3 3 2 3 4 2 2 5 1 .', '1 2 3 3 2 4 4 1 2 5 1 .'],
      0.815388,
    ],
    ['nobody', [], null],
    ['one editor', ['1 2 3 4 5'], null],
    ['two who never graded the same cell', ['1 2 . .', '. . 3 4'], null],
    ['two who always agree', ['1 2 3 5', '1 2 3 5'], 1],
    ['two who agree on one mark everywhere, which chance would do too', ['4 4 4', '4 4 4'], null],
    ['two who contradict each other throughout', ['1 5 1 5', '5 1 5 1'], -0.75],
    ['what is not applicable counts as left out', ['1 2 3 5 -', '1 2 3 5 1'], 1],
  ])('%s', (_what, rows, alpha) => {
    expect(agreementOf(gradesOf(...rows))).toBe(alpha);
  });

  test('a slip by one place weighs less than one across the scale', () => {
    const near = agreementOf(gradesOf('1 2 3 4 5 5', '1 2 3 4 5 4')) ?? 0;
    const far = agreementOf(gradesOf('1 2 3 4 5 5', '1 2 3 4 5 1')) ?? 0;
    expect(near).toBeGreaterThan(far);
  });

  const grades = fc.uniqueArray(
    fc.record({
      hypothesis: fc.constantFrom('h1', 'h2'),
      evidence: fc.constantFrom('e1', 'e2', 'e3'),
      grader: fc.constantFrom('Ann', 'Ben', 'Cem'),
      consistency: fc.constantFrom(...Object.values(PLACES)),
    }),
    { maxLength: 18, selector: ({ hypothesis, evidence, grader }) => `${hypothesis} ${evidence} ${grader}` },
  );

  test('law: neither the order of grades nor the names of editors, hypotheses and evidence matter', () => {
    const permuted = grades.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(permuted, ([list, others]) => {
        const renamed = others.map(({ consistency, ...names }) => ({
          hypothesis: `other ${names.hypothesis}`,
          evidence: `other ${names.evidence}`,
          grader: `other ${names.grader}`,
          consistency,
        }));
        expect(agreementOf(renamed)).toBe(agreementOf(list));
      }),
    );
  });

  test('law: it is the same on the scale turned round, never above 1, and 1 only without any difference', () => {
    const turned: Readonly<Record<Consistency, Consistency>> = {
      VERY_INCONSISTENT: 'VERY_CONSISTENT',
      INCONSISTENT: 'CONSISTENT',
      NEUTRAL: 'NEUTRAL',
      CONSISTENT: 'INCONSISTENT',
      VERY_CONSISTENT: 'VERY_INCONSISTENT',
      NOT_APPLICABLE: 'NOT_APPLICABLE',
    };
    fc.assert(
      fc.property(grades, (list) => {
        const alpha = agreementOf(list);
        expect(agreementOf(list.map((grade) => ({ ...grade, consistency: turned[grade.consistency] })))).toBe(alpha);
        if (alpha === null) return;
        expect(alpha).toBeLessThanOrEqual(1);
        const differs = list.some((a) =>
          list.some(
            (b) =>
              a.hypothesis === b.hypothesis &&
              a.evidence === b.evidence &&
              a.consistency !== b.consistency &&
              ![a.consistency, b.consistency].includes('NOT_APPLICABLE'),
          ),
        );
        expect(alpha < 1).toBe(differs);
      }),
    );
  });
});
