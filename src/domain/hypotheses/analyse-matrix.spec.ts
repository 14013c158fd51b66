import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseMatrix } from './analyse-matrix.js';
import type { Consistency, Grade } from './consistency.js';

/** The marks as analysts write them. */
const MARKS = {
  CC: 'VERY_CONSISTENT',
  C: 'CONSISTENT',
  N: 'NEUTRAL',
  I: 'INCONSISTENT',
  II: 'VERY_INCONSISTENT',
  NA: 'NOT_APPLICABLE',
} as const satisfies Record<string, Consistency>;

/** A matrix as it is drawn: a row for each item of evidence, a mark for each hypothesis, "-" where none was given. */
type Drawn = Readonly<Record<string, string>>;

function gradesOf(hypotheses: readonly string[], drawn: Drawn, grader = 'Ann'): Grade[] {
  return Object.entries(drawn).flatMap(([evidence, row]) =>
    row.split(' ').flatMap((mark, i): Grade[] => {
      const hypothesis = hypotheses[i];
      if (mark === '-' || hypothesis === undefined) return [];
      return [{ hypothesis, evidence, grader, consistency: MARKS[mark as keyof typeof MARKS] }];
    }),
  );
}

const CAUSES = ['bird strike', 'missile', 'oxygen cylinder'];

/** What one editor may have thought of the crash of flight J2-8243 in its first week. */
const FLIGHT: Drawn = {
  'holes in the tail': 'I CC II',
  'GPS jamming over Grozny': 'N C N',
  'passengers heard a bang outside': 'I C I',
  'loss of hydraulics': 'C C C',
  'crew reported birds': 'C I I',
};

describe('analyseMatrix', () => {
  test('the crash of flight J2-8243', () => {
    const { hypotheses, evidence } = analyseMatrix(CAUSES, Object.keys(FLIGHT), gradesOf(CAUSES, FLIGHT));
    expect(hypotheses).toEqual([
      { id: 'missile', inconsistency: 1, gradedEvidence: 5 },
      { id: 'bird strike', inconsistency: 2, gradedEvidence: 5 },
      { id: 'oxygen cylinder', inconsistency: 4, gradedEvidence: 5 },
    ]);
    expect(evidence.map(({ id, diagnosticity }) => [id, diagnosticity])).toEqual([
      ['holes in the tail', 1.699673],
      ['crew reported birds', 0.942809],
      ['passengers heard a bang outside', 0.942809],
      ['GPS jamming over Grozny', 0.471405],
      ['loss of hydraulics', 0],
    ]);
    expect(evidence[0]?.cells).toEqual([
      { hypothesis: 'missile', consistency: 2, inconsistency: 0, graders: 1 },
      { hypothesis: 'bird strike', consistency: -1, inconsistency: 1, graders: 1 },
      { hypothesis: 'oxygen cylinder', consistency: -2, inconsistency: 2, graders: 1 },
    ]);
  });

  test.each<[what: string, drawn: Drawn, scores: (number | null)[]]>([
    ['nothing was graded', {}, [null, null]],
    ['consistent evidence adds nothing', { a: 'CC C', b: 'CC N' }, [0, 0]],
    ['an inconsistency counts one, a grave one two', { a: 'I II' }, [1, 2]],
    ['inconsistencies add up, and nothing makes up for them', { a: 'I CC', b: 'II CC', c: 'CC I' }, [3, 1]],
    ['what is not applicable counts nothing', { a: 'NA II' }, [0, 2]],
    ['what was left out counts nothing, and says so', { a: '- I' }, [null, 1]],
  ])('inconsistency: %s', (_what, drawn, scores) => {
    const { hypotheses } = analyseMatrix(['x', 'y'], Object.keys(drawn), gradesOf(['x', 'y'], drawn));
    const byId = new Map(hypotheses.map(({ id, inconsistency }) => [id, inconsistency]));
    expect([byId.get('x'), byId.get('y')]).toEqual(scores);
  });

  test.each<[what: string, row: string, expected: number | null]>([
    ['fits all alike', 'C C C C', 0],
    ['fits none alike', 'II II II II', 0],
    ['parts them in two halves', 'CC CC II II', 2],
    ['parts them less sharply', 'C C I I', 1],
    ['speaks against one', 'N N N II', 0.866025],
    ['speaks against one, and for nothing where it does not apply', 'NA NA NA II', 0.866025],
    ['was graded against one only', 'CC - - -', null],
    ['was graded against two', 'CC - - II', 2],
    ['was not graded', '- - - -', null],
  ])('diagnosticity of what %s', (_what, row, expected) => {
    const hypotheses = ['w', 'x', 'y', 'z'];
    const { evidence } = analyseMatrix(hypotheses, ['a'], gradesOf(hypotheses, { a: row }));
    expect(evidence.map(({ diagnosticity }) => diagnosticity)).toEqual([expected]);
  });

  describe('of several editors', () => {
    const analyse = (...editors: Drawn[]) =>
      analyseMatrix(
        ['x', 'y'],
        ['a', 'b'],
        editors.flatMap((drawn, i) => gradesOf(['x', 'y'], drawn, `editor ${i}`)),
      );

    test('a cell is the mean of its grades, and one editor who disagrees is not drowned', () => {
      const { hypotheses, evidence } = analyse({ a: 'II C' }, { a: 'CC C' });
      expect(evidence[0]?.cells).toEqual([
        { hypothesis: 'y', consistency: 1, inconsistency: 0, graders: 2 },
        { hypothesis: 'x', consistency: 0, inconsistency: 1, graders: 2 },
      ]);
      expect(hypotheses[1]).toEqual({ id: 'x', inconsistency: 1, gradedEvidence: 1 });
    });

    test('who left a cell out has no part in its mean', () => {
      const { hypotheses } = analyse({ a: 'I N', b: 'I N' }, { a: 'II N' });
      expect(hypotheses[1]).toEqual({ id: 'x', inconsistency: 2.5, gradedEvidence: 2 });
    });

    test('thirds add up to wholes', () => {
      const thirds = { a: 'I I', b: 'I N', c: 'I N' };
      const none = { a: 'N I', b: 'N N', c: 'N N' };
      const editors = [thirds, none, none].flatMap((drawn, i) => gradesOf(['x', 'y'], drawn, `editor ${i}`));
      const { hypotheses } = analyseMatrix(['x', 'y'], ['a', 'b', 'c'], editors);
      expect(hypotheses.map(({ inconsistency }) => inconsistency)).toEqual([1, 1]);
    });
  });

  test('grades of what is not on the matrix are left out', () => {
    const grades = gradesOf(['x', 'gone'], { a: 'I II', gone: 'II II' });
    expect(analyseMatrix(['x'], ['a'], grades)).toEqual({
      hypotheses: [{ id: 'x', inconsistency: 1, gradedEvidence: 1 }],
      evidence: [
        {
          id: 'a',
          diagnosticity: null,
          cells: [{ hypothesis: 'x', consistency: -1, inconsistency: 1, graders: 1 }],
        },
      ],
    });
  });
});

describe('laws of the matrix', () => {
  const hypotheses = ['h1', 'h2', 'h3', 'h4'];
  const evidence = ['e1', 'e2', 'e3', 'e4', 'e5'];
  const graders = ['Ann', 'Ben', 'Cem'];
  const consistency = fc.constantFrom(...Object.values(MARKS));
  /** At most one grade a cell and editor. */
  const grades = fc.uniqueArray(
    fc.record({
      hypothesis: fc.constantFrom(...hypotheses),
      evidence: fc.constantFrom(...evidence),
      grader: fc.constantFrom(...graders),
      consistency,
    }),
    { maxLength: 60, selector: ({ hypothesis, evidence: item, grader }) => `${hypothesis} ${item} ${grader}` },
  );
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
  const analyse = (given: readonly Grade[]) => analyseMatrix(hypotheses, evidence, given);
  const order = (given: readonly Grade[], among = hypotheses) =>
    analyseMatrix(among, [...evidence, 'more'], given).hypotheses.map(({ id }) => id);

  test('neither the order of the lists nor that of the grades matters', () => {
    const permuted = grades.chain((list) =>
      fc.tuple(fc.constant(list), shuffled(list), shuffled(hypotheses), shuffled(evidence)),
    );
    fc.assert(
      fc.property(permuted, ([list, others, otherHypotheses, otherEvidence]) => {
        expect(analyseMatrix(otherHypotheses, otherEvidence, others)).toEqual(analyse(list));
      }),
    );
  });

  test('which editor gave which of a cell’s grades does not matter', () => {
    fc.assert(
      fc.property(grades, shuffled(graders), (list, names) => {
        const renamed = list.map((grade) => ({ ...grade, grader: names[graders.indexOf(grade.grader)] ?? '' }));
        expect(analyse(renamed)).toEqual(analyse(list));
      }),
    );
  });

  test('evidence with equal grades for all hypotheses has no diagnosticity and leaves their order as it was', () => {
    fc.assert(
      fc.property(grades, consistency, (list, mark) => {
        const graded = hypotheses.filter((id) => list.some(({ hypothesis }) => hypothesis === id));
        const equal = graded.map((hypothesis) => ({ hypothesis, evidence: 'more', grader: 'Ann', consistency: mark }));
        expect(order([...list, ...equal], graded)).toEqual(order(list, graded));
        const row = analyseMatrix(graded, ['more'], equal).evidence[0];
        expect(row?.diagnosticity).toBe(graded.length < 2 ? null : 0);
      }),
    );
  });

  test('nothing consistent ever lowers or raises an inconsistency', () => {
    const counted: readonly Consistency[] = ['INCONSISTENT', 'VERY_INCONSISTENT'];
    fc.assert(
      fc.property(grades, (list) => {
        const flat = list.map((grade): Grade =>
          counted.includes(grade.consistency) ? grade : { ...grade, consistency: 'NEUTRAL' },
        );
        expect(analyse(flat).hypotheses).toEqual(analyse(list).hypotheses);
      }),
    );
  });

  test('scores stay in their bounds: at most 2 for each item of evidence, and from 0 to 2 for its diagnosticity', () => {
    fc.assert(
      fc.property(grades, (list) => {
        const matrix = analyse(list);
        for (const { inconsistency, gradedEvidence } of matrix.hypotheses) {
          expect(inconsistency === null).toBe(gradedEvidence === 0);
          expect(inconsistency ?? 0).toBeGreaterThanOrEqual(0);
          expect(inconsistency ?? 0).toBeLessThanOrEqual(2 * gradedEvidence + 1e-6);
        }
        for (const { diagnosticity, cells } of matrix.evidence) {
          expect(diagnosticity === null).toBe(cells.length < 2);
          expect(diagnosticity ?? 0).toBeGreaterThanOrEqual(0);
          expect(diagnosticity ?? 0).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  test('least inconsistent comes first, then what was not graded; most diagnostic first, then what compares nothing', () => {
    fc.assert(
      fc.property(grades, (list) => {
        const matrix = analyse(list);
        const scores = matrix.hypotheses.map(({ inconsistency }) => inconsistency ?? 1_000);
        const diagnosticities = matrix.evidence.map(({ diagnosticity }) => diagnosticity ?? -1);
        expect(scores).toEqual([...scores].sort((a, b) => a - b));
        expect(diagnosticities).toEqual([...diagnosticities].sort((a, b) => b - a));
        expect(matrix.hypotheses).toHaveLength(hypotheses.length);
        expect(matrix.evidence).toHaveLength(evidence.length);
      }),
    );
  });

  test('a second editor who grades as the first changes nothing but the number of graders', () => {
    fc.assert(
      fc.property(grades, (list) => {
        const own = list.filter(({ grader }) => grader === 'Ann');
        const twice = [...own, ...own.map((grade) => ({ ...grade, grader: 'Ben' }))];
        expect(analyse(twice).hypotheses).toEqual(analyse(own).hypotheses);
        const values = (given: readonly Grade[]) => analyse(given).evidence.map(({ diagnosticity }) => diagnosticity);
        expect(values(twice)).toEqual(values(own));
      }),
    );
  });
});
