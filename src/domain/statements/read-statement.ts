import type { Sentence, Token } from '../reading/sentence.js';
import { sentencesOf } from '../reading/tokenize.js';
import {
  DENIERS,
  EXISTENTIAL,
  FUNCTION_WORDS,
  LIGHT_WORDS,
  MAJORITY,
  NEGATORS,
  ORDINALS,
  UNIVERSAL,
} from './english/function-words.js';
import { figureKey, openFigureAt } from './open-figure.js';
import { openTimesOf } from './open-time.js';
import type { Statement, StatementWord, Unit } from './statement.js';
import type { WordClass } from './thesaurus.js';

const CLASSES: Readonly<Record<string, WordClass>> = {
  NOUN: 'NOUN',
  PROPN: 'NOUN',
  VERB: 'VERB',
  ADJ: 'ADJ',
  ADV: 'ADV',
};
const ORDINAL_WORDS = new Map(ORDINALS.map((word, index) => [word, ordinalText(index + 1)]));
/** At these words what was denied before is denied no longer. */
const CLAUSE_ENDS = new Set([
  'but',
  'while',
  'although',
  'though',
  'whereas',
  'because',
  'who',
  'which',
  'when',
  'if',
  ';',
]);
const REACH = 8;
/** Marks of old corpora for brackets and quotation marks. */
const MARKS = /-(?:LRB|RRB|LSB|RSB)-/g;

/** Reads a statement by the grammar that reads documents. Never fails: what is no figure or date stays words. */
export function readStatement(text: string, published: string | null): Statement {
  const plain = text.replace(MARKS, '  ,  ').slice(0, text.length);
  const sentences = sentencesOf(plain);
  const units = sentences.flatMap((sentence, index) => unitsOf(plain, sentence, index, published));
  return { text, sentences, units };
}

function unitsOf(text: string, { tokens }: Sentence, sentence: number, published: string | null): readonly Unit[] {
  const times = openTimesOf(text, tokens, published);
  const units: Unit[] = [];
  let denials = 0;
  let since = 0;
  for (let at = 0; at < tokens.length;) {
    const time = times.find(({ from }) => from === at);
    const figure = time === undefined ? openFigureAt(text, tokens, at) : null;
    const token = tokens[at];
    if (since > REACH) denials = 0;
    const denied = denials % 2 === 1;
    if (time !== undefined) {
      units.push({ ...time, key: `@${time.value.edtf}`, weight: 1, denied, sentence });
      at = time.to;
    } else if (figure !== null && !times.some(({ from, to }) => from < figure.to && to > at)) {
      units.push({ ...figure, key: figureKey(figure), weight: 1, denied, sentence });
      at = figure.to;
    } else if (token !== undefined) {
      if (endsClause(token)) denials = 0;
      const word = wordOf(token);
      if (word !== null) units.push({ ...word, key: word.lemma, weight: weightOf(word), denied, sentence });
      if (isDenial(token)) {
        denials += 1;
        since = 0;
      }
      at += 1;
    }
    since += 1;
  }
  return units;
}

/** Whether a word denies what follows it. */
export function isDenial({ lemma }: { readonly lemma: string }): boolean {
  return NEGATORS.has(lemma) || DENIERS.has(lemma);
}

function endsClause({ lower, pos }: Token): boolean {
  return CLAUSE_ENDS.has(lower) || (pos === 'PUNCT' && lower !== '"' && lower !== "'");
}

function wordOf(token: Token): StatementWord | null {
  if (!/[\p{L}\p{N}%$]/u.test(token.text)) return null;
  const isName = token.pos === 'PROPN' && /^\p{Lu}/u.test(token.text);
  return {
    kind: 'WORD',
    lemma: lemmaOf(token),
    text: token.text,
    wordClass: FUNCTION_WORDS.has(token.lower) ? null : (CLASSES[token.pos] ?? null),
    isName,
  };
}

function lemmaOf({ lower, lemma, pos }: Token): string {
  if (lower === 'ca' || lower === 'wo') return lower === 'ca' ? 'can' : 'will';
  const ordinal = ORDINAL_WORDS.get(lower);
  if (ordinal !== undefined && pos !== 'NOUN') return ordinal;
  return lemma.toLowerCase();
}

function ordinalText(number: number): string {
  const ending = number > 3 ? 'th' : (['', 'st', 'nd', 'rd'][number] ?? 'th');
  return `${number}${ending}`;
}

/** Names say most, auxiliary words nothing. */
function weightOf({ lemma, wordClass, isName }: StatementWord): number {
  if (NEGATORS.has(lemma) || UNIVERSAL.has(lemma) || EXISTENTIAL.has(lemma) || MAJORITY.has(lemma)) return 0;
  if (FUNCTION_WORDS.has(lemma) || (wordClass === null && !isName && !/\d/.test(lemma))) return 0;
  if (isName) return 1.2;
  if (LIGHT_WORDS.has(lemma)) return 0.3;
  if (wordClass === 'ADV') return 0.5;
  return wordClass === 'ADJ' ? 0.8 : 1;
}
