import type { StatementWord } from './statement.js';
import type { Thesaurus, WordRelation } from './thesaurus.js';

const LEAST_STEM = 4;

/** How two words relate, read from the first to the second; null where nothing ties them. */
export function relateWords(a: StatementWord, b: StatementWord, thesaurus: Thesaurus): WordRelation | null {
  if (a.lemma === b.lemma) return 'SYNONYM';
  if (areAbbreviated(a, b)) return 'SYNONYM';
  if (isNegatedForm(a.lemma, b.lemma) || isNegatedForm(b.lemma, a.lemma)) return 'ANTONYM';
  if (a.wordClass === null || b.wordClass === null) return null;
  const known = a.wordClass === b.wordClass ? thesaurus.relate(a.lemma, b.lemma, a.wordClass) : null;
  if (known !== null) return known;
  if (a.wordClass !== b.wordClass && thesaurus.relate(a.lemma, b.lemma, b.wordClass) === 'RELATED') return 'RELATED';
  return shareStem(a.lemma, b.lemma) ? 'RELATED' : null;
}

/** "U.S." and "US"; "J." and "John" for names. */
function areAbbreviated(a: StatementWord, b: StatementWord): boolean {
  const [first, second] = [a.lemma.replaceAll('.', ''), b.lemma.replaceAll('.', '')];
  if (first === second) return first !== '';
  if (!a.isName || !b.isName) return false;
  const [short, long] = a.lemma.length < b.lemma.length ? [a.lemma, b.lemma] : [b.lemma, a.lemma];
  return short.endsWith('.') && long.startsWith(short.slice(0, -1)) && short.length > 1;
}

/** "unhappy", "dishonest", "impossible", "irregular", "inactive", "non-violent" against the word without the prefix. */
function isNegatedForm(word: string, base: string): boolean {
  if (base.length < LEAST_STEM) return false;
  return ['un', 'dis', 'in', 'im', 'ir', 'il', 'non', 'non-'].some((prefix) => word === `${prefix}${base}`);
}

/** "Spain" and "Spanish", "elect" and "election": the same beginning, and most of both words. */
function shareStem(a: string, b: string): boolean {
  let length = 0;
  while (length < a.length && a.charAt(length) === b.charAt(length)) length += 1;
  return (
    length >= LEAST_STEM && length >= Math.min(a.length, b.length) - 2 && length >= Math.max(a.length, b.length) - 5
  );
}

/** How far the first word says what the second says, from 0 to 1. */
export function supportOf(relation: WordRelation | null): number {
  switch (relation) {
    case 'SYNONYM':
      return 1;
    case 'NARROWER':
      return 0.9;
    case 'RELATED':
      return 0.8;
    case 'BROADER':
      return 0.5;
    case 'SIBLING':
      return 0.2;
    case 'ANTONYM':
    case null:
      return 0;
  }
}
