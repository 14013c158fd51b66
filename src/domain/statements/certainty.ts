import type { Certainty } from '../claim/claim.js';
import { POSSIBLE, POSSIBLE_MODALS, PROBABLE } from '../reading/english/stance-words.js';
import type { Sentence, Token } from '../reading/sentence.js';
import type { Ruling } from './comparison.js';
import { FUNCTION_WORDS } from './english/function-words.js';
import type { Statement } from './statement.js';
import type { Thesaurus } from './thesaurus.js';

/** Share of a statement's words, names left out, that have to be known for it to have been read. */
const READ = 0.5;

/** How far a sentence vouches for what it says, by the words of doubt in it. */
export function certaintyOf({ tokens }: Sentence): Certainty {
  const isModal = ({ lower, pos }: Token): boolean => POSSIBLE_MODALS.has(lower) && (pos === 'AUX' || pos === 'VERB');
  if (tokens.some((token) => POSSIBLE.has(token.lower) || isModal(token))) return 'POSSIBLE';
  return tokens.some(({ lower }) => PROBABLE.has(lower)) ? 'PROBABLE' : 'CERTAIN';
}

/**
 * A CONFLICT, no stronger than the statements bear: POSSIBLE where one could not be read, in a language that neither
 * grammar nor dictionary has, and a TENSION where one is hedged throughout, as it is between claims.
 */
export function tempered(ruling: Ruling, statements: readonly Statement[], thesaurus: Thesaurus): Ruling {
  if (ruling.strength !== 'CONFLICT') return ruling;
  if (!statements.every((statement) => isRead(statement, thesaurus)))
    return weakened(ruling, 'POSSIBLE', 'Too few of the words are known to be sure.');
  if (statements.some(isHedged)) return weakened(ruling, 'TENSION', 'It is hedged by one of them.');
  return ruling;
}

function weakened(ruling: Ruling, strength: 'TENSION' | 'POSSIBLE', why: string): Ruling {
  return { ...ruling, strength, explanation: (names) => `${ruling.explanation(names)} ${why}` };
}

function isHedged({ sentences }: Statement): boolean {
  return sentences.every((sentence) => certaintyOf(sentence) === 'POSSIBLE');
}

function isRead({ units }: Statement, thesaurus: Thesaurus): boolean {
  const words = units.flatMap((unit) => (unit.kind === 'WORD' && !unit.isName ? [unit] : []));
  const known = words.filter(
    ({ lemma, wordClass }) => FUNCTION_WORDS.has(lemma) || (wordClass !== null && thesaurus.knows(lemma, wordClass)),
  );
  return words.length > 0 && known.length >= READ * words.length;
}
