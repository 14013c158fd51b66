import { amountAt, type Amount } from './amount.js';
import { COLLECTIVES, NUMBERED } from './english/words.js';
import type { Token } from './sentence.js';

/** An amount with the noun phrase that it counts: "at least 38 of the 67 Azerbaijani passengers". */
export interface Figure {
  readonly amount: Amount;
  /** First token, hedge included. */
  readonly from: number;
  /** Where the amount ends and the noun phrase begins. */
  readonly nounFrom: number;
  /** End (exclusive) of the noun phrase; equal to nounFrom for a bare number. */
  readonly to: number;
  /** The figure that this one is a part of: 67 in "38 of the 67 aboard". */
  readonly whole: Figure | null;
  /** "five of them", "two of whom": a part of what was counted before. */
  readonly ofThem: boolean;
  /** "another 12", "12 others", "12 more": beside what was counted before. */
  readonly further: boolean;
  /** "all 67", "the 67": everybody of a kind. */
  readonly definite: boolean;
}

/** Whether another of these figures is a part of it: the 67 in "38 of the 67 aboard". */
export function isWholeOf(figures: readonly Figure[], figure: Figure): boolean {
  return figures.some(({ whole }) => whole === figure);
}

/** What the figure reader asks about a sentence's words. */
export interface NounKnowledge {
  /** Whether a token is part of a date or time. */
  isTaken(at: number): boolean;
  /** Where a counted noun that begins at a token ends; null where none does. */
  nounEnd(at: number): number | null;
  /** Whether a token begins what is said of the counted ("dead"), which is no noun then. */
  isSaid(at: number): boolean;
}

const FURTHER = new Set(['other', 'others', 'more', 'additional', 'further', 'another']);
const PART_OF = new Set(['the', 'its', 'their', 'his', 'her', 'all', 'those', 'these', 'an', 'at']);
const PRONOUNS = new Set(['them', 'whom', 'those', 'these', 'us']);

/** All figures of a sentence from left to right, wholes after their parts. */
export function figuresOf(tokens: readonly Token[], knowledge: NounKnowledge): readonly Figure[] {
  const figures: Figure[] = [];
  for (let at = 0; at < tokens.length;) {
    const figure = figureAt(tokens, at, knowledge);
    if (figure === null) {
      at += 1;
      continue;
    }
    figures.push(figure);
    if (figure.whole !== null) figures.push(figure.whole);
    at = Math.max(figure.to, figure.whole?.to ?? 0, at + 1);
  }
  return figures;
}

function figureAt(tokens: readonly Token[], at: number, knowledge: NounKnowledge): Figure | null {
  if (knowledge.isTaken(at)) return null;
  const amount = amountAt(tokens, at);
  if (amount === null) return articleFigure(tokens, at, knowledge);
  if (knowledge.isTaken(amount.to - 1) || isName(tokens, amount)) return null;
  const nounFrom = afterOf(tokens, amount);
  const nounEnd = phraseEnd(tokens, nounFrom, knowledge);
  const before = tokens[at - 1]?.lower ?? '';
  if (before === 'but' && tokens[at - 2]?.lower === 'all') return null;
  const words = tokens.slice(amount.from, nounEnd).map(({ lower }) => lower);
  const whole = wholeAt(tokens, amount, nounEnd, knowledge);
  return {
    amount,
    from: before === 'another' || before === 'further' ? at - 1 : at,
    nounFrom,
    to: nounEnd,
    whole,
    ofThem: whole === null && tokens[nounEnd]?.lower === 'of' && PRONOUNS.has(tokens[nounEnd + 1]?.lower ?? ''),
    further:
      FURTHER.has(before) || words.some((word) => FURTHER.has(word)) || FURTHER.has(tokens[nounEnd]?.lower ?? ''),
    definite: before === 'the' || words[0] === 'all' || words[0] === 'both',
  };
}

/** "dozens of homes": the homes are what is counted. */
function afterOf(tokens: readonly Token[], { to, unit }: Amount): number {
  const isNumberOf =
    unit === null && /s$|^(?:dozen|hundred|thousand|million|couple)$/.test(tokens[to - 1]?.lower ?? '');
  const next = tokens[to + 1];
  const isPhrase = next?.pos === 'NOUN' || next?.pos === 'ADJ' || next?.pos === 'PROPN';
  return isNumberOf && tokens[to]?.lower === 'of' && isPhrase ? to + 1 : to;
}

/** "38 of the 67 aboard", "none of the 12 crew". */
function wholeAt(tokens: readonly Token[], amount: Amount, nounEnd: number, knowledge: NounKnowledge): Figure | null {
  if (tokens[nounEnd]?.lower !== 'of') return null;
  const start = afterOwner(tokens, nounEnd + 1);
  for (let at = start; at <= start + 2; at += 1) {
    const inner = tokens[at] === undefined || amount.unit !== null ? null : figureAt(tokens, at, knowledge);
    if (inner !== null)
      return inner.amount.isNone || (inner.amount.isBareDigits && at === nounEnd + 1)
        ? null
        : { ...inner, definite: true };
    if (!PART_OF.has(tokens[at]?.lower ?? '')) return null;
  }
  return null;
}

const OWNER = 4;

/** "sixteen of the tanker's 21 crew": behind whose they are. */
function afterOwner(tokens: readonly Token[], from: number): number {
  const genitive = tokens.slice(from, from + OWNER).findIndex(({ lower }) => lower === "'s" || lower === "'");
  return genitive > 0 ? from + genitive + 1 : from;
}

/** "Flight 2243", "Boeing 737", "No. 4", "aged 34", "Covid 19". */
function isName(tokens: readonly Token[], amount: Amount): boolean {
  if (!amount.isBareDigits) return false;
  const before = tokens[amount.from - 1];
  if (before === undefined) return false;
  if (NUMBERED.has(before.lower) || before.lower === 'aged' || before.text === '#') return true;
  const next = tokens[amount.to];
  const isAge = before.text === ',' && (next === undefined || next.text === ',');
  const isAfterName = before.pos === 'PROPN' && /^\p{Lu}/u.test(before.text) && next?.pos !== 'NOUN';
  return isAge || (isAfterName && next?.joined !== true && !isVerbLike(next));
}

function isVerbLike(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX' || token?.pos === 'ADJ';
}

/** "a third person" is one of three. */
const ORDINAL = /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))$/;

/** "a man", "an elderly woman": one. Only with a noun that the vocabulary counts. */
function articleFigure(tokens: readonly Token[], at: number, knowledge: NounKnowledge): Figure | null {
  const article = tokens[at]?.lower;
  if (article !== 'a' && article !== 'an' && article !== 'another') return null;
  const to = phraseEnd(tokens, at + 1, knowledge);
  const last = tokens[to - 1];
  if (ORDINAL.test(tokens[at + 1]?.lower ?? '')) return null;
  const isCounted = [1, 2, 3, 4].some((length) => knowledge.nounEnd(to - length) === to && to - length > at);
  if (
    last === undefined ||
    !isCounted ||
    COLLECTIVES.has(last.lower) ||
    /(?:s|men|people|children)$/.test(last.lower)
  ) {
    return null;
  }
  const amount: Amount = {
    input: { amount: '1' },
    from: at,
    to: at + 1,
    isNone: false,
    unit: null,
    isBareDigits: false,
  };
  const further = article === 'another';
  return { amount, from: at, nounFrom: at + 1, to, whole: null, ofThem: false, further, definite: false };
}

/** End of the noun phrase that begins at a token: adjectives, nouns and names, up to its last noun. */
function phraseEnd(tokens: readonly Token[], from: number, knowledge: NounKnowledge): number {
  let end = from;
  for (let at = from; at < tokens.length;) {
    const known = knowledge.isTaken(at) ? null : knowledge.nounEnd(at);
    if (known !== null && known > at) {
      end = at = known;
      continue;
    }
    const token = tokens[at];
    if (token === undefined || knowledge.isTaken(at)) break;
    const isLast = !isModified(tokens, at + 1, knowledge);
    if (knowledge.isSaid(at) && isLast) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') end = at + 1;
    else if (!(token.pos === 'ADJ' || token.joined || isAge(tokens, at) || (isParticiple(token) && !isLast))) {
      const next = coordinated(tokens, at, end, from, knowledge);
      if (next === null) break;
      end = next;
      at = next;
      continue;
    }
    at += 1;
  }
  return end;
}

/** "a 38-year-old man" */
function isAge(tokens: readonly Token[], at: number): boolean {
  return tokens[at + 1]?.joined === true && /^years?$/.test(tokens[at + 1]?.lower ?? '');
}

function isParticiple({ pos, lower }: Token): boolean {
  return pos === 'VERB' && /(?:ed|en|ing)$/.test(lower);
}

function isModified(tokens: readonly Token[], at: number, knowledge: NounKnowledge): boolean {
  const token = tokens[at];
  if (token === undefined || knowledge.isTaken(at)) return false;
  return (
    token.pos === 'NOUN' || knowledge.nounEnd(at) !== null || (token.pos === 'ADJ' && tokens[at + 1]?.pos === 'NOUN')
  );
}

/** "67 passengers and crew", "12 men, women and children": one number for all of them. */
function coordinated(
  tokens: readonly Token[],
  at: number,
  end: number,
  from: number,
  knowledge: NounKnowledge,
): number | null {
  if (end === from || at !== end) return null;
  if (tokens[at]?.lower === 'and' || tokens[at]?.lower === 'or') return knowledge.nounEnd(at + 1);
  if (tokens[at]?.text !== ',') return null;
  const next = knowledge.nounEnd(at + 1);
  return next !== null && tokens[next]?.lower === 'and' && knowledge.nounEnd(next + 1) !== null ? next : null;
}
