import { MAX_NAME } from '../../../graphql/validation/words.js';

/** One line of at most a name's length from whatever a document has for it; null where that says nothing. */
export function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value
    .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, MAX_NAME)
    // The cut may have gone through a character.
    .replace(/\p{Cs}$/u, '')
    .trim();
  return line === '' ? null : line;
}

/** An ISO 8601 date, alone or with a time; without an offset it counts as UTC. Anything else gives null. */
export function instantOf(value: unknown): string | null {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
    typeof value === 'string' ? value.trim() : '',
  );
  if (!found) return null;
  const [, day, minute = '00:00', second = ':00', offset = 'Z'] = found;
  const instant = new Date(`${day}T${minute}${second}${offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** A language tag in the form that sources have; null for anything else. */
export function languageOf(value: unknown): string | null {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/.test(tag) ? tag : null;
}

/** The text of a document as it is kept: line breaks of one kind, no trailing blanks, no more than one empty line. */
export function textOfDocument(text: string): string {
  return text
    .replaceAll(/\p{Cs}/gu, '\ufffd')
    .replaceAll(/\r\n?|[\u2028\u2029\f]/g, '\n')
    .replaceAll(/[^\S\n]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
