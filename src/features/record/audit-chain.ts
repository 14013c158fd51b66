import { createHash } from 'node:crypto';

/** What stands before the first event. */
export const GENESIS = Buffer.alloc(32);

/** An entry of the chain as the database has it, with its event as the text that is hashed; null where that is gone. */
export interface ChainEntry {
  readonly seq: bigint;
  readonly eventId: string;
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
  readonly text: string | null;
}

/** A place in the chain: all up to it is proven by its hash. */
export interface ChainPlace {
  readonly seq: bigint;
  readonly hash: Buffer;
}

/** What is wrong with an entry. */
export type ChainFault = 'MISSING' | 'MOVED' | 'EVENT_GONE' | 'CHANGED';

/** SHA-256 of the hash before and, in UTF-8, of the entry's number, a space and the event's text. */
export function hashOfEntry(previous: Uint8Array, seq: bigint, text: string): Buffer {
  return createHash('sha256').update(previous).update(`${seq} ${text}`).digest();
}

/**
 * What is wrong with the entry that stands next after a place where all is well: its number is not the next, it does not
 * follow what stands before it, its event is gone, or is not what was hashed. Null where nothing is.
 */
export function faultOf(entry: ChainEntry, before: ChainPlace): ChainFault | null {
  if (entry.seq !== before.seq + 1n) return 'MISSING';
  if (!before.hash.equals(entry.previous)) return 'MOVED';
  if (entry.text === null) return 'EVENT_GONE';
  return hashOfEntry(before.hash, entry.seq, entry.text).equals(entry.hash) ? null : 'CHANGED';
}
