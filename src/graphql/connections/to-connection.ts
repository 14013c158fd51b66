import type { ConnectionOf } from './connection.types.js';
import { encodeCursor, type CursorValue } from './cursor.js';
import type { PageRequest } from './page-request.js';

/**
 * Builds a Relay connection from the rows that a repository fetched for a page.
 *
 * @param rows up to `limit + 1` rows, in the order they were read: for a backward page the last row comes first.
 * @param cursorOf a row's values in the columns of the request's ordering.
 * @param totalCount counts all rows of the list; called only where a client asks for it.
 * @see https://relay.dev/graphql/connections.htm#sec-undefined.PageInfo for the two flags: in the direction of reading
 *      the extra row decides, against it the presence of a cursor does.
 */
export function toConnection<T>(
  rows: readonly T[],
  request: PageRequest,
  cursorOf: (row: T) => readonly CursorValue[],
  totalCount: () => Promise<number> | number,
): ConnectionOf<T> {
  const more = rows.length > request.limit;
  const read = more ? rows.slice(0, request.limit) : rows;
  const forward = request.direction === 'forward';
  const nodes = forward ? [...read] : [...read].reverse();
  const edges = nodes.map((node) => ({ node, cursor: encodeCursor(request.ordering, cursorOf(node)) }));
  return {
    edges,
    nodes,
    pageInfo: {
      hasNextPage: forward ? more : request.before !== undefined,
      hasPreviousPage: forward ? request.after !== undefined : more,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
