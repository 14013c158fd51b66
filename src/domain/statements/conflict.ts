import { contradiction, type Explanation, type Ruling } from './comparison.js';
import { areOfOneEvent } from './event.js';
import { nearestIn, unitsBySentence, type SentenceUnits } from './nearest-sentence.js';
import { overlapOf, shareOf, type Overlap } from './overlap.js';
import { replacementIn } from './replacement.js';
import { oppositionIn } from './stance.js';
import type { Statement } from './statement.js';
import type { Support } from './support.js';
import type { Thesaurus } from './thesaurus.js';

/** What two sentences have to share to speak of the same. */
const SPEAKS_OF_THE_SAME = 0.6;
/** The same where all that tells them apart is a name: without it they have to be nearly alike. */
const SAME_BUT_A_NAME = 0.75;
/** What two longer texts have to share to be of the same matter. */
const SAME_MATTER = 0.65;
/** Sentences of a statement that are held against the other; longer ones are no statements but documents. */
const MOST_SENTENCES = 40;
/** Words, figures and dates of a sentence that are looked at. */
const MOST_UNITS = 150;
/** What weighs less says who says it, or a detail. */
const LEAST_WEIGHT = 0.5;

/** Two sentences, and what is known of the statements that they are from. */
interface Pair {
  readonly text: SentenceUnits;
  readonly hypothesis: SentenceUnits;
  /** All that the hypothesis says, its other sentences included. */
  readonly said: ReadonlySet<string>;
  /** The hypothesis is of one sentence. */
  readonly isAlone: boolean;
}

/**
 * What the second of two statements says against the first, sentence by sentence: figures and dates of sentences that
 * speak of other things have nothing to do with each other. Null where nothing is found.
 */
export function conflictOf(
  text: Statement,
  hypothesis: Statement,
  whole: Overlap,
  thesaurus: Thesaurus,
): Ruling | null {
  const asked = unitsBySentence(hypothesis);
  const isAlone = asked.length === 1;
  if (!isAlone && whole.coveredWords < SAME_MATTER) return null;
  const nearestTo = nearestIn(unitsBySentence(text));
  const said = new Set(hypothesis.units.map(({ key }) => key));
  for (const sentence of asked.slice(0, MOST_SENTENCES)) {
    const nearest = nearestTo(sentence);
    const ruling =
      nearest === null
        ? null
        : conflictIn({ text: beginningOf(nearest), hypothesis: beginningOf(sentence), said, isAlone }, thesaurus);
    if (ruling !== null) return ruling;
  }
  return null;
}

function beginningOf(sentence: SentenceUnits): SentenceUnits {
  return sentence.slice(0, MOST_UNITS);
}

function conflictIn(pair: Pair, thesaurus: Thesaurus): Ruling | null {
  const { text, hypothesis, said, isAlone } = pair;
  const { supports, coveredWords } = overlapOf(text, hypothesis, thesaurus, said);
  const byName = isAlone ? otherName(pair, supports) : null;
  if (byName !== null) return byName;
  if (coveredWords < SPEAKS_OF_THE_SAME) return null;
  return excluded(pair, supports, thesaurus) ?? opposed(pair) ?? denial(supports);
}

function otherName({ text, hypothesis }: Pair, supports: readonly Support[]): Ruling | null {
  const replacement = replacementIn(text, hypothesis, supports);
  if (replacement === null) return null;
  const { a, b } = replacement;
  const rest = supports.filter(({ unit }) => unit.kind === 'WORD' && !b.includes(unit));
  if (shareOf(rest) < SAME_BUT_A_NAME) return null;
  const textOf = (units: SentenceUnits): string => units.map((unit) => unit.text).join(' ');
  return contradiction(
    'CATEGORY',
    'POSSIBLE',
    0.5,
    () => `They speak of the same, but "${textOf(a)}" stands in the one where the other has "${textOf(b)}".`,
  );
}

function excluded(pair: Pair, supports: readonly Support[], thesaurus: Thesaurus): Ruling | null {
  const excluding = supports.filter((support) => support.excludes && isOfOneEvent(pair, support, thesaurus));
  const has = (kind: 'FIGURE' | 'TIME'): boolean => excluding.some(({ unit }) => unit.kind === kind);
  // Another figure on another date is of another event.
  if (has('FIGURE') && has('TIME')) return null;
  const [first] = excluding;
  return first === undefined ? null : exclusion(first);
}

/** A date excludes another where both say when the same happened, or where neither sentence has a second one. */
function isOfOneEvent({ text, hypothesis, isAlone }: Pair, { unit, by }: Support, thesaurus: Thesaurus): boolean {
  if (unit.kind !== 'TIME' || by === null) return true;
  const isOnly = (units: SentenceUnits): boolean => units.filter(({ kind }) => kind === 'TIME').length === 1;
  if (isAlone && isOnly(text) && isOnly(hypothesis)) return true;
  return areOfOneEvent([by, text], [unit, hypothesis], thesaurus);
}

function exclusion({ unit, by }: Support): Ruling {
  const kind = unit.kind === 'FIGURE' ? 'QUANTITY' : unit.kind === 'TIME' ? 'TIME' : 'CATEGORY';
  const reason: Explanation = () =>
    `They speak of the same, but "${by?.text ?? ''}" and "${unit.text}" cannot both be so.`;
  return contradiction(kind, 'POSSIBLE', 0.5, reason);
}

function opposed({ text, hypothesis }: Pair): Ruling | null {
  const opposition = oppositionIn(text, hypothesis);
  if (opposition === null) return null;
  const { a, b } = opposition;
  return contradiction('POLARITY', 'POSSIBLE', 0.5, () => `Of the same, one says "${a}" and the other "${b}".`);
}

function denial(supports: readonly Support[]): Ruling | null {
  const denied = supports.find(isDenied);
  if (denied === undefined) return null;
  return contradiction('POLARITY', 'TENSION', 0.6, () => `One affirms and the other denies "${denied.unit.text}".`);
}

/** One affirms what happened, what there is or how it is, the other denies it. */
export function isDenied({ unit, by, degree }: Support): boolean {
  if (unit.kind !== 'WORD' || by?.kind !== 'WORD' || unit.wordClass === null || unit.weight < LEAST_WEIGHT)
    return false;
  return !(unit.isName && by.isName) && degree >= 0.8 && by.denied !== unit.denied;
}
