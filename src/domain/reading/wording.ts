import { formsOf } from './english/inflection.js';
import type { Wording } from './recognition.js';
import type { Token } from './sentence.js';

/** How many words `...` stands for at most. */
const GAP = 4;
const PUNCTUATION = /^[.,;:!?()[\]]$/;

type Element =
  | { readonly kind: 'WORD'; readonly forms: ReadonlySet<string>; readonly properNoun: boolean }
  | { readonly kind: 'GAP' }
  | { readonly kind: 'SLOT' };

/** A wording made ready to be matched. */
export type Pattern = readonly Element[];

const NO_SLOTS: SlotEnds = () => [];

/** What stands in the place of `{value}`: where it ends, for a slot that begins at some token. */
export type SlotEnds = (from: number) => readonly number[];

/** The patterns of a wording: several, where words of it may be left out. */
export function patternsOf(wording: Wording): readonly Pattern[] {
  let patterns: Element[][] = [[]];
  for (const word of wordsOf(wording)) {
    const isOptional = word.endsWith('?') && word.length > 1;
    const element = elementOf(isOptional ? word.slice(0, -1) : word);
    const extended = patterns.map((pattern) => [...pattern, element]);
    patterns = isOptional ? [...patterns, ...extended] : extended;
  }
  return patterns.filter((pattern) => pattern.some(({ kind }) => kind === 'WORD'));
}

/** Hyphens join words that the reader takes apart; a possessive is a word of its own. */
function wordsOf(wording: Wording): readonly string[] {
  return wording
    .replaceAll(/[\u2018\u2019]/g, "'")
    .replaceAll(/(?<=\w)-(?=\w)/g, ' ')
    .replaceAll(/(?<=\w)'s\b/g, " 's")
    .split(/\s+/)
    .filter((word) => word !== '');
}

function elementOf(word: string): Element {
  if (word === '...') return { kind: 'GAP' };
  if (word === '{value}') return { kind: 'SLOT' };
  const forms = word.split('|').flatMap((choice) => (choice.endsWith('~') ? formsOf(choice.slice(0, -1)) : [choice]));
  return { kind: 'WORD', forms: new Set(forms.map((form) => form.toLowerCase())), properNoun: /^\p{Lu}/u.test(word) };
}

/** The words that a pattern can begin with; null where it begins with a slot or a gap. */
export function firstWords([first]: Pattern): readonly string[] | null {
  return first?.kind === 'WORD' ? [...first.forms] : null;
}

/**
 * Where a pattern that begins at token `from` ends (exclusive), or null. A gap takes as few words as will do and
 * crosses no punctuation. `slotEnds` says where values end that stand in the place of `{value}`.
 */
export function matchEnd(
  pattern: Pattern,
  tokens: readonly Token[],
  from: number,
  slotEnds: SlotEnds = NO_SLOTS,
  element = 0,
): number | null {
  const wanted = pattern[element];
  if (wanted === undefined) return from;
  if (wanted.kind === 'SLOT') {
    for (const end of slotEnds(from)) {
      const found = matchEnd(pattern, tokens, end, slotEnds, element + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const token = tokens[from];
  if (token === undefined) return null;
  if (wanted.kind === 'WORD') {
    return isWord(token, wanted) ? matchEnd(pattern, tokens, from + 1, slotEnds, element + 1) : null;
  }
  for (let length = 0; length <= GAP; length += 1) {
    const end = matchEnd(pattern, tokens, from + length, slotEnds, element + 1);
    if (end !== null) return end;
    const skipped = tokens[from + length];
    if (skipped === undefined || PUNCTUATION.test(skipped.text)) return null;
  }
  return null;
}

/** Names ("Turkey", "US") are written with a capital; what a pack writes small may stand in either case. */
function isWord({ text, lower }: Token, { forms, properNoun }: Element & { kind: 'WORD' }): boolean {
  return forms.has(lower) && (!properNoun || /^\p{Lu}/u.test(text));
}
