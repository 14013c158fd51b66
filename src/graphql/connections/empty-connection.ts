import type { ConnectionOf } from './connection.types.js';
import { pageRequest, type Ordering, type PageArgs } from './page-request.js';
import { toConnection } from './to-connection.js';

/**
 * A page of a list that has nothing, or nothing for whoever asks.
 * @throws GraphQLError BAD_USER_INPUT where the arguments name no page of the list
 */
export function emptyConnection<T>(args: PageArgs, ordering: Ordering): ConnectionOf<T> {
  return toConnection<T>(
    [],
    pageRequest(args, ordering),
    () => [],
    () => 0,
  );
}
