import { badUserInput } from '../errors/bad-user-input.js';
import { isRfc3339 } from '../scalars/rfc3339.js';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../limits/limits.js';
import { decodeCursor, type CursorValue } from './cursor.js';

/** The arguments of a connection as a client gives them. */
export interface PageArgs {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** An order of a list, as far as cursors are concerned: its name, and the types of the values that it sorts by. */
export interface Ordering {
  readonly key: string;
  readonly columns: readonly { readonly type: keyof typeof FITS }[];
}

/** Whether a cursor's value is of a column's type: what is not would only fail in the database. */
const FITS = {
  uuid: (value: CursorValue) => typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  timestamptz: (value: CursorValue) => typeof value === 'string' && isRfc3339(value),
  text: (value: CursorValue) => typeof value === 'string' && /^[^\0\p{Cs}]*$/u.test(value),
  float8: (value: CursorValue) => typeof value === 'number',
  int4: (value: CursorValue) => typeof value === 'number' && (value | 0) === value,
} as const;

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
 * @param ordering the ordering that the rows will be read in; cursors of another ordering are refused.
 * @throws GraphQLError with code BAD_USER_INPUT and the argument's name in `extensions.field`.
 */
export function pageRequest(args: PageArgs, ordering: Ordering): PageRequest {
  const first = pageSize('first', args.first);
  const last = pageSize('last', args.last);
  if (first !== undefined && last !== undefined) {
    throw badUserInput('Give first or last, not both.', ['last']);
  }
  const after = cursorValues('after', args.after, ordering);
  const before = cursorValues('before', args.before, ordering);
  const backward = last !== undefined || (first === undefined && before !== undefined && after === undefined);
  return {
    ordering: ordering.key,
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
  { key, columns }: Ordering,
): readonly CursorValue[] | undefined {
  if (cursor === null || cursor === undefined) return undefined;
  const decoded = decodeCursor(cursor, key);
  const fits = (values: readonly CursorValue[]) =>
    values.length === columns.length && columns.every(({ type }, i) => FITS[type](values[i] ?? null));
  if (decoded === 'MALFORMED' || (decoded !== 'OTHER_ORDERING' && !fits(decoded)))
    throw badUserInput(`${name} is not a cursor of this service.`, [name]);
  if (decoded === 'OTHER_ORDERING') {
    throw badUserInput(`${name} is a cursor of a list in another order; start again without it.`, [name]);
  }
  return decoded;
}
