import { amountAt, type Amount } from '../reading/amount.js';
import type { Token } from '../reading/sentence.js';
import { quantityOf } from '../values/quantity.js';
import type { QuantityValue } from '../values/value.js';
import { ageAt } from './age.js';
import { fractionAt } from './fraction.js';

/** A figure that no vocabulary knows: its value, and by which nouns it is said what is counted. */
export interface OpenFigure {
  readonly kind: 'FIGURE';
  readonly text: string;
  readonly value: QuantityValue;
  /** Lemmas of the noun phrase after it, its head last; empty where none follows ("38 killed"). */
  readonly counted: readonly string[];
  /** "another 12", "12 others": of those beside whoever was counted before. */
  readonly isRest: boolean;
  /** First token, hedge included, and where the amount ends. */
  readonly from: number;
  readonly to: number;
}

const MOST_COUNTED = 5;
const OTHERS = new Set(['other', 'others', 'another', 'further', 'additional']);

/** The figure that begins at a token; null where none does. "no" and "none" deny and are no figures here. */
export function openFigureAt(text: string, tokens: readonly Token[], at: number): OpenFigure | null {
  const amount = ageAt(tokens, at) ?? fractionAt(tokens, at) ?? plainAmount(tokens, at);
  if (amount === null) return null;
  const read = quantityOf(amount.input, amount.unit);
  if (!read.ok) return null;
  const [first, last] = [tokens[amount.from], tokens[amount.to - 1]];
  const counted = countedAt(tokens, amount.to);
  return {
    kind: 'FIGURE',
    text: text.slice(first?.start, last?.end),
    value: read.value,
    counted,
    isRest: isRest(tokens, amount.from, amount.to),
    from: amount.from,
    to: amount.to,
  };
}

function plainAmount(tokens: readonly Token[], at: number): Amount | null {
  if (isOneOf(tokens, at)) return null;
  const amount = amountAt(tokens, at);
  return amount === null || amount.isNone ? null : amount;
}

function isRest(tokens: readonly Token[], from: number, to: number): boolean {
  const around = tokens.slice(Math.max(0, from - 2), to + 1);
  const isMore = tokens[to]?.lower === 'more' && tokens[to + 1]?.lower !== 'than';
  return isMore || around.some(({ lower }) => OTHERS.has(lower));
}

/** "one of the largest banks" counts nothing: others are as large. */
function isOneOf(tokens: readonly Token[], at: number): boolean {
  const [one, of, which] = tokens.slice(at, at + 3);
  return one?.lower === 'one' && of?.lower === 'of' && which !== undefined && !/^\p{N}/u.test(which.text);
}

/** "22 Navy personnel" counts [navy, personnel]; "12 of the 30 houses" counts houses. */
function countedAt(tokens: readonly Token[], from: number): readonly string[] {
  let at = from;
  if (tokens[at]?.lower === 'of') {
    at += 1;
    while (/^(?:the|those|these|its|their|his|her|\d+)$/.test(tokens[at]?.lower ?? '')) at += 1;
  }
  const lemmas: string[] = [];
  let nouns = 0;
  for (; at < tokens.length && lemmas.length < MOST_COUNTED; at += 1) {
    const token = tokens[at];
    if (token === undefined) break;
    const isNoun = token.pos === 'NOUN' || token.pos === 'PROPN';
    if (!isNoun && token.pos !== 'ADJ' && !token.joined) break;
    if (isNoun) nouns = lemmas.length + 1;
    lemmas.push(token.lemma.toLowerCase());
  }
  return lemmas.slice(0, nouns);
}

/** Equal for two figures that denote the same set in the same unit, and both or neither of the rest. */
export function figureKey({ value, isRest }: OpenFigure): string {
  const { lower, upper, lowerOpen, upperOpen, unit } = value;
  return `#${lowerOpen ? '(' : '['}${lower ?? ''},${upper ?? ''}${upperOpen ? ')' : ']'}${unit ?? ''}${isRest ? '+' : ''}`;
}
