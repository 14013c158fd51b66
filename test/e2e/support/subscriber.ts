import { setTimeout as delay } from 'node:timers/promises';
import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Database } from '../../../src/platform/database/index.js';
import { currentRequest } from '../../../src/platform/request-context/index.js';
import { ADMIN_KEY } from '../../support/start-app.js';
import type { Json } from './api-client.js';

/** How long an event may take before the test is given up, in milliseconds. */
const PATIENCE = 20_000;

/** What a test's subscriptions are called among the requests that are served. */
const SUBSCRIBER = 'subscriber';

/** A client of subscriptions, as any would be: a WebSocket and the graphql-transport-ws protocol. */
export class Subscriber {
  readonly #client: Client;
  /** Settled when the connection closes, with the code. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;

  /**
   * @param key sent when the connection begins; null for none
   * @param headers of the request that becomes the WebSocket
   */
  constructor(
    { url }: { readonly url: string },
    key: string | null = ADMIN_KEY,
    headers: Readonly<Record<string, string>> = {},
  ) {
    let close: (event: { code: number; reason: string }) => void;
    this.closed = new Promise((resolve) => (close = resolve));
    this.#client = createClient({
      url: `${url.replace(/^http/, 'ws')}/graphql`,
      webSocketImpl: socketWith({ ...headers, 'x-request-id': SUBSCRIBER }),
      retryAttempts: 0,
      ...(key !== null && { connectionParams: { Authorization: `Bearer ${key}` } }),
      on: { closed: (event) => close(event as { code: number; reason: string }) },
    });
  }

  subscribe(query: string, variables: Record<string, unknown> = {}): Events {
    return new Events(this.#client.iterate<Json>({ query, variables }));
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}

/** A WebSocket that sends headers, as browsers do by themselves. */
function socketWith(headers: Readonly<Record<string, string>>): unknown {
  return class extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, { headers });
    }
  };
}

type Result = FormattedExecutionResult<Json, unknown>;

/** What a subscription is sent, in order. */
export class Events {
  #next: Promise<IteratorResult<Result, unknown>>;

  constructor(private readonly iterator: AsyncIterableIterator<Result>) {
    // A client of this kind subscribes when it is asked for the first event.
    this.#next = this.#ask();
  }

  #ask(): Promise<IteratorResult<Result, unknown>> {
    const next = this.iterator.next();
    next.catch(() => undefined);
    return next;
  }

  /** The next event's result; null when there are no more. @throws what the subscription ended with */
  async next(): Promise<Json> {
    const patience = new AbortController();
    const tooLong = delay(PATIENCE, undefined, { signal: patience.signal }).then(() => {
      throw new Error('No event came.');
    });
    tooLong.catch(() => undefined);
    const { done, value } = await Promise.race([this.#next, tooLong]).finally(() => patience.abort());
    if (done === true) return null;
    this.#next = this.#ask();
    return value;
  }

  /** The data of so many events. */
  async take(count: number): Promise<Json[]> {
    const taken: Json[] = [];
    while (taken.length < count) taken.push((await this.next())?.data);
    return taken;
  }

  /** Leaves. */
  async return(): Promise<void> {
    await this.iterator.return?.();
  }
}

/** Waits until a condition holds. @throws where it does not in time */
export async function until(holds: () => boolean): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > PATIENCE) throw new Error('It never came to that.');
    await delay(10);
  }
}

/** Counts the statements, past Prisma as all that reads objects, that are sent for subscriptions. */
export function countingStatements(database: Database): { sinceLast(): number; stop(): void } {
  const query = database.query.bind(database);
  let count = 0;
  database.query = (sql) => {
    if (currentRequest()?.requestId === SUBSCRIBER) count += 1;
    return query(sql);
  };
  return {
    sinceLast: () => {
      const counted = count;
      count = 0;
      return counted;
    },
    stop: () => {
      database.query = query;
    },
  };
}
