import { CONSISTENCY, type Consistency, type Grade } from './consistency.js';

/** What editors make of one item of evidence against one hypothesis, all their grades counting alike. */
export interface Cell {
  readonly hypothesis: string;
  /** Mean of the grades, from -2 (very inconsistent) to 2 (very consistent). */
  readonly consistency: number;
  /** Mean of what each grade adds to the hypothesis's inconsistency, from 0 to 2. */
  readonly inconsistency: number;
  /** How many editors graded it. */
  readonly graders: number;
}

export interface WeighedHypothesis {
  readonly id: string;
  /** Sum over the evidence; null where none has been graded against it. */
  readonly inconsistency: number | null;
  /** How many items of evidence have been graded against it. */
  readonly gradedEvidence: number;
}

export interface WeighedEvidence {
  readonly id: string;
  /** How well it tells the hypotheses apart, from 0 to 2; null where fewer than two have been graded. */
  readonly diagnosticity: number | null;
  /** One for each hypothesis that it has been graded against, in the order of the hypotheses. */
  readonly cells: readonly Cell[];
}

export interface WeighedMatrix {
  /** Least inconsistent first, those not graded last. */
  readonly hypotheses: readonly WeighedHypothesis[];
  /** Most diagnostic first, what does not compare two hypotheses last. */
  readonly evidence: readonly WeighedEvidence[];
}

/**
 * Weighs hypotheses against evidence. Grades of what is in neither list are left out, so that the grades of one editor
 * give that editor's matrix, and those of all of them the consensus: in each cell the mean over the editors who graded it.
 *
 * **Inconsistency** of a hypothesis: the sum over the evidence of 2 for very inconsistent, 1 for inconsistent, 0 for
 * anything else. Consistent evidence adds nothing, because it mostly fits other hypotheses too: hypotheses are refuted,
 * not proved. Of several editors' grades the mean is taken of what each adds, so that one editor's "consistent" does not
 * hide another's "inconsistent". Evidence is not weighted by credibility or relevance.
 * @see PARC with R. Heuer, ACH1.1: A Tool for Analyzing Competing Hypotheses, Technical Description for Version 1.1
 * @see R. J. Heuer, Psychology of Intelligence Analysis (1999), chapter 8, step 5
 *
 * **Diagnosticity** of evidence: the population standard deviation, over the hypotheses, of the cells' consistency. It is
 * 0 where the evidence fits all hypotheses alike (Heuer's step 4) and 2 where it is very consistent with half of them and
 * very inconsistent with the other half.
 * @see T. Schiller, Open Synthesis, openach/metrics.py, `diagnosticity`
 *
 * Ties are put in the order of the ids. Neither the order of the lists nor that of the grades matters.
 */
export function analyseMatrix(
  hypothesisIds: readonly string[],
  evidenceIds: readonly string[],
  grades: readonly Grade[],
): WeighedMatrix {
  const cells = cellsOf(new Set(hypothesisIds), new Set(evidenceIds), grades);
  const columns = new Map<string, Cell[]>(hypothesisIds.map((id) => [id, []]));
  for (const cell of [...cells.values()].flat()) columns.get(cell.hypothesis)?.push(cell);
  const hypotheses = [...columns]
    .map(([id, column]) => weighHypothesis(id, column))
    .sort((a, b) => ascending(a.inconsistency, b.inconsistency) || byId(a, b));
  const place = new Map(hypotheses.map(({ id }, i) => [id, i]));
  const evidence = [...new Set(evidenceIds)]
    .map((id) => weighEvidence(id, cells.get(id) ?? [], place))
    .sort((a, b) => descending(a.diagnosticity, b.diagnosticity) || byId(a, b));
  return { hypotheses, evidence };
}

/** The cells that have a grade, by their evidence. */
type Cells = ReadonlyMap<string, readonly Cell[]>;

function cellsOf(hypotheses: ReadonlySet<string>, evidence: ReadonlySet<string>, grades: readonly Grade[]): Cells {
  const marks = new Map<string, Map<string, Consistency[]>>();
  for (const grade of grades) {
    if (!hypotheses.has(grade.hypothesis) || !evidence.has(grade.evidence)) continue;
    const row = marks.get(grade.evidence) ?? new Map<string, Consistency[]>();
    marks.set(grade.evidence, row);
    row.set(grade.hypothesis, [...(row.get(grade.hypothesis) ?? []), grade.consistency]);
  }
  return new Map([...marks].map(([id, row]) => [id, [...row].map(([hypothesis, given]) => cellOf(hypothesis, given))]));
}

function cellOf(hypothesis: string, marks: readonly Consistency[]): Cell {
  const values = marks.map((mark) => CONSISTENCY[mark]);
  return {
    hypothesis,
    consistency: mean(values),
    inconsistency: mean(values.map((value) => Math.max(0, -value))),
    graders: marks.length,
  };
}

function weighHypothesis(id: string, cells: readonly Cell[]): WeighedHypothesis {
  const total = cells.reduce((sum, cell) => sum + cell.inconsistency, 0);
  return { id, inconsistency: cells.length === 0 ? null : rounded(total), gradedEvidence: cells.length };
}

function weighEvidence(id: string, cells: readonly Cell[], place: ReadonlyMap<string, number>): WeighedEvidence {
  const placeOf = (cell: Cell): number => place.get(cell.hypothesis) ?? 0;
  const inOrder = [...cells].sort((a, b) => placeOf(a) - placeOf(b)).map(roundedCell);
  const values = cells.map((cell) => cell.consistency);
  return { id, diagnosticity: values.length < 2 ? null : rounded(deviation(values)), cells: inOrder };
}

function roundedCell(cell: Cell): Cell {
  return { ...cell, consistency: rounded(cell.consistency), inconsistency: rounded(cell.inconsistency) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Population standard deviation. */
function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
}

/** To six decimals, so that scores that are equal on paper are equal here, in whatever order they were added up. */
function rounded(value: number): number {
  // Zero is added because a negative zero is not equal to zero everywhere.
  return Math.round(value * 1e6) / 1e6 + 0;
}

function ascending(a: number | null, b: number | null): number {
  return (a ?? Infinity) === (b ?? Infinity) ? 0 : (a ?? Infinity) - (b ?? Infinity);
}

function descending(a: number | null, b: number | null): number {
  return (b ?? -1) - (a ?? -1);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
