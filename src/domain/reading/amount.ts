import Big from 'big.js';
import { quantityOf, type QuantityInput } from '../values/quantity.js';
import type { QuantityValue } from '../values/value.js';
import { HEDGES_AFTER, HEDGES_BEFORE, type Hedge } from './english/hedges.js';
import { Lexicon } from './lexicon.js';
import { unitAt, currencyAt } from './measure-words.js';
import { numberAt, type ReadNumber } from './number.js';
import type { Token } from './sentence.js';
import { patternsOf } from './wording.js';

/** A figure with its hedge and unit, without what it counts. Tokens `from` to `to` (exclusive). */
export interface Amount {
  readonly input: QuantityInput;
  readonly from: number;
  readonly to: number;
  /** "no", "none", "nobody": nothing at all. */
  readonly isNone: boolean;
  readonly unit: string | null;
  /** Digits alone, without hedge or unit: "2019" may be a year. */
  readonly isBareDigits: boolean;
}

const before = lexiconOf(HEDGES_BEFORE);
const after = lexiconOf(HEDGES_AFTER);
/** "Nearly 40" is above nine tenths of it: a convention of Gainsay. */
const NEARLY_FROM = '0.9';

/** The hedge that begins at a token and where it ends; null where none does. */
export function hedgeAt(tokens: readonly Token[], from: number): { readonly hedge: Hedge; readonly to: number } | null {
  const found = before.longestAt(tokens, from);
  return found === null ? null : { hedge: found.entry, to: found.to };
}

/** What a hedge makes of an exact amount. */
export function hedgedAmount(amount: string, hedge: Hedge | null): QuantityInput {
  return inputOf({ lower: amount, upper: amount, vague: false }, hedge);
}

function lexiconOf(hedges: readonly (readonly [string, Hedge])[]): Lexicon<Hedge> {
  const lexicon = new Lexicon<Hedge>();
  for (const [wording, hedge] of hedges) lexicon.add(patternsOf(wording), hedge);
  return lexicon;
}

/** Reads the amount that begins at a token, hedge first; null where none does. */
export function amountAt(tokens: readonly Token[], from: number): Amount | null {
  const hedge = before.longestAt(tokens, from);
  if (hedge !== null) {
    const inner = hedge.entry === 'EXACT' ? amountAt(tokens, hedge.to) : null;
    if (inner !== null) return { ...inner, from, isBareDigits: false };
    const hedged = plainAmount(tokens, from, skipArticle(tokens, hedge.to), hedge.entry);
    if (hedged !== null) return hedged;
  }
  if (tokens[from]?.lower === 'between') return betweenAmount(tokens, from);
  return plainAmount(tokens, from, from, null);
}

/** "at least a further 12", "some 12". */
function skipArticle(tokens: readonly Token[], at: number): number {
  const isFurther =
    tokens[at]?.lower === 'another' || (tokens[at]?.lower === 'a' && tokens[at + 1]?.lower === 'further');
  if (!isFurther) return at;
  return tokens[at]?.lower === 'another' ? at + 1 : at + 2;
}

function betweenAmount(tokens: readonly Token[], from: number): Amount | null {
  const low = numberAt(tokens, from + 1);
  if (low === null || tokens[low.to]?.lower !== 'and') return null;
  const high = numberAt(tokens, low.to + 1);
  return high === null ? null : rangeAmount(tokens, from, low, high);
}

function plainAmount(tokens: readonly Token[], from: number, at: number, hedge: Hedge | null): Amount | null {
  const currency = currencyAt(tokens, at);
  const first = numberAt(tokens, currency?.to ?? at);
  if (first === null || isPartOfWord(tokens, first)) return null;
  const second =
    hedge === null || hedge === 'ABOUT' || hedge === 'EXACT'
      ? rangeEnd(tokens, first, tokens[from - 1]?.lower === 'from')
      : null;
  if (second !== null) return rangeAmount(tokens, from, first, second, currency?.unit);
  const behind = after.longestAt(tokens, first.to);
  const end = behind?.to ?? first.to;
  const unit = currency === null ? unitAt(tokens, end) : { unit: currency.unit, to: end };
  const kind = hedge ?? behind?.entry ?? null;
  return {
    input: { ...inputOf(first, kind), unit: unit?.unit ?? null },
    from,
    to: unit?.to ?? end,
    isNone: first.isNone,
    unit: unit?.unit ?? null,
    isBareDigits: first.inDigits && kind === null && unit === null,
  };
}

/** "34-year-old", "747-400", "U-17": the number is a part of another word. */
function isPartOfWord(tokens: readonly Token[], { to, inDigits }: ReadNumber): boolean {
  const next = tokens[to];
  if (!inDigits || next === undefined) return false;
  const isAge = next.joined && /^(?:year|month|week|day|hour|minute|foot|seater|storey|story)s?$/.test(next.lower);
  const isMark = next.start === tokens[to - 1]?.end && !next.joined && /^(?:st|nd|rd|th|:)$/.test(next.lower);
  return isAge || isMark;
}

/** "12 to 15", "12-15", "two or three"; "rose from 12 to 15" is a rise. */
function rangeEnd(tokens: readonly Token[], first: ReadNumber, isRise: boolean): ReadNumber | null {
  const link = tokens[first.to];
  if (link === undefined || first.isNone || first.vague) return null;
  const at = link.joined && link.pos !== 'PUNCT' ? first.to : first.to + 1;
  if (at !== first.to && isRise) return null;
  if (at !== first.to && link.lower !== 'to' && link.lower !== 'or') return null;
  const second = numberAt(tokens, at);
  if (second === null || second.vague || second.isNone || !new Big(second.upper).gt(first.lower)) return null;
  return second;
}

function rangeAmount(
  tokens: readonly Token[],
  from: number,
  low: ReadNumber,
  high: ReadNumber,
  currency?: string,
): Amount {
  const unit = currency === undefined ? unitAt(tokens, high.to) : { unit: currency, to: high.to };
  return {
    input: { lowerBound: low.lower, upperBound: high.upper, unit: unit?.unit ?? null },
    from,
    to: unit?.to ?? high.to,
    isNone: false,
    unit: unit?.unit ?? null,
    isBareDigits: false,
  };
}

type Bounds = Pick<ReadNumber, 'lower' | 'upper' | 'vague'>;

function inputOf(number: Bounds, hedge: Hedge | null): QuantityInput {
  const { lower, upper, vague } = number;
  switch (hedge) {
    case 'AT_LEAST':
      return { ...amountOf(number), lowerBound: lower };
    case 'MORE_THAN':
      return { ...amountOf(number), lowerBound: lower, lowerExclusive: !vague };
    case 'AT_MOST':
      return { ...amountOf(number), upperBound: upper };
    case 'FEWER_THAN':
      return { ...amountOf(number), upperBound: upper, upperExclusive: true };
    case 'NEARLY':
      return {
        ...amountOf(number),
        lowerBound: new Big(lower).times(NEARLY_FROM).toFixed(),
        upperBound: upper,
        upperExclusive: true,
      };
    case 'ABOUT':
      return vague ? { lowerBound: lower, upperBound: upper } : { amount: lower, approximate: true };
    case 'EXACT':
    case null:
      return vague ? { lowerBound: lower, upperBound: upper } : { amount: lower };
  }
}

function amountOf({ lower, vague }: Bounds): QuantityInput {
  return vague ? {} : { amount: lower };
}

/** The value for a property in `propertyUnit`, or null where the figure is of another dimension. */
export function amountValue(amount: Amount, propertyUnit: string | null): QuantityValue | null {
  const read = quantityOf(amount.input, propertyUnit);
  return read.ok ? read.value : null;
}
