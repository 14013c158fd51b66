import type { Sentence } from '../reading/sentence.js';
import type { OpenFigure } from './open-figure.js';
import type { OpenTime } from './open-time.js';
import type { WordClass } from './thesaurus.js';

/** A word or name of a statement, as comparison sees it. */
export interface StatementWord {
  readonly kind: 'WORD';
  /** Dictionary form; ordinals as "3rd". Equal lemmas are one word. */
  readonly lemma: string;
  readonly text: string;
  /** Null for words of no open class. */
  readonly wordClass: WordClass | null;
  readonly isName: boolean;
  /** Whether it denies what follows it. */
  readonly denies: boolean;
}

/** A part of a statement that is compared as one: a word, a figure with its hedge and unit, or a date. */
export type Unit = (StatementWord | OpenFigure | OpenTime) & {
  /** Equal for two units that say the same. */
  readonly key: string;
  /** How much of what is said rests on it: 0 for articles, 1 for most nouns and verbs. */
  readonly weight: number;
  /** Whether an odd number of denials stands over it. */
  readonly denied: boolean;
  readonly sentence: number;
};

/** A statement as it was read. */
export interface Statement {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** In the order of the text, punctuation left out. */
  readonly units: readonly Unit[];
}
