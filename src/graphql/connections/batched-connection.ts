import DataLoader from 'dataloader';
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
  /** Where `read` stopped before the page of an owner was full, though more may follow; null where it did not. */
  readonly stoppedAt?: (key: K) => readonly CursorValue[] | null;
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
 * A page of one owner's list, as a Relay connection. All owners asked for in one turn with the same arguments object,
 * as the rows of a page have it, cost one statement together, and their total counts one more where a client asks.
 * @throws GraphQLError BAD_USER_INPUT where the arguments name no page
 */
export function batchedConnection<K, Row, T>(
  loaders: Loaders,
  key: K,
  args: PageArgs,
  list: BatchedList<K, Row, T>,
): Promise<ConnectionOf<T>> {
  return loaders.sharedBy(args, list.name, () => connectionLoader(loaders, args, list)).load(key);
}

/**
 * A page of one owner's list that came with the owner: no statement, but one for the total count where a client asks.
 * @param nodes what `list.read` would give, mapped: one more than the page has where there is more
 * @throws GraphQLError BAD_USER_INPUT where the arguments name no page
 */
export function carriedConnection<K, T>(
  loaders: Loaders,
  key: K,
  args: PageArgs,
  list: Omit<BatchedList<K, never, T>, 'read' | 'stoppedAt' | 'ownerOf' | 'toNode'>,
  nodes: readonly T[],
): ConnectionOf<T> {
  const page = loaders.sharedBy(args, `${list.name} page`, () => pageRequest(args, list.ordering));
  return toConnection(nodes, page, list.cursorOf, () => countLoader(loaders, list).load(key));
}

function connectionLoader<K, Row, T>(
  loaders: Loaders,
  args: PageArgs,
  list: BatchedList<K, Row, T>,
): DataLoader<K, ConnectionOf<T>, unknown> {
  const page = pageRequest(args, list.ordering);
  const load = async (keys: readonly K[]): Promise<ConnectionOf<T>[]> => {
    const groups = groupedBy(keys, await list.read(keys, page), list.ownerOf, list.nameOf);
    return keys.map((key, i) =>
      toConnection(
        (groups[i] ?? []).map(list.toNode),
        page,
        list.cursorOf,
        () => countLoader(loaders, list).load(key),
        list.stoppedAt?.(key),
      ),
    );
  };
  return new DataLoader<K, ConnectionOf<T>, unknown>(load, { cacheKeyFn: list.nameOf });
}

function countLoader<K>(
  loaders: Loaders,
  list: Pick<BatchedList<K, never, unknown>, 'name' | 'nameOf' | 'count'>,
): DataLoader<K, number, unknown> {
  const load = async (keys: readonly K[]): Promise<number[]> => {
    const counts = new Map((await list.count(keys)).map((row) => [row.owner, row.count]));
    return keys.map((key) => counts.get(list.nameOf(key)) ?? 0);
  };
  return loaders.get<K, number>(`${list.name} count`, load, list.nameOf);
}
