import pg from 'pg';
import { TABLES, type Row, type Rows, type Table } from './rows.js';

/** Rows sent in one statement. */
const BATCH = 2_000;
/** A claim names its first citation and each citation its claim, so that they come in one statement. */
const TOGETHER: Partial<Record<Table, Table>> = { claim: 'citation' };

/**
 * Writes the rows into a migrated database, with every constraint and trigger at work, and brings the planner's
 * statistics up to date.
 */
export async function load(client: pg.ClientBase, rows: Rows): Promise<void> {
  const followers = new Set(Object.values(TOGETHER));
  for (const table of TABLES.filter((each) => !followers.has(each))) {
    const second = TOGETHER[table];
    const followed = second && groupBy(rows[second], (row) => String(row.claim_id));
    for (let start = 0; start < rows[table].length; start += BATCH) {
      const batch = rows[table].slice(start, start + BATCH);
      const parts: [Table, Row[]][] = [[table, batch]];
      if (second && followed) parts.push([second, batch.flatMap((row) => followed.get(String(row.id)) ?? [])]);
      await insert(client, parts);
    }
  }
  await client.query('VACUUM ANALYZE');
}

/** Inserts into one or more tables in one statement: references between them are checked at its end. */
export async function insert(client: pg.ClientBase, parts: readonly (readonly [Table, readonly Row[]])[]): Promise<void> {
  const inserts = parts.map(([table, rows], i) => {
    const columns = Object.keys(Object.assign({}, ...rows) as Row).map((name) => `"${name}"`);
    const values = `json_populate_recordset(NULL::"${table}", $${i + 1})`;
    return `w${i} AS (INSERT INTO "${table}" (${columns.join()}) SELECT ${columns.join()} FROM ${values})`;
  });
  await client.query(
    `WITH ${inserts.join(', ')} SELECT`,
    parts.map(([, rows]) => JSON.stringify(rows)),
  );
}

function groupBy(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
