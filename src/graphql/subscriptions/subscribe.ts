import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { runInRequest, type RequestContext } from '../../platform/request-context/index.js';
import type { EventBatch } from './event-batches.js';
import type { Turns } from './turns.js';

/**
 * Subscribes: the results of what the subscription's resolver gives, in its order, or why there are none.
 *
 * As `subscribe` of graphql-js, but that events come in batches, each read and answered at once, so that the loaders of
 * its context take as many statements for fifty objects as for one; and that leaving ends the stream at once.
 * @param turns in which batches are read and answered, as all subscribers share the database with everybody else
 * @param request what batches are read in: it says whom for
 */
export async function subscribeInBatches(
  args: ExecutionArgs,
  turns: Turns,
  request: RequestContext,
): Promise<AsyncGenerator<ExecutionResult, undefined> | ExecutionResult> {
  const source = await runInRequest(request, () => createSourceEventStream(args));
  if (!(Symbol.asyncIterator in source)) return source;
  // The resolvers of subscriptions give nothing else.
  const batches = source[Symbol.asyncIterator]() as AsyncIterator<EventBatch>;
  return new ResultStream(batches, (batch) =>
    turns.take(() =>
      runInRequest(request, async () => {
        const { context, values } = await batch();
        const answer = async (rootValue: object): Promise<ExecutionResult> =>
          execute({ ...args, rootValue, contextValue: context });
        return Promise.all(values.map(answer));
      }),
    ),
  );
}

/** Written by hand, since a generator that waits for its next event could not be ended before that came. */
class ResultStream implements AsyncGenerator<ExecutionResult, undefined> {
  #ready: ExecutionResult[] = [];

  constructor(
    private readonly batches: AsyncIterator<EventBatch>,
    private readonly resultsOf: (batch: EventBatch) => Promise<ExecutionResult[]>,
  ) {}

  async next(): Promise<IteratorResult<ExecutionResult, undefined>> {
    for (;;) {
      const ready = this.#ready.shift();
      if (ready) return { done: false, value: ready };
      const batch = await this.batches.next();
      if (batch.done === true) return { done: true, value: undefined };
      try {
        this.#ready = await this.resultsOf(batch.value);
      } catch (error) {
        await this.return();
        throw error;
      }
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult, undefined>> {
    this.#ready = [];
    await this.batches.return?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
