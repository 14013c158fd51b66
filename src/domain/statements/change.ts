import type { ContradictionKind } from '../contradiction/contradiction.js';
import type { Difference } from './differences.js';
import { EXISTENTIAL, MAJORITY, OPPOSED_WORDS, UNIVERSAL } from './english/function-words.js';
import type { OpenFigure } from './open-figure.js';
import type { OpenTime } from './open-time.js';
import { relateCounted, relateOpenFigures, relateOpenTimes } from './relate-figures.js';
import type { StatementWord, Unit } from './statement.js';
import type { Thesaurus } from './thesaurus.js';
import { relateWords } from './word-match.js';

/**
 * What one difference does to what is said, read from the first statement to the second. NARROWER: the first says more.
 * FLIPPED: one denies what the other says. APART: both say something of the same place that is not the same.
 */
export type Effect = 'SAME' | 'NARROWER' | 'BROADER' | 'OVERLAPPING' | 'DISJOINT' | 'FLIPPED' | 'APART';

export interface Change {
  readonly effect: Effect;
  readonly kind: ContradictionKind;
  /** The words concerned, of the first statement and of the second. */
  readonly a: string;
  readonly b: string;
}

/** The changes that a difference makes; `isOnly`: there is no other between the two statements. */
export function changesOf(difference: Difference, isOnly: boolean, thesaurus: Thesaurus): readonly Change[] {
  const denials = denialsIn(difference.a) !== denialsIn(difference.b) && !isDeniedAside(difference);
  const changes: Change[] = denials ? [change('FLIPPED', 'POLARITY', difference.a, difference.b)] : [];
  changes.push(...figureChanges(difference, thesaurus), ...timeChanges(difference));
  const [a, b] = [meaning(difference.a), meaning(difference.b)];
  const isAlone = difference.a.length === 1 && difference.b.length === 1;
  changes.push(...wordChanges(a, b, { isAlone, isOnly }, thesaurus));
  return changes;
}

function denialsIn(units: readonly Unit[]): boolean {
  return units.filter((unit) => unit.kind === 'WORD' && unit.denies).length % 2 === 1;
}

/** "and not the crew": what only one of them denies was left out of the other altogether. */
function isDeniedAside({ a, b }: Difference): boolean {
  if (a.length > 0 && b.length > 0) return false;
  const words = [...a, ...b];
  const denial = words.findIndex((unit) => unit.kind === 'WORD' && unit.denies);
  return words.slice(denial + 1).some(({ weight }) => weight > SAYS_LITTLE);
}

function change(effect: Effect, kind: ContradictionKind, a: readonly Unit[], b: readonly Unit[]): Change {
  return { effect, kind, a: textOf(a), b: textOf(b) };
}

function textOf(units: readonly Unit[]): string {
  return units.map(({ text }) => text).join(' ');
}

function figureChanges(difference: Difference, thesaurus: Thesaurus): readonly Change[] {
  const [a, b] = [difference.a.filter(isFigure), difference.b.filter(isFigure)];
  return paired(a, b, (first, second) => {
    const relation = relateOpenFigures(first, second);
    if (relation === 'INCOMPARABLE') return 'APART';
    if (first.isRest !== second.isRest) return 'OVERLAPPING';
    if (relation === 'DISJOINT' && relateCounted(first, second, thesaurus) === 'OTHER') return 'APART';
    return relation === 'EQUAL' ? 'SAME' : relation;
  }).map(({ effect, first, second }) => change(effect, 'QUANTITY', first, second));
}

function timeChanges(difference: Difference): readonly Change[] {
  const [a, b] = [difference.a.filter(isTime), difference.b.filter(isTime)];
  return paired(a, b, (first, second) => {
    const relation = relateOpenTimes(first, second);
    return relation === 'EQUAL' ? 'SAME' : relation;
  }).map(({ effect, first, second }) => change(effect, 'TIME', first, second));
}

interface Paired<T> {
  readonly effect: Effect;
  readonly first: readonly T[];
  readonly second: readonly T[];
}

/** In order, each with its counterpart; what has none was added or left out. */
function paired<T>(a: readonly T[], b: readonly T[], relate: (first: T, second: T) => Effect): readonly Paired<T>[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at): Paired<T> => {
    const [first, second] = [a[at], b[at]];
    if (first === undefined) return { effect: 'BROADER', first: [], second: second === undefined ? [] : [second] };
    if (second === undefined) return { effect: 'NARROWER', first: [first], second: [] };
    return { effect: relate(first, second), first: [first], second: [second] };
  });
}

function isFigure(unit: Unit): unit is Unit & OpenFigure {
  return unit.kind === 'FIGURE';
}

function isTime(unit: Unit): unit is Unit & OpenTime {
  return unit.kind === 'TIME';
}

type WordUnit = Unit & StatementWord;

/** Words that say something: of an open class, names, or function words that have an opposite. */
function meaning(units: readonly Unit[]): readonly WordUnit[] {
  return units.filter(
    (unit): unit is WordUnit =>
      unit.kind === 'WORD' && !unit.denies && (unit.weight > 0 || isOpposable(unit.lemma) || quantifierOf(unit) > 0),
  );
}

/** Citations and the most general verbs weigh no more than this: their exchange changes nothing. */
const SAYS_LITTLE = 0.3;
const OPPOSABLE = new Set(Object.entries(OPPOSED_WORDS).flatMap(([word, others]) => [word, ...others]));

function isOpposable(lemma: string): boolean {
  return OPPOSABLE.has(lemma);
}

/** Whether two function words, or directions, exclude each other. */
function areOpposed(a: string, b: string): boolean {
  return (OPPOSED_WORDS[a]?.includes(b) ?? false) || (OPPOSED_WORDS[b]?.includes(a) ?? false);
}

/** "all" is 3, "most" 2, "some" 1; 0 for no quantifier. */
function quantifierOf({ lemma }: StatementWord): number {
  if (UNIVERSAL.has(lemma)) return 3;
  if (MAJORITY.has(lemma)) return 2;
  return EXISTENTIAL.has(lemma) ? 1 : 0;
}

function wordChanges(
  a: readonly WordUnit[],
  b: readonly WordUnit[],
  { isAlone, isOnly }: { readonly isAlone: boolean; readonly isOnly: boolean },
  thesaurus: Thesaurus,
): readonly Change[] {
  const changes: Change[] = [];
  const restOfB = new Set(b);
  const restOfA: WordUnit[] = [];
  for (const first of a) {
    const match = bestOf(first, restOfB, isAlone, thesaurus);
    if (match === null) {
      restOfA.push(first);
      continue;
    }
    restOfB.delete(match.second);
    changes.push(change(match.effect, match.effect === 'FLIPPED' ? 'POLARITY' : 'CATEGORY', [first], [match.second]));
  }
  const [left, added] = [restOfA.filter(isContent), [...restOfB].filter(isContent)];
  const isExchange = isOnly && left.length > 0 && added.length > 0;
  if (isExchange || left.some((one) => added.some((other) => standsFor(one, other)))) {
    changes.push(change('APART', 'CATEGORY', left, added));
    return changes;
  }
  if (left.length > 0) changes.push(change('NARROWER', 'CATEGORY', left, []));
  if (added.length > 0) changes.push(change('BROADER', 'CATEGORY', [], added));
  return changes;
}

/** Where more was changed, a word is only exchanged for one of its class, a name for a name. */
function standsFor(a: WordUnit, b: WordUnit): boolean {
  return a.wordClass === b.wordClass && a.isName === b.isName;
}

function isContent({ weight }: WordUnit): boolean {
  return weight > SAYS_LITTLE;
}

interface WordMatch {
  readonly second: WordUnit;
  readonly effect: Effect;
}

const ORDER: readonly Effect[] = ['SAME', 'FLIPPED', 'NARROWER', 'BROADER', 'DISJOINT'];

function bestOf(
  first: WordUnit,
  candidates: Iterable<WordUnit>,
  isAlone: boolean,
  thesaurus: Thesaurus,
): WordMatch | null {
  let best: WordMatch | null = null;
  for (const second of candidates) {
    const effect = effectOf(first, second, isAlone, thesaurus);
    if (effect !== null && (best === null || ORDER.indexOf(effect) < ORDER.indexOf(best.effect))) {
      best = { second, effect };
    }
  }
  return best;
}

/** A preposition is opposed to another only where nothing else was exchanged with it. */
function effectOf(first: WordUnit, second: WordUnit, isAlone: boolean, thesaurus: Thesaurus): Effect | null {
  const isContentPair = first.weight > 0 || second.weight > 0 || quantifierOf(first) > 0;
  if ((isAlone || isContentPair) && areOpposed(first.lemma, second.lemma)) return 'FLIPPED';
  const [much, little] = [quantifierOf(first), quantifierOf(second)];
  if (much > 0 && little > 0) return much === little ? 'SAME' : much > little ? 'NARROWER' : 'BROADER';
  switch (relateWords(first, second, thesaurus)) {
    case 'SYNONYM':
    case 'RELATED':
      return 'SAME';
    case 'ANTONYM':
      return 'FLIPPED';
    case 'NARROWER':
      return 'NARROWER';
    case 'BROADER':
      return 'BROADER';
    case 'SIBLING':
      return 'DISJOINT';
    case null:
      return null;
  }
}
