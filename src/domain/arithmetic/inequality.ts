import { exceeds, plus, sum, times, ZERO, type Bound } from './bound.js';
import type { Figure } from './figure.js';

/** A quantity in a sum, such as twice the fatalities, and every figure that was claimed for it. */
export interface Slot {
  /** The same for the same quantity in every inequality of a system. */
  readonly quantity: string;
  /** How often it is counted; positive. */
  readonly weight: number;
  readonly figures: readonly Figure[];
}

/**
 * That some quantities together are never more than others together: fatalities + survivors ≤ aboard. All of them are
 * zero or more.
 */
export interface Inequality {
  readonly smaller: readonly Slot[];
  readonly greater: readonly Slot[];
}

/** A quantity with the one figure that was chosen for it. */
export interface Term {
  readonly quantity: string;
  readonly weight: number;
  readonly figure: Figure;
}

/** Figures that break an inequality, and of which none can be spared: the smaller side comes to more. */
export interface Overrun {
  /** Those of the smaller side; what is not among them is taken to be zero. */
  readonly smaller: readonly Term[];
  /** One for each quantity of the greater side. */
  readonly greater: readonly Term[];
}

/** The least that these can come to. */
export function leastTotal(terms: readonly Term[]): Bound {
  return sum(terms.map(({ figure, weight }) => times(figure.least, weight)));
}

/** The most that these can come to; null where one of them has no limit. */
export function mostTotal(terms: readonly Term[]): Bound | null {
  return terms.reduce<Bound | null>(
    (total, { figure, weight }) =>
      total === null || figure.most === null ? null : plus(total, times(figure.most, weight)),
    ZERO,
  );
}

/** Whether these figures, at most one a quantity, break the inequality. */
export function isBrokenBy({ smaller, greater }: Inequality, figures: ReadonlyMap<string, Figure>): boolean {
  const above = termsOf(greater, figures);
  const most = mostTotal(above);
  return above.length === greater.length && most !== null && exceeds(leastTotal(termsOf(smaller, figures)), most);
}

function termsOf(slots: readonly Slot[], figures: ReadonlyMap<string, Figure>): readonly Term[] {
  return slots.flatMap(({ quantity, weight }) => {
    const figure = figures.get(quantity);
    return figure === undefined ? [] : [{ quantity, weight, figure }];
  });
}
