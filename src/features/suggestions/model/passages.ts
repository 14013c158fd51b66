import type { Passage } from '../../../domain/reading/index.js';

/**
 * Cuts a text into passages of at most `length` UTF-16 code units, one after the other: between paragraphs where it can,
 * else between sentences, else words. Passages that have no words are left out.
 */
export function passagesOf(text: string, length: number): readonly Passage[] {
  const passages: Passage[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.length - start <= length ? text.length : start + cutOf(text.slice(start, start + length));
    const passage = { text: text.slice(start, end), start };
    if (passage.text.trim() !== '') passages.push(passage);
    start = end;
  }
  return passages;
}

/** Ends of what is best left whole, the best first: a paragraph, a line, a sentence, a word. */
const ENDS: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /[.!?]["\u201D\u2019)]*\s/g, /\s/g];
const HALF_A_CHARACTER = /[\uD800-\uDBFF]$/;

/** Where to cut: at the best end that leaves no passage shorter than half of what it may have. */
function cutOf(window: string): number {
  for (const ends of ENDS) {
    const last = [...window.matchAll(ends)].at(-1);
    const cut = last === undefined ? 0 : last.index + last[0].length;
    if (cut >= window.length / 2) return cut;
  }
  return HALF_A_CHARACTER.test(window) && window.length > 1 ? window.length - 1 : window.length;
}
