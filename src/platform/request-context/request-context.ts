import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the request that the running code works for. */
export interface RequestContext {
  /** Names the request in logs, in the `x-request-id` header and in masked errors. */
  readonly requestId: string;
  /** SQL statements sent for this request so far, transaction control not counted. */
  sqlStatements: number;
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

/** Counts one SQL statement for the request being served; does nothing outside a request. */
export function countSqlStatement(): void {
  const context = storage.getStore();
  if (context) context.sqlStatements += 1;
}
