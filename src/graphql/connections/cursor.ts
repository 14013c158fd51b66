/** A value that takes part in an ordering and so in a cursor. Dates go in as ISO strings, big numbers as strings. */
export type CursorValue = string | number | boolean | null;

/** Longest cursor that is read, in characters: a sort key is a few hundred bytes at most. */
const MAX_CURSOR_LENGTH = 2_048;

/**
 * Makes an opaque keyset cursor: base64url of the compact JSON `[ordering, ...values]`.
 *
 * @param ordering stable key of the ordering, for instance `createdAt:desc`; a cursor is only good for its own.
 * @param values the row's values in the columns of that ordering, unique key last.
 */
export function encodeCursor(ordering: string, values: readonly CursorValue[]): string {
  return Buffer.from(JSON.stringify([ordering, ...values])).toString('base64url');
}

/** What is wrong with a cursor: not made by this service, or made for another ordering. */
export type CursorFault = 'MALFORMED' | 'OTHER_ORDERING';

/** Reads a cursor back into its values, or says what is wrong with it. */
export function decodeCursor(cursor: string, ordering: string): readonly CursorValue[] | CursorFault {
  const parts = partsOf(cursor);
  if (parts === null) return 'MALFORMED';
  const [made, ...values] = parts;
  if (typeof made !== 'string') return 'MALFORMED';
  if (made !== ordering) return 'OTHER_ORDERING';
  return values.length > 0 && values.every(isCursorValue) ? values : 'MALFORMED';
}

function partsOf(cursor: string): unknown[] | null {
  if (cursor.length > MAX_CURSOR_LENGTH) return null;
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.toString('base64url') !== cursor) return null;
  try {
    const parts: unknown = JSON.parse(bytes.toString('utf8'));
    return Array.isArray(parts) ? parts : null;
  } catch {
    return null;
  }
}

function isCursorValue(value: unknown): value is CursorValue {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
