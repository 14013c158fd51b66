import type { Question } from '../claim/question.js';
import type { Vocabulary } from '../values/vocabulary.js';
import type { Equation } from './equation.js';
import { figuresOf, type Figure } from './figure.js';
import type { Inequality, Slot } from './inequality.js';
import { scopedFigures } from './scoped-figures.js';

/** An equation read in one direction at one scope, with every figure that was claimed for its properties there. */
export interface SumRule extends Inequality {
  readonly equation: Equation;
}

/**
 * For every scope that figures speak of, the equations as inequalities, two of each, with what speaks of the same: the
 * Azerbaijanis killed with the Azerbaijanis who survived.
 */
export function sumSystems(
  questions: readonly Question[],
  equations: readonly Equation[],
  vocabulary: Vocabulary,
): readonly (readonly SumRule[])[] {
  return scopedFigures(namedFigures(questions, equations), vocabulary).map(({ items }) => {
    const figuresByKey = groupedByProperty(items.map(({ figure }) => figure));
    return equations.flatMap((equation) => sumRules(equation, figuresByKey));
  });
}

/** The figures for what the equations name. */
export function namedFigures(questions: readonly Question[], equations: readonly Equation[]): readonly Figure[] {
  const named = new Set(equations.flatMap(({ weights }) => [...weights.keys()]));
  return questions.filter(({ property }) => named.has(property.key)).flatMap(figuresOf);
}

/** Σ = 0 says that the terms of either sign come to no more than those of the other. */
export function sumRules(equation: Equation, figuresByKey: ReadonlyMap<string, readonly Figure[]>): readonly SumRule[] {
  return bothWays(equation).map(([smaller, greater]) => {
    const slots = (side: Side): readonly Slot[] =>
      side.map(({ key, weight }) => ({ quantity: key, weight, figures: figuresByKey.get(key) ?? [] }));
    return { equation, smaller: slots(smaller), greater: slots(greater) };
  });
}

/** Properties of one sign, with how often each is counted. */
export type Side = readonly { readonly key: string; readonly weight: number }[];

/** What comes to no more than what, by an equation: its positive terms than its negative ones, and the reverse. */
export function bothWays({ weights }: Equation): readonly (readonly [smaller: Side, greater: Side])[] {
  const side = (sign: 1 | -1): Side =>
    [...weights]
      .filter(([, weight]) => Math.sign(weight) === sign)
      .map(([key, weight]) => ({ key, weight: weight * sign }));
  const [positive, negative] = [side(1), side(-1)];
  return [
    [positive, negative],
    [negative, positive],
  ];
}

function groupedByProperty(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const group = groups.get(figure.property.key);
    if (group === undefined) groups.set(figure.property.key, [figure]);
    else group.push(figure);
  }
  return groups;
}
