import { badUserInput } from '../errors/bad-user-input.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits/limits.js';
import { decodeCursor, type CursorValue } from './cursor.js';

/** The arguments of a connection as a client gives them. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/**
 * One page to read. A repository fetches `limit + 1` rows strictly after `after` and strictly before `before`; forward
 * in the ordering's own direction, backward in the reverse one.
 */
export interface PageRequest {
  readonly ordering: string;
  readonly limit: number;
  readonly direction: 'forward' | 'backward';
  readonly after?: readonly CursorValue[];
  readonly before?: readonly CursorValue[];
}

/**
 * Checks a connection's arguments. `before` without `first` or `last` reads backward from the cursor.
 *
 * @param ordering key of the ordering that the rows will be read in; cursors of another ordering are refused.
 * @throws GraphQLError with code BAD_USER_INPUT and the argument's name in `extensions.field`.
 */
export function pageRequest(args: PageArgs, ordering: string): PageRequest {
  const first = pageSize('first', args.first);
  const last = pageSize('last', args.last);
  if (first !== undefined && last !== undefined) {
    throw badUserInput('Give first or last, not both.', ['last']);
  }
  const after = cursorValues('after', args.after, ordering);
  const before = cursorValues('before', args.before, ordering);
  const backward = last !== undefined || (first === undefined && before !== undefined && after === undefined);
  return {
    ordering,
    limit: first ?? last ?? DEFAULT_PAGE_SIZE,
    direction: backward ? 'backward' : 'forward',
    ...(after && { after }),
    ...(before && { before }),
  };
}

function pageSize(name: string, size: number | null | undefined): number | undefined {
  if (size === null || size === undefined) return undefined;
  if (!Number.isInteger(size) || size < 1 || size > MAX_PAGE_SIZE) {
    throw badUserInput(`${name} must be from 1 to ${MAX_PAGE_SIZE}, and is ${size}.`, [name]);
  }
  return size;
}

function cursorValues(
  name: string,
  cursor: string | null | undefined,
  ordering: string,
): readonly CursorValue[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const decoded = decodeCursor(cursor, ordering);
  if (decoded === 'MALFORMED') throw badUserInput(`${name} is not a cursor of this service.`, [name]);
  if (decoded === 'OTHER_ORDERING') {
    throw badUserInput(`${name} is a cursor of a list in another order; start again without it.`, [name]);
  }
  return decoded;
}
