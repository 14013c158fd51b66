import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import type { ConnectionOf } from './connection.types.js';
import type { CursorValue } from './cursor.js';
import { pageRequest, type Ordering, type PageArgs, type PageRequest } from './page-request.js';
import { toConnection } from './to-connection.js';

/** A list that many objects have, read for all objects of a page in one statement. */
export interface BatchedList<K, Row, T> {
  /** Unique to the list and to whatever filters it. */
  readonly name: string;
  /** The order in which it is read. */
  readonly ordering: Ordering;
  /** Names an owner of such a list. */
  readonly nameOf: (key: K) => string;
  /** Reads the page of every owner's list; an owner's rows in order. */
  readonly read: (keys: readonly K[], page: PageRequest) => Promise<readonly Row[]>;
  /** The name of the owner that a row is for. */
  readonly ownerOf: (row: Row) => string;
  readonly toNode: (row: Row) => T;
  readonly cursorOf: (node: T) => readonly CursorValue[];
  /** How long each owner's whole list is; an owner without rows may be left out. */
  readonly count: (keys: readonly K[]) => Promise<readonly ListCount[]>;
}

export interface ListCount {
  readonly owner: string;
  readonly count: number;
}

/**
 * A page of one owner's list, as a Relay connection. All owners asked for in one turn cost one statement together,
 * and their total counts one more where a client asks for them.
 * @throws GraphQLError BAD_USER_INPUT where the arguments name no page
 */
export async function batchedConnection<K, Row, T>(
  loaders: Loaders,
  key: K,
  args: PageArgs,
  list: BatchedList<K, Row, T>,
): Promise<ConnectionOf<T>> {
  const page = pageRequest(args, list.ordering);
  const rows = await loaders
    .get<K, readonly Row[]>(
      `${list.name} ${JSON.stringify(page)}`,
      async (keys) => groupedBy(keys, await list.read(keys, page), list.ownerOf, list.nameOf),
      list.nameOf,
    )
    .load(key);
  const totalCount = () =>
    loaders
      .get<K, number>(
        `${list.name} count`,
        async (keys) => {
          const counts = new Map((await list.count(keys)).map((row) => [row.owner, row.count]));
          return keys.map((each) => counts.get(list.nameOf(each)) ?? 0);
        },
        list.nameOf,
      )
      .load(key);
  return toConnection(rows.map(list.toNode), page, list.cursorOf, totalCount);
}
