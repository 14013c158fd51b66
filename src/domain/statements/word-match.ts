import { areKin } from './kinship.js';
import { areOpposites } from './opposition.js';
import type { StatementWord } from './statement.js';
import type { Thesaurus, WordRelation } from './thesaurus.js';

const LEAST_STEM = 4;

/** How two words relate, read from the first to the second; null where nothing ties them. */
export function relateWords(a: StatementWord, b: StatementWord, thesaurus: Thesaurus): WordRelation | null {
  if (a.lemma === b.lemma) return 'SYNONYM';
  if (areAbbreviated(a, b) || isPluralOf(a, b) || isPluralOf(b, a)) return 'SYNONYM';
  if (areNegatedForms(a, b)) return 'ANTONYM';
  if (a.wordClass === null || b.wordClass === null) return null;
  if (a.wordClass === b.wordClass && areOpposites(a.lemma, b.lemma)) return 'ANTONYM';
  const known = a.wordClass === b.wordClass ? thesaurus.relate(a.lemma, b.lemma, a.wordClass) : null;
  const isLoose = known === null || known === 'SIBLING' || known === 'BROADER';
  if (isLoose && areKin(a.lemma, b.lemma)) return 'RELATED';
  if (known !== null) return known;
  if (isDescription(a, b) || isDescription(b, a)) {
    const described = thesaurus.relate(a.text.toLowerCase(), b.text.toLowerCase(), 'ADJ');
    if (described === 'ANTONYM' || described === 'SYNONYM') return described;
  }
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

/** "Documents" at the head of a sentence was taken for a name, of which there is no plural. */
function isPluralOf(a: StatementWord, b: StatementWord): boolean {
  return a.isName && !b.isName && (a.lemma === `${b.lemma}s` || a.lemma === `${b.lemma}es`);
}

/** "open" and "closed": a participle beside an adjective describes, too. */
function isDescription(a: StatementWord, b: StatementWord): boolean {
  return a.wordClass === 'ADJ' && b.wordClass === 'VERB' && /(?:ed|en|ing)$/i.test(b.text);
}

/** In their dictionary forms or as they stand: "unknown" and "known", whose dictionary form is "know". */
function areNegatedForms(a: StatementWord, b: StatementWord): boolean {
  const forms = ({ lemma, text }: StatementWord): readonly string[] => [lemma, text.toLowerCase()];
  return forms(a).some((first) =>
    forms(b).some((second) => isNegatedForm(first, second) || isNegatedForm(second, first)),
  );
}

/** "unhappy", "dishonest", "impossible", "irregular", "inactive", "non-violent" against the word without the prefix. */
function isNegatedForm(word: string, base: string): boolean {
  if (base.length < LEAST_STEM) return false;
  return ['un', 'dis', 'in', 'im', 'ir', 'il', 'non', 'non-'].some((prefix) => word === `${prefix}${base}`);
}

/** "Spain" and "Spanish", "elect" and "election": the same beginning, and most of both words. */
export function shareStem(a: string, b: string): boolean {
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
