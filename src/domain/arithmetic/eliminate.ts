/** A row of whole numbers: the coefficients of an equation. */
export type Row = readonly number[];

/** Rows in which the given columns have been eliminated, as far as they go. */
export interface Elimination {
  /** Positions of the rows that were used up: as many as the rank of those columns. */
  readonly pivots: readonly number[];
  /** What became of the others: zero in each of the columns. */
  readonly rest: readonly Row[];
}

/** Gaussian elimination in whole numbers, each row divided by the greatest common divisor of its numbers. */
export function eliminate(rows: readonly Row[], columns: readonly number[]): Elimination {
  let current = rows;
  const pivots: number[] = [];
  for (const column of columns) {
    const position = current.findIndex((row, index) => !pivots.includes(index) && at(row, column) !== 0);
    const pivot = current[position];
    if (pivot === undefined) continue;
    pivots.push(position);
    current = current.map((row, index) => (pivots.includes(index) ? row : without(row, pivot, column)));
  }
  return { pivots, rest: current.filter((_, index) => !pivots.includes(index)) };
}

/** The row plus what of the pivot makes it zero in the column. */
function without(row: Row, pivot: Row, column: number): Row {
  const [own, theirs] = [at(row, column), at(pivot, column)];
  if (own === 0) return row;
  return reduced(row.map((value, index) => value * theirs - at(pivot, index) * own));
}

function reduced(row: Row): Row {
  const divisor = row.reduce(greatestCommonDivisor, 0);
  return divisor === 0 ? row : row.map((value) => value / divisor);
}

/** Never negative; zero only of zeros. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : greatestCommonDivisor(b, a % b);
}

function at(row: Row, index: number): number {
  return row[index] ?? 0;
}
