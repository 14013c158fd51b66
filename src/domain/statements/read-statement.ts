import type { Sentence, Token } from '../reading/sentence.js';
import { sentencesOf } from '../reading/tokenize.js';
import { citedAt } from './cited.js';
import { denialsOf } from './denial.js';
import {
  EXISTENTIAL,
  FUNCTION_WORDS,
  LIGHT_WORDS,
  MAJORITY,
  NEGATORS,
  ORDINALS,
  UNIVERSAL,
} from './english/function-words.js';
import { figureKey, openFigureAt, type OpenFigure } from './open-figure.js';
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
/** Who says it, or how old who is named is, matters less than what is said. */
const ASIDE = 0.25;
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
  const timeAt = new Map(times.map((time) => [time.from, time]));
  const ofTimes = new Set(
    times.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index)),
  );
  const isPartOfTime = ({ from, to }: OpenFigure): boolean =>
    tokens.slice(from, to).some((_, index) => ofTimes.has(from + index));
  const [cited, denials] = [citedAt(tokens), denialsOf(tokens)];
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    const { denies = false, isDenied: denied = false, isDeniedItself = false } = denials[at] ?? {};
    const time = timeAt.get(at);
    const read = time === undefined ? openFigureAt(text, tokens, at) : null;
    const figure = read === null || isPartOfTime(read) ? null : read;
    const word = token === undefined ? null : wordOf(token);
    if (time !== undefined) {
      units.push({ ...time, key: `@${time.value.edtf}`, weight: 1, denied, sentence });
    } else if (figure !== null) {
      const weight = cited.has(at) || isAgeBehindName(tokens, figure) ? ASIDE : 1;
      units.push({ ...figure, key: figureKey(figure), weight, denied, sentence });
    } else if (word !== null) {
      const weight = weightOf(word) * (cited.has(at) ? ASIDE : 1);
      units.push({ ...word, denies, key: word.lemma, weight, denied: isDeniedItself, sentence });
    }
    at = time?.to ?? figure?.to ?? at + 1;
  }
  return units;
}

/** "Maria Lopez, 34, ..." */
function isAgeBehindName(tokens: readonly Token[], { from, to }: OpenFigure): boolean {
  const isComma = (at: number): boolean => tokens[at]?.lower === ',';
  return isComma(from - 1) && isComma(to) && tokens[from - 2]?.pos === 'PROPN';
}

function wordOf(token: Token): Word | null {
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

type Word = Omit<StatementWord, 'denies'>;

/** Names say most, auxiliary words nothing. */
function weightOf({ lemma, wordClass, isName }: Word): number {
  if (NEGATORS.has(lemma) || UNIVERSAL.has(lemma) || EXISTENTIAL.has(lemma) || MAJORITY.has(lemma)) return 0;
  if (FUNCTION_WORDS.has(lemma) || (wordClass === null && !isName && !/\d/.test(lemma))) return 0;
  if (isName) return 1.2;
  if (LIGHT_WORDS.has(lemma)) return 0.3;
  if (wordClass === 'ADV') return 0.5;
  return wordClass === 'ADJ' ? 0.8 : 1;
}
