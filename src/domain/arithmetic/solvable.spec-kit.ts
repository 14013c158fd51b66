/** Σ coefficients · x + constant ≥ 0, or > 0 where strict. */
export interface Constraint {
  readonly coefficients: readonly number[];
  readonly constant: number;
  readonly strict: boolean;
}

/**
 * Whether numbers exist that satisfy all constraints, by Fourier–Motzkin elimination (T. S. Motzkin, 1936): it shares
 * nothing with how the domain finds out. Whole coefficients only, so that all is exact.
 */
export function isSolvable(constraints: readonly Constraint[], variables: number): boolean {
  let system = constraints;
  for (let variable = 0; variable < variables; variable += 1) {
    const factor = ({ coefficients }: Constraint): number => coefficients[variable] ?? 0;
    const lower = system.filter((constraint) => factor(constraint) > 0);
    const upper = system.filter((constraint) => factor(constraint) < 0);
    const rest = system.filter((constraint) => factor(constraint) === 0);
    const combined = lower.flatMap((low) => upper.map((high) => combine(low, -factor(high), high, factor(low))));
    system = distinct([...rest, ...combined]);
  }
  return system.every(({ constant, strict }) => (strict ? constant > 0 : constant >= 0));
}

function combine(a: Constraint, timesA: number, b: Constraint, timesB: number): Constraint {
  const coefficients = a.coefficients.map((value, index) => value * timesA + (b.coefficients[index] ?? 0) * timesB);
  return { coefficients, constant: a.constant * timesA + b.constant * timesB, strict: a.strict || b.strict };
}

function distinct(constraints: readonly Constraint[]): readonly Constraint[] {
  return [...new Map(constraints.map((constraint) => [JSON.stringify(constraint), constraint])).values()];
}

/** A stated range of whole numbers. */
export interface Range {
  readonly lower: number | null;
  readonly upper: number | null;
  readonly lowerOpen: boolean;
  readonly upperOpen: boolean;
}

/** That a weighted sum lies in the range. */
export function liesIn(form: readonly number[], { lower, upper, lowerOpen, upperOpen }: Range): readonly Constraint[] {
  const from = lower === null ? [] : [{ coefficients: form, constant: -lower, strict: lowerOpen }];
  const negative = form.map((value) => -value);
  const to = upper === null ? [] : [{ coefficients: negative, constant: upper, strict: upperOpen }];
  return [...from, ...to];
}

/** Every subset of the items that fails, none of whose own subsets does; by brute force. */
export function minimalFailing<T>(
  items: readonly T[],
  fails: (subset: readonly T[]) => boolean,
): readonly (readonly T[])[] {
  const subsets = Array.from({ length: 2 ** items.length }, (_, mask) =>
    items.filter((__, index) => (mask >> index) % 2),
  );
  const failing = subsets.filter(fails);
  return failing.filter(
    (set) => !failing.some((other) => other.length < set.length && other.every((item) => set.includes(item))),
  );
}
