import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';

/** An order of what was weighed: by a score, then by id. */
export interface ScoreOrder<T> {
  /** Names the order within cursors. */
  readonly key: string;
  /** The least comes first. */
  readonly scoreOf: (item: T) => number;
}

/**
 * One page of a list that is at hand, read forward. A cursor holds the score and the id, so that a page goes on where the
 * last one ended although items have come or gone in between.
 * @param items in the order
 * @throws GraphQLError BAD_USER_INPUT where the arguments name no page
 */
export function pageByScore<T extends { readonly id: string }>(
  items: readonly T[],
  args: PageArgs,
  { key, scoreOf }: ScoreOrder<T>,
): ConnectionOf<T> {
  const page = pageRequest(args, { key, columns: [{ type: 'float8' }, { type: 'uuid' }] });
  const [score = -Infinity, id = ''] = (page.after ?? []) as readonly [number?, string?];
  const isAfter = (item: T): boolean => scoreOf(item) > score || (scoreOf(item) === score && item.id > id);
  const rest = items.filter(isAfter).slice(0, page.limit + 1);
  return toConnection(
    rest,
    page,
    (item) => [scoreOf(item), item.id],
    () => items.length,
  );
}
