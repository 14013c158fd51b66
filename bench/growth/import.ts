import { performance } from 'node:perf_hooks';
import pg from 'pg';
import { insert } from '../data/load.js';
import type { Row, Rows, Table } from '../data/rows.js';
import type { Client } from './client.js';
import { CLAIM_IMPORT, claimInputs } from './inputs.js';
import type { GrowthPlan } from './settings.js';

/** Rates of one chunk of the import, in claims a second. */
export interface ImportChunk {
  readonly claims: number;
  readonly imported: number;
  readonly plain: number;
}

/** Tables that an import fills, in an order in which each row finds what it refers to; a claim with its citations. */
const WRITTEN = [
  ['question', 'id'],
  ['claim', 'id'],
  ['citation', 'id'],
  ['claim_scope', 'claim_id'],
  ['contradiction', 'id'],
  ['contradiction_member', 'contradiction_id'],
  ['revision', 'id'],
  ['audit_event', 'id'],
] as const;
/** Rows of one plain statement. */
const PLAIN_BATCH = 1_000;

/** Imports claims through the API, and inserts the rows that come of it plainly into the other database, in turn. */
export async function measureImport(
  client: Client,
  plan: GrowthPlan,
  story: Rows,
  urls: { readonly url: string; readonly plainUrl: string },
): Promise<ImportChunk[]> {
  const [from, to] = [urls.url, urls.plainUrl].map((connectionString) => new pg.Client({ connectionString }));
  if (!from || !to) throw new Error('There are two databases.');
  await Promise.all([from.connect(), to.connect()]);
  try {
    const inputs = claimInputs(story);
    const chunks: ImportChunk[] = [];
    let last = await lastId(from);
    for (let start = 0; start < inputs.length; start += plan.chunk) {
      const chunk = inputs.slice(start, start + plan.chunk);
      let importing = 0;
      for (let first = 0; first < chunk.length; first += plan.batch) {
        const input = { claims: chunk.slice(first, first + plan.batch) };
        importing += (await client.timed(CLAIM_IMPORT, { input })).milliseconds;
      }
      const written = await readWritten(from, last);
      last = await lastId(from);
      const plain = await insertPlainly(to, written);
      const rate = (milliseconds: number): number => (chunk.length / milliseconds) * 1_000;
      chunks.push({ claims: chunk.length, imported: rate(importing), plain: rate(plain) });
      console.log(`${start + chunk.length} claims imported, ratio ${(plain / importing).toFixed(2)}`);
    }
    return chunks;
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

/** Ids rise with time, so that whatever is greater was written later. */
async function lastId(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT max(id::text) AS id FROM audit_event');
  return rows[0]?.id ?? '00000000-0000-0000-0000-000000000000';
}

type Written = ReadonlyMap<string, Row[]>;

async function readWritten(client: pg.ClientBase, after: string): Promise<Written> {
  const written = new Map<string, Row[]>();
  for (const [table, column] of WRITTEN) {
    const { rows } = await client.query<{ row: Row }>(
      `SELECT to_json(t) AS row FROM "${table}" t WHERE t.${column} > $1 ORDER BY t.${column}`,
      [after],
    );
    written.set(
      table,
      rows.map(({ row }) => row),
    );
  }
  return written;
}

/** @returns the milliseconds that it took */
async function insertPlainly(client: pg.ClientBase, written: Written): Promise<number> {
  const cited = new Map<unknown, Row[]>();
  for (const row of written.get('citation') ?? []) cited.set(row.claim_id, [...(cited.get(row.claim_id) ?? []), row]);
  const start = performance.now();
  for (const [table] of WRITTEN.filter(([name]) => name !== 'citation')) {
    const rows = written.get(table) ?? [];
    for (let first = 0; first < rows.length; first += PLAIN_BATCH) {
      const batch = rows.slice(first, first + PLAIN_BATCH);
      const citations = table === 'claim' ? batch.flatMap(({ id }) => cited.get(id) ?? []) : [];
      await insert(client, [
        [table as Table, batch],
        ...(citations.length > 0 ? [['citation', citations] as const] : []),
      ]);
    }
  }
  return performance.now() - start;
}
