import { Prisma } from '../../generated/prisma/client.js';
import type { Asked } from './asked.js';

/** The columns behind the fields of a type: of a field, or of each field of the value object that it holds. */
export type ColumnsOfFields = Readonly<Record<string, Columns | Readonly<Record<string, Columns>>>>;
/** SQL expressions, each with the name that the row gives it. */
type Columns = readonly string[];

/** What a table's rows are read by. */
export interface RowShapeParts<Row> {
  /** The column of the row's own id, which every row has whatever is asked. */
  readonly id: string;
  /** Further columns of a row by itself: the story's id and what lists are sorted by. A row within another lacks them. */
  readonly outer?: Columns;
  /** The columns that each field needs; empty for a field that needs the key only. */
  readonly fields: ColumnsOfFields;
  /** Columns that no field shows. They are read where everything is. */
  readonly hidden?: Columns;
  /** Columns of timestamps: JSON has them as text. */
  readonly instants?: readonly (keyof Row & string)[];
}

/** Rows of other tables that came within a row, as JSON by field; see {@link RowShape.carry}. */
export type Carried = Readonly<Record<string, unknown>>;

/** Something that may have come with rows of other tables. */
export interface Carrier {
  readonly carried?: Carried | undefined;
}

/** Makes a scalar subquery that gives JSON, for one field of a row; null where it must be read in another way. */
export type Carry = (asked: Asked, field: string) => Prisma.Sql | null;

/**
 * How the rows of one table are read by what is asked of them: no columns but those that the asked fields need, and
 * within each row, as JSON, the rows of other tables that the asked fields lead to. A page with all that hangs on it is
 * then one statement with few and narrow columns, where a statement a level costs a round trip each.
 *
 * A row read so lacks the columns that nobody asked for, though its type has them. Reading everything (null for what is
 * asked) leaves out nothing and carries nothing.
 */
export class RowShape<Row extends object> {
  readonly #carries = new Map<string, Carry>();
  readonly #carried = new WeakMap<Asked, readonly Prisma.Sql[]>();
  readonly #selected = new WeakMap<Asked, Prisma.Sql>();
  readonly #within = new WeakMap<Asked, Prisma.Sql>();
  readonly #all: Columns;

  constructor(private readonly parts: RowShapeParts<Row>) {
    const { id, fields, hidden = [] } = parts;
    this.#all = [id, ...Object.values(fields).flatMap(allOf), ...hidden];
  }

  /** Lets rows of this table come with what a field leads to. */
  carry(field: string, carry: Carry): this {
    this.#carries.set(field, carry);
    return this;
  }

  /** Whether anything that is asked comes within the row. */
  carries(asked: Asked): boolean {
    return this.#carriedOf(asked).length > 0;
  }

  /** The columns of a row by itself: what is asked, and all that can come within the row, in a column `carried`. */
  select(asked: Asked | null): Prisma.Sql {
    const outer = this.parts.outer ?? [];
    if (asked === null) return columnList([...outer, ...this.#all]);
    const known = this.#selected.get(asked) ?? this.#withCarried(asked, [...outer, ...this.#columnsOf(asked)]);
    this.#selected.set(asked, known);
    return known;
  }

  /** The columns of a row that comes within another of its story, with all that can come within it in turn. */
  within(asked: Asked): Prisma.Sql {
    const known = this.#within.get(asked) ?? this.#withCarried(asked, this.#columnsOf(asked));
    this.#within.set(asked, known);
    return known;
  }

  /** The columns of a row that comes within another of its story and carries nothing. */
  leaf(asked: Asked): Prisma.Sql {
    return columnList(this.#columnsOf(asked));
  }

  /**
   * Lets a row of another table come with the one row of this table that a field of it leads to.
   * @param from the table and which row, as stands after FROM
   */
  carryOne(from: Prisma.Sql): Carry {
    return (asked, field) => {
      const page = asked.page(field);
      return page && jsonObject(Prisma.sql`SELECT ${this.leaf(page.asked)} FROM ${from}`);
    };
  }

  /**
   * The rows that came with another row for a field; null where none were carried, empty where there are none.
   * @param known columns of these rows that the carrying row has, such as the story's id
   */
  rowsFrom({ carried }: Carrier, field: string, known: Partial<Row>): Row[] | null {
    const rows = carried?.[field] as Row[] | undefined;
    return rows ? rows.map((row) => this.#revive(row, known)) : null;
  }

  /** The one row that came with another row for a field; null where none did. */
  rowFrom({ carried }: Carrier, field: string, known: Partial<Row>): Row | null {
    const row = carried?.[field] as Row | undefined;
    return row ? this.#revive(row, known) : null;
  }

  #carriedOf(asked: Asked): readonly Prisma.Sql[] {
    const known =
      this.#carried.get(asked) ??
      asked.names.flatMap((name) => {
        const sql = this.#carries.get(name)?.(asked, name);
        return sql ? [Prisma.sql`${Prisma.raw(`'${name}'`)}, ${sql}`] : [];
      });
    this.#carried.set(asked, known);
    return known;
  }

  #withCarried(asked: Asked, columns: Columns): Prisma.Sql {
    const carried = this.#carriedOf(asked);
    if (carried.length === 0) return columnList(columns);
    return Prisma.sql`${columnList(columns)}, json_build_object(${Prisma.join([...carried])}) AS carried`;
  }

  /** The columns for what is asked; all of them where a field is asked for that the shape does not know. */
  #columnsOf(asked: Asked): Columns {
    const columns = asked.names.map((name) => this.#columnsOfField(asked, name));
    return columns.includes(null) ? this.#all : [this.parts.id, ...columns.flatMap((each) => each ?? [])];
  }

  #columnsOfField(asked: Asked, name: string): Columns | null {
    if (name === TYPENAME) return [];
    const columns = this.parts.fields[name];
    if (columns === undefined || isList(columns)) return columns ?? null;
    const inner = asked.below(name).names.map((each) => (each === TYPENAME ? [] : (columns[each] ?? null)));
    return inner.includes(null) ? null : inner.flatMap((each) => each ?? []);
  }

  #revive(row: Row, known: Partial<Row>): Row {
    Object.assign(row, known);
    for (const name of this.parts.instants ?? []) {
      const value: unknown = row[name];
      if (typeof value === 'string') row[name] = new Date(value) as Row[typeof name];
    }
    return row;
  }
}

const TYPENAME = '__typename';

/** A subquery whose rows are one JSON list. @param rows a SELECT, in the order that the list shall have */
export function jsonList(rows: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT coalesce(json_agg(r), '[]') FROM (${rows}) r)`;
}

/** A subquery whose only row is one JSON object; null where there is none. @param row a SELECT of one row at most */
function jsonObject(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT row_to_json(r) FROM (${row}) r)`;
}

function columnList(columns: Columns): Prisma.Sql {
  return Prisma.raw([...new Set(columns)].join(', '));
}

function allOf(columns: ColumnsOfFields[string]): Columns {
  return isList(columns) ? columns : Object.values(columns).flat();
}

function isList(columns: ColumnsOfFields[string]): columns is Columns {
  return Array.isArray(columns);
}
