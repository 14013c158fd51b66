import { BE, HAVE, RELATIVES, REPORTED } from './english/words.js';
import type { Token } from './sentence.js';

/** The auxiliaries and adverbs before a verb or adjective: "may reportedly have been" in "may ... have been killed". */
export interface VerbGroup {
  /** Where the group begins; the subject ends just before it. */
  readonly from: number;
  /** Whether a form of "be" is in it. */
  readonly hasBe: boolean;
  /** Whether any auxiliary is in it. */
  readonly hasAuxiliary: boolean;
}

const ADVERBIAL = new Set(['to', 'not', "n't", 'never', 'no', 'longer', 'and', 'either']);

/** Reads the group that ends just before token `at`. */
export function verbGroupBefore(tokens: readonly Token[], at: number): VerbGroup {
  let from = at;
  let hasBe = false;
  let hasAuxiliary = false;
  for (let index = at - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    const { lower, pos } = token;
    const isBe = BE.has(lower) && pos !== 'PART';
    const isAuxiliary = isBe || HAVE.has(lower) || pos === 'AUX' || lower === 'got';
    const isLink = lower !== 'and' && (ADVERBIAL.has(lower) || REPORTED.has(lower) || pos === 'ADV');
    const isRelative = RELATIVES.has(lower) && index < at - 1;
    if (!isAuxiliary && !isLink && !isRelative && !isRelativeBefore(token, index, at)) break;
    if (lower === 'said' && !BE.has(tokens[index - 1]?.lower ?? '')) break;
    hasBe ||= isBe;
    hasAuxiliary ||= isAuxiliary;
    from = index;
    if (isRelative) break;
  }
  return { from: trimAdverbs(tokens, from, at), hasBe, hasAuxiliary };
}

/** "who died" */
function isRelativeBefore({ lower }: Token, index: number, at: number): boolean {
  return index === at - 1 && (lower === 'who' || lower === 'that');
}

/** "aboard" in "67 people aboard were killed" is not of the verb's group. */
function trimAdverbs(tokens: readonly Token[], from: number, at: number): number {
  let first = from;
  while (
    first < at &&
    /^(?:aboard|on|board|onboard|there|inside|to|nearby|ashore|home)$/.test(tokens[first]?.lower ?? '')
  ) {
    first += 1;
  }
  return first;
}

/** "a collapsed church", "a flood warning": what stands before its noun tells of no event. */
export function isAttribute(tokens: readonly Token[], { from, to }: { from: number; to: number }): boolean {
  const [before, word, next] = [tokens[from - 1], tokens[from], tokens[to]];
  if (word?.pos === 'NOUN' && next?.pos === 'NOUN' && !next.joined) return true;
  if (to - from > 1 || word === undefined || !/(?:ed|en|ing|nk|unk)$/.test(word.lower)) return false;
  return next?.pos === 'NOUN' && !next.joined && before !== undefined && /^(?:DET|ADJ|ADP|NUM)$/.test(before.pos);
}
