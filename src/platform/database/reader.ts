import type { Transaction } from './database.js';

/** Where a statement reads: the database as it is, or as a transaction sees it. */
export type Reader = Pick<Transaction, 'query'>;

/** A pattern for ILIKE that finds a text anywhere, its own wildcards taken literally. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
