/** Objects as a subscriber may see them, and the context that they were read in and are answered from. */
export interface ReadEvents {
  readonly context: object;
  readonly values: readonly object[];
}

/** What the resolver of a subscription gives: what is to be read and sent, when its turn has come. */
export type EventBatch = () => Promise<ReadEvents>;

/** A context that can be had once more for what happens later: the same caller, and nothing that was read before. */
export interface Renewable<Context> {
  /** @throws UnauthorizedException where the caller may no longer be served as who they were */
  renewed(): Promise<Context>;
}

/**
 * Reads what somebody follows, batch by batch.
 * @param keys what has changed; closed when the subscriber leaves or the last event has been read
 * @param read gives an object as the context's viewer may see it; null where they may not, and nothing is sent
 * @param isLast whether nothing can come after an object
 */
export function eventBatches<Context extends Renewable<Context>, Key, Value extends object>(
  keys: AsyncIterableIterator<readonly Key[]>,
  context: Context,
  read: (context: Context, key: Key) => Promise<Value | null>,
  isLast: (value: Value) => boolean = () => false,
): AsyncIterableIterator<EventBatch> {
  const batchOf =
    (some: readonly Key[]): EventBatch =>
    async () => {
      const fresh = await context.renewed();
      const found = await Promise.all(some.map((key) => read(fresh, key)));
      const values = found.filter((value) => value !== null);
      if (values.some(isLast)) await keys.return?.();
      return { context: fresh, values };
    };
  return {
    async next() {
      const some: IteratorResult<readonly Key[], unknown> = await keys.next();
      return some.done === true ? { done: true, value: undefined } : { done: false, value: batchOf(some.value) };
    },
    async return() {
      await keys.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
