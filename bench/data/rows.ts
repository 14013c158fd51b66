/** A row by column names, as PostgreSQL's json_populate_recordset reads it. */
export type Row = Readonly<Record<string, unknown>>;

/** The tables that are filled, in an order in which each row finds what it refers to. */
export const TABLES = [
  'account',
  'agent',
  'concept_scheme',
  'concept',
  'concept_broader',
  'property',
  'property_dimension',
  'story',
  'subject',
  'source',
  'snapshot',
  'question',
  'claim',
  'citation',
  'claim_scope',
  'contradiction',
  'contradiction_member',
] as const;

export type Table = (typeof TABLES)[number];

/** Rows of each table. */
export type Rows = Record<Table, Row[]>;

export function noRows(): Rows {
  return Object.fromEntries(TABLES.map((table) => [table, [] as Row[]])) as Rows;
}

/** Moves all rows of `more` to the end of those of `rows`. */
export function append(rows: Rows, more: Rows): void {
  for (const table of TABLES) for (const row of more[table]) rows[table].push(row);
}
