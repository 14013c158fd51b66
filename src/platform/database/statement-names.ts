import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Every connection keeps what it prepared until it closes, so the number of different texts must have a bound. */
const MOST_NAMES = 500;
/** Texts that are remembered to have been sent once. */
const MOST_SEEN = 1_000;

/**
 * Names under which statements are prepared, one for each text that comes again, at most 500 of them. Statements are
 * made for what a client asks for, so texts that come but once must not take the names of those that stay. A text
 * without a name is planned each time that it is sent: slower, never wrong.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();
  readonly #seen = new LRUCache<string, true>({ max: MOST_SEEN });

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (!this.#seen.get(text)) {
      this.#seen.set(text, true);
      return undefined;
    }
    if (this.#names.size >= MOST_NAMES) return undefined;
    // 96 bits: two of 500 texts sharing a name is out of the question, and the driver refuses it if it happens.
    const name = `g_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, name);
    return name;
  }
}
