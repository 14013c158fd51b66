import { BulkProblem } from './bulk-import.service.js';

/**
 * Passes chunks on as they come, for as long as each comes in time.
 * @param patience how long to wait for one, in milliseconds
 * @param stop ends the waiting when the service stops
 * @throws BulkProblem TIMED_OUT or STOPPING
 */
export async function* patiently<T>(
  chunks: AsyncIterable<T>,
  patience: number,
  stop: AbortSignal,
): AsyncGenerator<T, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  for (;;) {
    const next = await nextOf(iterator, patience, stop);
    if (next.done) return;
    yield next.value;
  }
}

async function nextOf<T>(iterator: AsyncIterator<T>, patience: number, stop: AbortSignal): Promise<IteratorResult<T>> {
  let giveUp: () => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const givenUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new BulkProblem('TIMED_OUT', `Nothing more of the file came within ${patience / 1000} s.`));
    }, patience);
    giveUp = () => {
      reject(new BulkProblem('STOPPING', 'The service stops. What was written stays; send the file again.'));
    };
    if (stop.aborted) giveUp();
    else stop.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([iterator.next(), givenUp]);
  } finally {
    clearTimeout(timer);
    stop.removeEventListener('abort', giveUp);
  }
}
