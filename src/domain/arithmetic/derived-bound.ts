import { compareLeast, compareMost, sum, times, ZERO, type Bound } from './bound.js';
import type { Equation } from './equation.js';
import { hasFloor, type Figure } from './figure.js';
import type { Identity } from './identity.js';

/** An end that follows, and all that it follows from; by no identity where a claim states it itself. */
export interface DerivedBound {
  readonly bound: Bound;
  readonly figures: readonly Figure[];
  readonly identities: readonly Identity[];
}

/** The highest lower end that follows for the property from figures of one scope; zero where nothing does. */
export function derivedLeast(key: string, figures: readonly Figure[], equations: readonly Equation[]): DerivedBound {
  const own = stated(tightestLeast(figuresFor(key, figures)));
  const derived = equations.flatMap((equation) => leastBy(equation, key, figures) ?? []);
  const floor: DerivedBound = { bound: ZERO, figures: [], identities: [] };
  return [floor, ...own, ...derived].reduce((best, next) =>
    isBetter(compareLeast(next.bound, best.bound), next, best) ? next : best,
  );
}

/** The lowest upper end that follows for the property from figures of one scope, or null where none does. */
export function derivedMost(
  key: string,
  figures: readonly Figure[],
  equations: readonly Equation[],
): DerivedBound | null {
  const own = stated(tightestMost(figuresFor(key, figures)));
  const derived = equations.flatMap((equation) => mostBy(equation, key, figures) ?? []);
  return [...own, ...derived].reduce<DerivedBound | null>(
    (best, next) => (best === null || isBetter(compareMost(best.bound, next.bound), next, best) ? next : best),
    null,
  );
}

/** Tighter, or as tight and following from fewer claims; else the one that came first. */
function isBetter(tightness: number, next: DerivedBound, best: DerivedBound): boolean {
  return tightness > 0 || (tightness === 0 && next.figures.length < best.figures.length);
}

/** The sum of ends, and the figures that state them. */
type Total = Pick<DerivedBound, 'bound' | 'figures'>;

interface Stated {
  readonly figure: Figure;
  readonly bound: Bound;
}

function stated(own: Stated | null): readonly DerivedBound[] {
  return own === null ? [] : [{ bound: own.bound, figures: [own.figure], identities: [] }];
}

/**
 * Of w·x + Σ same = Σ other, where "same" have the sign of x and "other" the opposite one:
 * x ≥ (least of the other − most of the same) / w. Null where one of the same has no limit.
 */
function leastBy(equation: Equation, key: string, figures: readonly Figure[]): DerivedBound | null {
  const sides = sidesOf(equation, key);
  return sides && difference(leastOf(sides.other, figures), mostOf(sides.same, figures), sides.weight, equation);
}

/** In the same way: x ≤ (most of the other − least of the same) / w. Null where one of the other has no limit. */
function mostBy(equation: Equation, key: string, figures: readonly Figure[]): DerivedBound | null {
  const sides = sidesOf(equation, key);
  return sides && difference(mostOf(sides.other, figures), leastOf(sides.same, figures), sides.weight, equation);
}

function difference(from: Total | null, taken: Total | null, weight: number, equation: Equation): DerivedBound | null {
  if (from === null || taken === null) return null;
  return {
    bound: {
      amount: from.bound.amount.minus(taken.bound.amount).div(weight),
      open: from.bound.open || taken.bound.open,
    },
    figures: [...from.figures, ...taken.figures],
    identities: equation.identities,
  };
}

/** A property nobody gives a figure for adds nothing. */
function leastOf(terms: Sides['same'], figures: readonly Figure[]): Total {
  return totalOf(terms.flatMap(([key, weight]) => weighted(tightestLeast(figuresFor(key, figures)), weight) ?? []));
}

/** Null where nobody sets a limit for one of them. */
function mostOf(terms: Sides['same'], figures: readonly Figure[]): Total | null {
  const limits = terms.flatMap(([key, weight]) => weighted(tightestMost(figuresFor(key, figures)), weight) ?? []);
  return limits.length < terms.length ? null : totalOf(limits);
}

function totalOf(ends: readonly Stated[]): Total {
  return { bound: sum(ends.map(({ bound }) => bound)), figures: ends.map(({ figure }) => figure) };
}

interface Sides {
  readonly weight: number;
  readonly same: readonly (readonly [key: string, weight: number])[];
  readonly other: readonly (readonly [key: string, weight: number])[];
}

function sidesOf({ weights }: Equation, key: string): Sides | null {
  const own = weights.get(key);
  if (own === undefined) return null;
  const rest = [...weights].filter(([name]) => name !== key);
  const side = (sign: number): Sides['same'] =>
    rest
      .filter(([, weight]) => Math.sign(weight) === sign)
      .map(([name, weight]): [string, number] => [name, Math.abs(weight)]);
  return { weight: Math.abs(own), same: side(Math.sign(own)), other: side(-Math.sign(own)) };
}

function weighted(of: Stated | null, weight: number): Stated | null {
  return of === null ? null : { figure: of.figure, bound: times(of.bound, weight) };
}

/** Null where no figure asks for more than zero. */
function tightestLeast(figures: readonly Figure[]): Stated | null {
  return figures
    .filter(hasFloor)
    .map((figure) => ({ figure, bound: figure.least }))
    .reduce<Stated | null>((best, next) => {
      const order = best === null ? 1 : compareLeast(next.bound, best.bound);
      return order > 0 || (order === 0 && isEarlierId(next, best)) ? next : best;
    }, null);
}

/** Null where no figure sets a limit. */
function tightestMost(figures: readonly Figure[]): Stated | null {
  return figures
    .flatMap((figure) => (figure.most === null ? [] : [{ figure, bound: figure.most }]))
    .reduce<Stated | null>((best, next) => {
      const order = best === null ? 1 : compareMost(best.bound, next.bound);
      return order > 0 || (order === 0 && isEarlierId(next, best)) ? next : best;
    }, null);
}

function isEarlierId(next: Stated, best: Stated | null): boolean {
  return best !== null && next.figure.claim.id < best.figure.claim.id;
}

function figuresFor(key: string, figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ property }) => property.key === key);
}
