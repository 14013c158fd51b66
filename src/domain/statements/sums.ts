import Big from 'big.js';
import type { OpenFigure } from './open-figure.js';
import type { Support } from './support.js';
import { relateCounted } from './relate-figures.js';
import type { Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';

type FigureUnit = Unit & OpenFigure;

/** Figures of a text that are summed up: in longer ones nearly any number could be reached. */
const MOST_FIGURES = 12;
/** How far a sum says what a figure says: whether the two sum up is a guess. */
const BY_SUM = 0.9;

/** "Two firemen and two guards were hurt" for "four people": figures that are the sum of two neighbours of the text. */
export function withSums(
  supports: readonly Support[],
  text: readonly Unit[],
  thesaurus: Thesaurus,
): readonly Support[] {
  const figures = text.filter((unit): unit is FigureUnit => unit.kind === 'FIGURE').slice(0, MOST_FIGURES);
  return supports.map((support) => {
    const { unit, degree } = support;
    if (unit.kind !== 'FIGURE' || degree >= BY_SUM || unit.value.unit !== null) return support;
    const wanted = unit;
    const at = figures.findIndex((first, index) => isSum(first, figures[index + 1], wanted, thesaurus));
    return at < 0 ? support : { ...support, by: figures[at] ?? null, degree: BY_SUM, excludes: false };
  });
}

function isSum(first: FigureUnit, second: FigureUnit | undefined, sum: FigureUnit, thesaurus: Thesaurus): boolean {
  if (first.sentence !== second?.sentence) return false;
  const [one, other, total] = [amountOf(first), amountOf(second), amountOf(sum)];
  if (one === null || other === null || total === null || !one.plus(other).eq(total)) return false;
  return [first, second].every((part) => part.value.unit === null && relateCounted(part, sum, thesaurus) !== 'OTHER');
}

function amountOf({ value }: OpenFigure): Big | null {
  return value.amount === null ? null : new Big(value.amount);
}
