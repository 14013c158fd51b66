import { CONSISTENCY, type Grade } from './consistency.js';

/**
 * How far editors agree in their grades: Krippendorff's alpha for ordinal data, 1 where they always agree, 0 where they
 * agree as often as chance would have it, below 0 where they agree less. Cells are the units, editors the observers; an
 * editor may have left cells out. NOT_APPLICABLE has no place on the scale and counts as left out.
 *
 * alpha = 1 - Do / De over the values c and k that are paired within a cell, where
 * - Do = 1/n * sum of o(c,k) * d(c,k); o(c,k) counts the pairs of values in a cell of m values, each as 1/(m - 1)
 * - De = 1/(n (n - 1)) * sum of n(c) * n(k) * d(c,k); n(c) counts how often c is paired, n all that are
 * - d(c,k) = (n(c)/2 + n(k)/2 + all n(g) between c and k)^2, the ordinal difference
 *
 * @returns null where no cell has two grades, or all grades that can be paired are the same, so that there is no
 *          disagreement to be expected against which to measure
 * @see K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): any metric, any number of observers, missing data
 */
export function agreementOf(grades: readonly Grade[]): number | null {
  const cells = [...cellsOf(grades).values()].filter((values) => values.length > 1);
  const counts = SCALE.map((value) => cells.flat().filter((each) => each === value).length);
  const paired = counts.reduce((sum, count) => sum + count, 0);
  const difference = ordinalDifference(counts);
  let observed = 0;
  for (const values of cells) {
    const between = values.flatMap((a) => values.map((b) => difference(a, b))).reduce((sum, each) => sum + each, 0);
    observed += between / (values.length - 1);
  }
  let expected = 0;
  for (const [i, a] of SCALE.entries()) {
    for (const [j, b] of SCALE.entries()) expected += (counts[i] ?? 0) * (counts[j] ?? 0) * difference(a, b);
  }
  if (expected === 0) return null;
  return Math.round((1 - ((paired - 1) * observed) / expected) * 1e6) / 1e6;
}

/** The values of the scale, least consistent first. */
const SCALE: readonly number[] = [-2, -1, 0, 1, 2];

function cellsOf(grades: readonly Grade[]): Map<string, number[]> {
  const cells = new Map<string, number[]>();
  for (const { hypothesis, evidence, consistency } of grades) {
    if (consistency === 'NOT_APPLICABLE') continue;
    const cell = JSON.stringify([hypothesis, evidence]);
    cells.set(cell, [...(cells.get(cell) ?? []), CONSISTENCY[consistency]]);
  }
  return cells;
}

/** The squared difference of two values of the scale, by how many of the counted values lie between them. */
function ordinalDifference(counts: readonly number[]): (a: number, b: number) => number {
  return (a, b) => {
    if (a === b) return 0;
    const [first, last] = [SCALE.indexOf(Math.min(a, b)), SCALE.indexOf(Math.max(a, b))];
    const between = counts.slice(first, last + 1).reduce((sum, count) => sum + count, 0);
    return (between - ((counts[first] ?? 0) + (counts[last] ?? 0)) / 2) ** 2;
  };
}
