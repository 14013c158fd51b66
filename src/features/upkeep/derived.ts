import { Prisma } from '../../platform/database/index.js';

/** Something stored that follows from other rows, where it is not what follows. */
export interface DerivedFault {
  /** What it is of: claim, citation, source. */
  readonly what: string;
  readonly id: string;
  /** What a reader knows it by. */
  readonly told: string;
  /** By name of the fact, as JSON writes it. */
  readonly stored: Readonly<Record<string, unknown>>;
  readonly actual: Readonly<Record<string, unknown>>;
}

/** Columns or rows that are stored and follow from others, within some scope of the database. */
export interface Derived<Scope> {
  readonly what: string;
  /** Gives id, told, stored and actual of each that is wrong. */
  readonly find: (scope: Scope) => Prisma.Sql;
  /** Makes all that is wrong right, in these statements. */
  readonly mend: (scope: Scope) => readonly Prisma.Sql[];
}

/**
 * Rows of which columns are wrong.
 * @param facts the stored and the actual value of each fact, by its name
 * @param rows the rows `id`, `told` and whatever the facts need, as what follows FROM
 */
export function wrongRows(
  facts: Readonly<Record<string, readonly [stored: Prisma.Sql, actual: Prisma.Sql]>>,
  { id, told, rows }: { readonly id: Prisma.Sql; readonly told: Prisma.Sql; readonly rows: Prisma.Sql },
): Prisma.Sql {
  const object = (side: 0 | 1): Prisma.Sql =>
    Prisma.sql`jsonb_build_object(${Prisma.join(
      Object.entries(facts).map(([name, sides]) => Prisma.sql`${Prisma.raw(`'${name}'`)}, ${sides[side]}`),
    )})`;
  return Prisma.sql`
    SELECT * FROM (SELECT ${id}::text AS id, ${told} AS told, ${object(0)} AS stored, ${object(1)} AS actual FROM ${rows}) d
    WHERE stored IS DISTINCT FROM actual ORDER BY id`;
}
