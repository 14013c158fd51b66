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
 * For every scope that figures speak of, the equations as inequalities, two of each. Only what speaks of the same is
 * added up: the Azerbaijanis killed with the Azerbaijanis who survived.
 */
export function sumSystems(
  questions: readonly Question[],
  equations: readonly Equation[],
  vocabulary: Vocabulary,
): readonly (readonly SumRule[])[] {
  const named = new Set(equations.flatMap(({ weights }) => [...weights.keys()]));
  const figures = questions.filter(({ property }) => named.has(property.key)).flatMap(figuresOf);
  return scopedFigures(figures, vocabulary).map(({ items }) => {
    const figuresByKey = groupedByProperty(items.map(({ figure }) => figure));
    return equations.flatMap((equation) => sumRules(equation, figuresByKey));
  });
}

/** Σ = 0 says that the terms of either sign come to no more than those of the other. */
export function sumRules(equation: Equation, figuresByKey: ReadonlyMap<string, readonly Figure[]>): readonly SumRule[] {
  const slotsOf = (sign: 1 | -1): readonly Slot[] =>
    [...equation.weights]
      .filter(([, weight]) => Math.sign(weight) === sign)
      .map(([key, weight]) => ({ quantity: key, weight: weight * sign, figures: figuresByKey.get(key) ?? [] }));
  const [positive, negative] = [slotsOf(1), slotsOf(-1)];
  return [
    { equation, smaller: positive, greater: negative },
    { equation, smaller: negative, greater: positive },
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
