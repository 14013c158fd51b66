import { relateCounted, relateOpenFigures, relateOpenTimes } from './relate-figures.js';
import type { OpenFigure } from './open-figure.js';
import type { Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';
import { relateWords, supportOf } from './word-match.js';

/** Where one unit of a statement is found in another. */
export interface Support {
  readonly unit: Unit;
  /** The unit that says it, or contradicts it; null where nothing is near. */
  readonly by: Unit | null;
  /** From 0 to 1. */
  readonly degree: number;
  /** The two cannot both be said of one thing. */
  readonly excludes: boolean;
}

export interface Overlap {
  /** Of each unit of the hypothesis that weighs something. */
  readonly supports: readonly Support[];
  /** Share of the hypothesis's weight that the text supports, from 0 to 1. */
  readonly covered: number;
  /** The same without its figures and dates. */
  readonly coveredWords: number;
}

/** Pairs of words that are looked up in the thesaurus; of longer statements only the first words are. */
const MOST_PAIRS = 3_000;

/** How far a text says what each part of a hypothesis says. */
export function overlapOf(text: readonly Unit[], hypothesis: readonly Unit[], thesaurus: Thesaurus): Overlap {
  const weighty = text.filter(({ weight }) => weight > 0);
  const byKey = new Map(weighty.map((unit) => [unit.key, unit]));
  const asked = hypothesis.filter(({ weight }) => weight > 0);
  const near = weighty.slice(0, Math.ceil(MOST_PAIRS / Math.max(asked.length, 1)));
  const supports = asked.map((unit) => supportIn(unit, byKey, near, thesaurus));
  const words = supports.filter(({ unit }) => unit.kind === 'WORD');
  return { supports, covered: shareOf(supports), coveredWords: shareOf(words) };
}

function shareOf(supports: readonly Support[]): number {
  const total = supports.reduce((sum, { unit }) => sum + unit.weight, 0);
  return total === 0 ? 0 : supports.reduce((sum, { unit, degree }) => sum + unit.weight * degree, 0) / total;
}

function supportIn(unit: Unit, byKey: ReadonlyMap<string, Unit>, near: readonly Unit[], thesaurus: Thesaurus): Support {
  const same = byKey.get(unit.key);
  if (same !== undefined && unit.kind !== 'FIGURE') return { unit, by: same, degree: 1, excludes: false };
  let best: Support = { unit, by: null, degree: 0, excludes: false };
  for (const candidate of near) {
    const support = supportBy(candidate, unit, thesaurus);
    if (support === null) continue;
    if (support.degree > best.degree || (best.by === null && support.excludes)) best = support;
  }
  return best;
}

function supportBy(candidate: Unit, unit: Unit, thesaurus: Thesaurus): Support | null {
  if (unit.kind === 'FIGURE') {
    return candidate.kind === 'FIGURE' ? figureSupport(candidate, unit, thesaurus) : null;
  }
  if (unit.kind === 'TIME') {
    if (candidate.kind !== 'TIME') return null;
    const relation = relateOpenTimes(candidate, unit);
    const degree = relation === 'EQUAL' || relation === 'NARROWER' ? 1 : relation === 'DISJOINT' ? 0 : 0.5;
    return { unit, by: candidate, degree, excludes: relation === 'DISJOINT' };
  }
  if (candidate.kind !== 'WORD') return null;
  const relation = relateWords(candidate, unit, thesaurus);
  return relation === null
    ? null
    : { unit, by: candidate, degree: supportOf(relation), excludes: relation === 'ANTONYM' };
}

function figureSupport(candidate: Unit & OpenFigure, unit: Unit & OpenFigure, thesaurus: Thesaurus): Support | null {
  const counted = relateCounted(candidate, unit, thesaurus);
  const relation = relateOpenFigures(candidate, unit);
  if (relation === 'INCOMPARABLE') return null;
  const fit = counted === 'SAME' ? 1 : counted === 'MAYBE' ? 0.95 : 0.6;
  if (relation === 'EQUAL') return { unit, by: candidate, degree: fit, excludes: false };
  if (counted === 'OTHER') return null;
  if (relation === 'NARROWER') return { unit, by: candidate, degree: 0.95 * fit, excludes: false };
  if (relation === 'DISJOINT') return { unit, by: candidate, degree: 0, excludes: counted === 'SAME' };
  return { unit, by: candidate, degree: 0.4, excludes: false };
}
