import type { Unit } from './statement.js';

/** Where two statements differ: what the first has there, and what the second has instead; one may be empty. */
export interface Difference {
  readonly a: readonly Unit[];
  readonly b: readonly Unit[];
}

export interface Alignment {
  readonly differences: readonly Difference[];
  /** Share of the weight of both statements that they have in common and in the same order, from 0 to 1. */
  readonly likeness: number;
  /** Something is shared, and at most one word, figure or date of either statement is not. */
  readonly isOneExchange: boolean;
}

/** Longer statements are not aligned word by word: the table would have more than this many cells. */
const MOST_CELLS = 40_000;

/** Aligns two statements by the longest sequence of units that they share; null where they are too long for it. */
export function alignmentOf(a: readonly Unit[], b: readonly Unit[]): Alignment | null {
  let start = 0;
  while (start < a.length && start < b.length && a[start]?.key === b[start]?.key) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end)?.key === b.at(-1 - end)?.key) end += 1;
  const [first, second] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if ((first.length + 1) * (second.length + 1) > MOST_CELLS) return null;
  const differences = walk(first, second, lengthsOf(first, second));
  const weightOf = (units: readonly Unit[]): number => units.reduce((sum, { weight }) => sum + weight, 0);
  const total = weightOf(a) + weightOf(b);
  const apart = differences.reduce((sum, difference) => sum + weightOf(difference.a) + weightOf(difference.b), 0);
  const contentOf = (units: readonly Unit[]): number => units.filter(({ weight }) => weight > 0).length;
  const most = (side: 'a' | 'b'): number => differences.reduce((sum, each) => sum + contentOf(each[side]), 0);
  return {
    differences,
    likeness: total === 0 ? 0 : 1 - apart / total,
    isOneExchange: apart < total && most('a') <= 1 && most('b') <= 1,
  };
}

/** Cell (i, j): the longest common sequence of what follows i in `a` and j in `b`, counting words that say something double. */
function lengthsOf(a: readonly Unit[], b: readonly Unit[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [down, right] = [lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0];
      const same = a[i]?.key === b[j]?.key ? (lengths[(i + 1) * width + j + 1] ?? 0) + gain(a[i]) : 0;
      lengths[i * width + j] = Math.max(down, right, same);
    }
  }
  return lengths;
}

function gain(unit: Unit | undefined): number {
  return (unit?.weight ?? 0) > 0 ? 3 : 1;
}

function walk(a: readonly Unit[], b: readonly Unit[], lengths: Uint32Array): readonly Difference[] {
  const width = b.length + 1;
  const differences: Difference[] = [];
  let [i, j, fromA, fromB] = [0, 0, 0, 0];
  const close = (): void => {
    if (i > fromA || j > fromB) differences.push({ a: a.slice(fromA, i), b: b.slice(fromB, j) });
  };
  while (i < a.length && j < b.length) {
    const here = lengths[i * width + j] ?? 0;
    if (a[i]?.key === b[j]?.key && here === (lengths[(i + 1) * width + j + 1] ?? 0) + gain(a[i])) {
      close();
      i += 1;
      j += 1;
      [fromA, fromB] = [i, j];
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) {
      i += 1;
    } else {
      j += 1;
    }
  }
  [i, j] = [a.length, b.length];
  close();
  return differences;
}
