import { createHash } from 'node:crypto';

/** Every connection keeps what it prepared until it closes, so the number of different texts must have a bound. */
const MOST_NAMES = 500;

/**
 * Names under which statements are prepared, one for each text, at most 500 of them. A text beyond that gets no name
 * and is planned each time that it is sent: slower, never wrong.
 */
export class StatementNames {
  readonly #names = new Map<string, string>();

  nameOf(text: string): string | undefined {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    if (this.#names.size >= MOST_NAMES) return undefined;
    // 96 bits: two of 500 texts sharing a name is out of the question, and the driver refuses it if it happens.
    const name = `g_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
    this.#names.set(text, name);
    return name;
  }
}
