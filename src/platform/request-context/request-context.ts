import { AsyncLocalStorage } from 'node:async_hooks';

/** Whom something is read for: the public sees what is published, the editorial staff everything. */
export type Audience = 'PUBLIC' | 'EDITORIAL';

/** What is known of the request that the running code works for. */
export interface RequestContext {
  /** Names the request in logs, in the `x-request-id` header and in masked errors. */
  readonly requestId: string;
  /** SQL statements sent for this request so far, transaction control not counted. */
  sqlStatements: number;
  /** Whom it is answered for; the public until the caller has been recognised as more. */
  audience: Audience;
}

/** The context of a request that has just come in. */
export function newRequest(requestId: string): RequestContext {
  return { requestId, sqlStatements: 0, audience: 'PUBLIC' };
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request being served, or undefined outside any request (start, background work). */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work`, and everything it awaits, inside `context`. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Whom the running code reads for: outside any request, the service itself, which sees everything. */
export function currentAudience(): Audience {
  return storage.getStore()?.audience ?? 'EDITORIAL';
}

/** Says whom the request being served is answered for, once that is known; does nothing outside a request. */
export function answerFor(audience: Audience): void {
  const context = storage.getStore();
  if (context) context.audience = audience;
}

/**
 * What gives its parts in the context of the present request, whoever takes them: a stream that goes on when its
 * receiver has room again does so outside any request.
 */
export function inThisRequest<T>(parts: AsyncIterable<T>): AsyncIterable<T> {
  const context = storage.getStore();
  if (!context) return parts;
  return {
    [Symbol.asyncIterator]() {
      const iterator = parts[Symbol.asyncIterator]();
      return {
        next: () => runInRequest(context, () => iterator.next()),
        return: async (value?: unknown) =>
          runInRequest(context, () => iterator.return?.(value)) ?? { done: true, value: undefined },
      };
    },
  };
}

/** Counts one SQL statement for the request being served; does nothing outside a request. */
export function countSqlStatement(): void {
  const context = storage.getStore();
  if (context) context.sqlStatements += 1;
}
