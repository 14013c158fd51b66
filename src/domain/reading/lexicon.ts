import type { Token } from './sentence.js';
import { firstWords, matchEnd, type Pattern } from './wording.js';

/** Something that is known by wordings, found at tokens `from` to `to` (exclusive). */
export interface Match<Entry> {
  readonly entry: Entry;
  readonly from: number;
  readonly to: number;
}

const NONE: readonly never[] = [];

/** Many wordings at once, found by their first words. */
export class Lexicon<Entry> {
  private readonly byFirstWord = new Map<string, { readonly pattern: Pattern; readonly entry: Entry }[]>();

  /** Patterns that begin with a slot or a gap have no first word and cannot be added. */
  add(patterns: readonly Pattern[], entry: Entry): void {
    for (const pattern of patterns) {
      for (const word of new Set(firstWords(pattern) ?? [])) {
        const known = this.byFirstWord.get(word);
        if (known === undefined) this.byFirstWord.set(word, [{ pattern, entry }]);
        else known.push({ pattern, entry });
      }
    }
  }

  /** All that begins at a token. */
  at(tokens: readonly Token[], from: number): readonly Match<Entry>[] {
    const found: Match<Entry>[] = [];
    this.collect(tokens, from, found);
    return found;
  }

  /** The longest that begins at a token; the first added among equals. */
  longestAt(tokens: readonly Token[], from: number): Match<Entry> | null {
    const candidates = this.byFirstWord.get(tokens[from]?.lower ?? '');
    if (candidates === undefined) return null;
    let longest: Match<Entry> | null = null;
    for (const { pattern, entry } of candidates) {
      const to = matchEnd(pattern, tokens, from);
      if (to !== null && (longest === null || to > longest.to)) longest = { entry, from, to };
    }
    return longest;
  }

  /** All in a sentence, in order. */
  in(tokens: readonly Token[]): readonly Match<Entry>[] {
    const found: Match<Entry>[] = [];
    for (let from = 0; from < tokens.length; from += 1) this.collect(tokens, from, found);
    return found;
  }

  /** The longest ones of a sentence that do not overlap, from left to right. */
  longestIn(tokens: readonly Token[]): readonly Match<Entry>[] {
    const found: Match<Entry>[] = [];
    for (let from = 0; from < tokens.length;) {
      const match = this.longestAt(tokens, from);
      if (match === null || match.to <= from) {
        from += 1;
      } else {
        found.push(match);
        from = match.to;
      }
    }
    return found;
  }

  private collect(tokens: readonly Token[], from: number, found: Match<Entry>[]): void {
    for (const { pattern, entry } of this.byFirstWord.get(tokens[from]?.lower ?? '') ?? NONE) {
      const to = matchEnd(pattern, tokens, from);
      if (to !== null) found.push({ entry, from, to });
    }
  }
}
