import type { Certainty, Polarity } from '../claim/claim.js';
import { attributionsOf } from '../reading/attribution.js';
import { wordsBetween, type Sentence } from '../reading/sentence.js';
import { certaintyOf } from './certainty.js';
import type { OpenFigure } from './open-figure.js';
import type { OpenTime } from './open-time.js';
import type { Statement } from './statement.js';

/** What one sentence of a statement says, as far as it could be read. */
export interface Proposition {
  /** The sentence, as the statement has it. */
  readonly text: string;
  readonly polarity: Polarity;
  readonly certainty: Certainty;
  /** Who is quoted or cited, in the sentence's words; null for the statement's own voice. */
  readonly claimantName: string | null;
  readonly figures: readonly OpenFigure[];
  readonly times: readonly OpenTime[];
}

/** The propositions of a statement, one a sentence, in the order of the text. */
export function propositionsOf(statement: Statement): readonly Proposition[] {
  return statement.sentences.map((sentence, index) => {
    const units = statement.units.filter((unit) => unit.sentence === index);
    return {
      text: statement.text.slice(sentence.start, sentence.end),
      polarity: units.filter((unit) => unit.kind === 'WORD' && unit.denies).length % 2 === 1 ? 'DENIED' : 'AFFIRMED',
      certainty: certaintyOf(sentence),
      claimantName: claimantOf(statement.text, sentence),
      figures: units.flatMap((unit) => (unit.kind === 'FIGURE' ? [unit] : [])),
      times: units.flatMap((unit) => (unit.kind === 'TIME' ? [unit] : [])),
    };
  });
}

function claimantOf(text: string, sentence: Sentence): string | null {
  const never = (): boolean => false;
  for (const { speaker } of attributionsOf(sentence.tokens, never, never)) {
    if (speaker.kind === 'NAMED') return wordsBetween(text, sentence, speaker.from, speaker.to);
  }
  return null;
}
