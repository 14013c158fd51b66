import type { Place } from '../anchoring/find-quote.js';
import type { QuantityValue } from '../values/value.js';
import { amountAt, amountValue, type Amount } from './amount.js';
import { isForeignUnit } from './counting.js';
import type { ReadableProperty } from './recognition.js';
import type { Sentence, Token } from './sentence.js';

/**
 * The figure that stands at one of some places of a passage, read by the grammar with the hedge and unit that stand
 * there: "at least 14" where only "14" was pointed at.
 * @returns a problem where no figure stands there, several different ones do, or it is of another unit
 */
export function figureAmong(
  sentences: readonly Sentence[],
  places: readonly Place[],
  property: ReadableProperty,
): QuantityValue | 'VALUE_NOT_IN_QUOTE' | 'VALUE_OF_OTHER_TYPE' {
  const amounts = places.flatMap((place) => amountOver(sentences, place) ?? []);
  const [first] = amounts;
  if (first === undefined) return 'VALUE_NOT_IN_QUOTE';
  const same = JSON.stringify(first.input);
  if (amounts.some(({ input }) => JSON.stringify(input) !== same)) return 'VALUE_NOT_IN_QUOTE';
  const value = isForeignUnit({ amount: first }, property) ? null : amountValue(first, property.unit);
  return value ?? 'VALUE_OF_OTHER_TYPE';
}

/** The amount whose words have some words of a passage in them, or lie in them; the one that begins first. */
function amountOver(sentences: readonly Sentence[], { start, end }: Place): Amount | null {
  const tokens = sentences.find((sentence) => sentence.start <= start && sentence.end >= end)?.tokens ?? [];
  for (let at = 0; at < tokens.length; at += 1) {
    const amount = amountAt(tokens, at);
    const words = amount && spanOf(tokens, amount);
    if (words === null) continue;
    const isOver = words.start <= start && words.end >= end;
    const isWithin = words.start >= start && words.end <= end;
    if (isOver || isWithin) return amount;
  }
  return null;
}

function spanOf(tokens: readonly Token[], { from, to }: Amount): Place | null {
  const [first, last] = [tokens[from], tokens[to - 1]];
  return first && last ? { start: first.start, end: last.end } : null;
}
