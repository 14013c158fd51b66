import type { Budget } from '../contradiction/budget.js';
import { compareLeast, compareMost, exceeds, plus, times, ZERO, type Bound } from './bound.js';
import { hasFloor, type Figure } from './figure.js';
import { leastTotal, type Inequality, type Overrun, type Slot, type Term } from './inequality.js';

/** Whether two figures may be members of one finding. */
export type MayMeet = (a: Figure, b: Figure) => boolean;

export interface SearchLimits {
  /** Figures that may still be tried. */
  readonly trials: Budget;
  /** Overruns that may still be found. */
  readonly overruns: Budget;
}

/** The most that a sum may be, and the terms that say so. */
interface Ceiling {
  readonly most: Bound;
  readonly terms: readonly Term[];
}

/** One figure of a slot, with the end that counts, times the slot's weight. */
interface Choice {
  readonly term: Term;
  readonly end: Bound;
}

/**
 * Every way to break an inequality with at most one figure a quantity, all of which may meet, none to spare.
 *
 * Branch and bound: choices are sorted with the tightest first, and a branch is left as soon as the best of what is
 * still to be chosen could not break the inequality any more. So the tightest overruns come first, and where nothing
 * is broken nothing is tried.
 */
export function findOverruns({ smaller, greater }: Inequality, mayMeet: MayMeet, limits: SearchLimits): Overrun[] {
  const floors = smaller.map(floorsOf);
  const bestFloors = bestFrom(floors);
  const ceilings = greater.map(ceilingsOf);
  const bestCeilings = bestFrom(ceilings);
  const found: Overrun[] = [];

  /** Chooses a figure for each quantity of the greater side. */
  function chooseCeiling(index: number, ceiling: Ceiling): void {
    const choices = ceilings[index];
    if (choices === undefined) {
      chooseFloor(0, ZERO, [], ceiling);
      return;
    }
    for (const { term, end } of choices) {
      const most = plus(ceiling.most, end);
      if (!exceeds(bestFloors[0] ?? ZERO, plus(most, bestCeilings[index + 1] ?? ZERO))) return;
      if (!mayTry()) return;
      if (canJoin(term, ceiling.terms)) chooseCeiling(index + 1, { most, terms: [...ceiling.terms, term] });
    }
  }

  /** Chooses figures of the smaller side, at most one a quantity, until they come to more than the ceiling. */
  function chooseFloor(index: number, least: Bound, terms: readonly Term[], ceiling: Ceiling): void {
    if (exceeds(least, ceiling.most)) {
      if (isIrreducible(terms, ceiling.most) && limits.overruns.spend()) {
        found.push({ smaller: terms, greater: ceiling.terms });
      }
      return;
    }
    const rest = bestFloors[index + 1] ?? ZERO;
    for (const { term, end } of floors[index] ?? []) {
      const total = plus(least, end);
      if (!exceeds(plus(total, rest), ceiling.most)) break;
      if (!mayTry()) return;
      if (canJoin(term, [...ceiling.terms, ...terms])) chooseFloor(index + 1, total, [...terms, term], ceiling);
    }
    if (exceeds(plus(least, rest), ceiling.most)) chooseFloor(index + 1, least, terms, ceiling);
  }

  function mayTry(): boolean {
    return !limits.overruns.isExhausted() && limits.trials.spend();
  }

  function canJoin({ figure }: Term, terms: readonly Term[]): boolean {
    return terms.every((other) => mayMeet(figure, other.figure));
  }

  if (ceilings.every((choices) => choices.length > 0)) chooseCeiling(0, { most: ZERO, terms: [] });
  return found;
}

/** Whether the sum would fit again without any one of its terms. */
function isIrreducible(terms: readonly Term[], most: Bound): boolean {
  return terms.every((spared) => !exceeds(leastTotal(terms.filter((term) => term !== spared)), most));
}

/** The figures that ask for something, the most demanding first. */
function floorsOf({ quantity, weight, figures }: Slot): readonly Choice[] {
  return figures
    .filter(hasFloor)
    .map((figure) => ({ term: { quantity, weight, figure }, end: times(figure.least, weight) }))
    .sort((a, b) => compareLeast(b.end, a.end) || byId(a, b));
}

/** The figures that set a limit, the lowest first. */
function ceilingsOf({ quantity, weight, figures }: Slot): readonly Choice[] {
  return figures
    .flatMap((figure) => (figure.most === null ? [] : [{ figure, most: figure.most }]))
    .map(({ figure, most }) => ({ term: { quantity, weight, figure }, end: times(most, weight) }))
    .sort((a, b) => compareMost(a.end, b.end) || byId(a, b));
}

function byId(a: Choice, b: Choice): number {
  return a.term.figure.claim.id < b.term.figure.claim.id ? -1 : 1;
}

/** For each position, the sum of the first choices from there on. */
function bestFrom(slots: readonly (readonly Choice[])[]): readonly Bound[] {
  const best: Bound[] = [ZERO];
  for (const choices of [...slots].reverse()) best.unshift(plus(choices[0]?.end ?? ZERO, best[0] ?? ZERO));
  return best;
}
