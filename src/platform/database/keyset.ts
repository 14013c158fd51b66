import { Prisma } from '../../generated/prisma/client.js';

/** One page of a list: rows strictly after or before a row named by its sort values. */
export interface KeysetPage {
  /** How many rows the client asked for. */
  readonly limit: number;
  /** backward: the last rows before `before` instead of the first ones after `after`. */
  readonly direction: 'forward' | 'backward';
  readonly after?: readonly unknown[] | undefined;
  readonly before?: readonly unknown[] | undefined;
}

/** A total order of a list: its sort columns, the last of them unique, all in one direction. */
export interface KeysetOrder {
  /** Names the order within cursors, so that a cursor of one order is not taken for one of another. */
  readonly key: string;
  readonly columns: readonly KeysetColumn[];
  readonly descending: boolean;
}

export interface KeysetColumn {
  readonly sql: Prisma.Sql;
  readonly type: 'uuid' | 'timestamptz' | 'text' | 'float8' | 'int4';
}

/** What {@link keyset} adds to a statement. One row more than the limit is asked for, to know whether there is more. */
export interface KeysetClauses {
  /** A condition, TRUE where the page starts at an end of the list. */
  readonly where: Prisma.Sql;
  readonly orderBy: Prisma.Sql;
  readonly limit: number;
}

/**
 * The clauses that read one page by keyset. A row comparison, not `OR`, so that PostgreSQL seeks in the index of the
 * sort columns instead of scanning up to the page.
 */
export function keyset(order: KeysetOrder, page: KeysetPage): KeysetClauses {
  const columns = Prisma.join(order.columns.map((column) => column.sql));
  const forward = order.descending ? Prisma.sql`<` : Prisma.sql`>`;
  const backward = order.descending ? Prisma.sql`>` : Prisma.sql`<`;
  const bounds = [
    page.after && Prisma.sql`(${columns}) ${forward} (${position(order, page.after)})`,
    page.before && Prisma.sql`(${columns}) ${backward} (${position(order, page.before)})`,
  ].filter((bound) => bound !== undefined);
  const ascending = order.descending === (page.direction === 'backward');
  const way = ascending ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return {
    where: bounds.length > 0 ? Prisma.join(bounds, ' AND ') : Prisma.sql`TRUE`,
    orderBy: Prisma.join(order.columns.map((column) => Prisma.sql`${column.sql} ${way}`)),
    limit: page.limit + 1,
  };
}

function position(order: KeysetOrder, values: readonly unknown[]): Prisma.Sql {
  return Prisma.join(order.columns.map((column, i) => Prisma.sql`${values[i]}::${Prisma.raw(column.type)}`));
}

/** The order of rows by an id that grows with time (UUID version 7): oldest or newest first. */
export function byId(column: Prisma.Sql, descending: boolean): KeysetOrder {
  return { key: descending ? 'newest' : 'oldest', columns: [{ sql: column, type: 'uuid' }], descending };
}
