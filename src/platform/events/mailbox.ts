import { setImmediate as gathered } from 'node:timers/promises';
import { ServiceUnavailableException } from '@nestjs/common';

/** Most objects that wait in a mailbox; whoever is further behind has to read anew. */
const MOST_WAITING = 10_000;
/** Most objects that are taken out at once. */
const AT_ONCE = 50;

/**
 * Objects that changed and that somebody has not looked at yet, each once however often it changed. It is taken out in
 * batches, as fast as its owner comes: it never makes the writer of a change wait, and it holds keys only, so many at most.
 */
export class Mailbox<Key> implements AsyncIterableIterator<readonly Key[]> {
  readonly #waiting = new Map<string, Key>();
  #taker: { take(): void; fail(error: Error): void } | null = null;
  #failure: Error | null = null;
  #closed = false;

  /**
   * @param nameOf tells keys apart
   * @param onClose told once, when nothing more will be taken out
   */
  constructor(
    private readonly nameOf: (key: Key) => string,
    private readonly onClose: () => void,
  ) {}

  put(keys: readonly Key[]): void {
    if (this.#closed) return;
    for (const key of keys) this.#waiting.set(this.nameOf(key), key);
    if (this.#waiting.size > MOST_WAITING) {
      this.fail(new ServiceUnavailableException('More has changed than was received. Read anew and subscribe again.'));
    }
    this.#taker?.take();
  }

  /** Ends it with an error, as something that should be in it is not. */
  fail(error: Error): void {
    if (this.#closed) return;
    this.#failure = error;
    this.#close();
    this.#taker?.fail(error);
  }

  /** The keys that have waited longest; waits for some where there are none. One call at a time. */
  async next(): Promise<IteratorResult<readonly Key[], undefined>> {
    if (this.#waiting.size === 0 && !this.#closed) {
      await new Promise<void>((take, fail) => {
        this.#taker = { take, fail };
      }).finally(() => (this.#taker = null));
      // One transaction tells what it changed in several messages, which come together.
      await gathered();
    }
    if (this.#failure) throw this.#failure;
    if (this.#waiting.size === 0) return { done: true, value: undefined };
    const batch = [...this.#waiting].slice(0, AT_ONCE);
    for (const [name] of batch) this.#waiting.delete(name);
    return { done: false, value: batch.map(([, key]) => key) };
  }

  return(): Promise<IteratorResult<readonly Key[], undefined>> {
    this.#close();
    this.#taker?.take();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#waiting.clear();
    this.onClose();
  }
}
