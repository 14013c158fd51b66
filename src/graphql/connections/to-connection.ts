import type { ConnectionOf } from './connection.types.js';
import { encodeCursor, type CursorValue } from './cursor.js';
import type { PageRequest } from './page-request.js';

/**
 * Builds a Relay connection from the rows that a repository fetched for a page.
 *
 * @param rows up to `limit + 1` rows, in the order they were read: for a backward page the last row comes first.
 * @param cursorOf a row's values in the columns of the request's ordering.
 * @param totalCount counts all rows of the list; called only where a client asks for it.
 * @param stoppedAt where reading forward stopped before the page was full, though more may follow: the page ends there.
 * @see https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo for the two flags: in the direction of reading
 *      the extra row decides, against it the presence of a cursor does.
 */
export function toConnection<T>(
  rows: readonly T[],
  request: PageRequest,
  cursorOf: (row: T) => readonly CursorValue[],
  totalCount: () => Promise<number> | number,
  stoppedAt: readonly CursorValue[] | null = null,
): ConnectionOf<T> {
  return new Page(rows, request, cursorOf, totalCount, stoppedAt);
}

/** A page whose cursors are made only where they are asked for: most clients read `nodes`. */
class Page<T> implements ConnectionOf<T> {
  readonly nodes: readonly T[];

  constructor(
    private readonly rows: readonly T[],
    private readonly request: PageRequest,
    private readonly cursorOf: (row: T) => readonly CursorValue[],
    readonly totalCount: () => Promise<number> | number,
    private readonly stoppedAt: readonly CursorValue[] | null,
  ) {
    const read = this.hasMore ? rows.slice(0, request.limit) : rows;
    this.nodes = request.direction === 'forward' ? read : [...read].reverse();
  }

  get edges(): ConnectionOf<T>['edges'] {
    return this.nodes.map((node) => ({ node, cursor: this.cursor(node) }));
  }

  get pageInfo(): ConnectionOf<T>['pageInfo'] {
    const { request, nodes, hasMore, stoppedAt } = this;
    const forward = request.direction === 'forward';
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (forward && !hasMore && stoppedAt !== null) {
      return {
        hasNextPage: true,
        hasPreviousPage: request.after !== undefined,
        startCursor: first === undefined ? null : this.cursor(first),
        endCursor: encodeCursor(request.ordering, stoppedAt),
      };
    }
    return {
      hasNextPage: forward ? hasMore : request.before !== undefined,
      hasPreviousPage: forward ? request.after !== undefined : hasMore,
      startCursor: first === undefined ? null : this.cursor(first),
      endCursor: last === undefined ? null : this.cursor(last),
    };
  }

  private get hasMore(): boolean {
    return this.rows.length > this.request.limit;
  }

  private cursor(node: T): string {
    return encodeCursor(this.request.ordering, this.cursorOf(node));
  }
}
