import { areConverse } from './opposition.js';
import { relateCounted, relateOpenFigures, relateOpenTimes } from './relate-figures.js';
import type { OpenFigure } from './open-figure.js';
import type { Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';
import { withSums } from './sums.js';
import type { Support } from './support.js';
import { relateWords, supportOf } from './word-match.js';

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
/** What the rest of a name weighs when one word of it is found. */
const NAME_REST = 0.3;
const SMALL = 30;

/** How far a text says what each part of a hypothesis says. */
export function overlapOf(
  text: readonly Unit[],
  hypothesis: readonly Unit[],
  thesaurus: Thesaurus,
  said: ReadonlySet<string> = new Set(hypothesis.map(({ key }) => key)),
): Overlap {
  const weighty = text.filter(({ weight }) => weight > 0);
  const byKey = new Map(weighty.map((unit) => [unit.key, unit]));
  const asked = hypothesis.filter(({ weight }) => weight > 0);
  const near = weighty.slice(0, Math.ceil(MOST_PAIRS / Math.max(asked.length, 1)));
  const found = asked.map((unit) => supportIn(unit, byKey, near, said, thesaurus));
  const supports = withWholeNames(withSums(found, text, thesaurus), acronymsOf(text));
  const words = supports.filter(({ unit, excludes }) => unit.kind === 'WORD' && !excludes);
  return { supports, covered: shareOf(supports), coveredWords: shareOf(words) };
}

/**
 * A name of several words is known by one of them: "Maria Lopez" is there where "Lopez" is, and "World Trade
 * Organization" where "WTO" is. What is not found of it weighs little.
 */
function withWholeNames(supports: readonly Support[], acronyms: ReadonlySet<string>): readonly Support[] {
  const isNamed = (support: Support | undefined): boolean => support?.unit.kind === 'WORD' && support.unit.isName;
  const result = [...supports];
  for (let from = 0; from < supports.length; from += 1) {
    if (!isNamed(supports[from])) continue;
    let to = from;
    while (isNamed(supports[to])) to += 1;
    const group = supports.slice(from, to);
    const initials = group.map(({ unit }) => unit.text.charAt(0).toLowerCase()).join('');
    const isAcronym = group.length > 1 && acronyms.has(initials);
    const isKnown = group.some(({ degree }) => degree >= 0.8);
    for (let at = from; at < to; at += 1) {
      const support = supports[at];
      if (support === undefined || support.degree >= 0.8) continue;
      if (isAcronym) result[at] = { ...support, degree: 0.9, excludes: false };
      else if (isKnown) result[at] = { ...support, unit: { ...support.unit, weight: support.unit.weight * NAME_REST } };
    }
    from = to;
  }
  return result;
}

function acronymsOf(units: readonly Unit[]): ReadonlySet<string> {
  const short = units.flatMap(({ text }) =>
    /^\p{Lu}[\p{Lu}.]{1,6}$/u.test(text) ? [text.replaceAll('.', '').toLowerCase()] : [],
  );
  return new Set(short);
}

/** Share of the weight of some units that is said, from 0 to 1. */
export function shareOf(supports: readonly Support[]): number {
  const total = supports.reduce((sum, { unit }) => sum + unit.weight, 0);
  return total === 0 ? 0 : supports.reduce((sum, { unit, degree }) => sum + unit.weight * degree, 0) / total;
}

function supportIn(
  unit: Unit,
  byKey: ReadonlyMap<string, Unit>,
  near: readonly Unit[],
  said: ReadonlySet<string>,
  thesaurus: Thesaurus,
): Support {
  const same = byKey.get(unit.key);
  if (same !== undefined && unit.kind !== 'FIGURE') return { unit, by: same, degree: 1, excludes: false };
  let best: Support = { unit, by: null, degree: 0, excludes: false };
  for (const candidate of near) {
    const support = supportBy(candidate, unit, thesaurus);
    // What both say is what they agree on: another figure beside it is of something else.
    if (support === null || (support.excludes && said.has(candidate.key))) continue;
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
  if (relation === null) return null;
  // Who sells to one has one who buys: worded differently, both may be said of one deal.
  if (areConverse(candidate.lemma, unit.lemma))
    return { unit, by: candidate, degree: supportOf('RELATED'), excludes: false };
  if (relation !== 'ANTONYM') return { unit, by: candidate, degree: supportOf(relation), excludes: false };
  // "not large" and "small": what is denied of the opposite is no conflict.
  const agrees = candidate.denied !== unit.denied;
  return {
    unit,
    by: agrees ? { ...candidate, denied: unit.denied } : candidate,
    degree: agrees ? 0.8 : 0,
    excludes: !agrees,
  };
}

/** A figure that is no small whole number seldom stands in two sentences and counts different things. */
function isDistinctive({ value }: OpenFigure): boolean {
  const figure = Number(value.amount ?? value.lower ?? 0);
  return figure > SMALL || !Number.isInteger(figure) || value.unit !== null;
}

/** Told with a hedge and without: "about 2,000" and "2,000". */
function isSameAmount({ value: a }: OpenFigure, { value: b }: OpenFigure): boolean {
  return a.amount !== null && a.amount === b.amount && a.unit === b.unit;
}

function figureSupport(candidate: Unit & OpenFigure, unit: Unit & OpenFigure, thesaurus: Thesaurus): Support | null {
  const counted = relateCounted(candidate, unit, thesaurus);
  const relation = relateOpenFigures(candidate, unit);
  if (relation === 'INCOMPARABLE') return null;
  const isRest = candidate.isRest !== unit.isRest;
  const fit = isRest ? 0.8 : counted === 'SAME' ? 1 : counted === 'MAYBE' ? 0.95 : isDistinctive(unit) ? 0.92 : 0.6;
  if (relation === 'EQUAL') return { unit, by: candidate, degree: fit, excludes: false };
  if (counted === 'OTHER') return null;
  if (isSameAmount(candidate, unit)) return { unit, by: candidate, degree: 0.95 * fit, excludes: false };
  if (relation === 'NARROWER')
    return { unit, by: candidate, degree: (unit.value.amount === null ? 0.95 : 0.9) * fit, excludes: false };
  if (relation === 'DISJOINT') return { unit, by: candidate, degree: 0, excludes: counted === 'SAME' && !isRest };
  return { unit, by: candidate, degree: 0.4, excludes: false };
}
