import { createHash } from 'node:crypto';
import { Prisma, type Database } from '../../../src/platform/database/index.js';
import { ADMIN_KEY } from '../../support/start-app.js';
import type { Json } from './api-client.js';

/** How a file is sent. */
export interface Sending {
  readonly key?: string | null;
  readonly contentType?: string;
  /** Whether the file's SHA-256 is said with it, or which. */
  readonly sha256?: string | boolean;
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** One line of the bulk format each. */
export function ndjson(...lines: readonly object[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Sends a file of lines to `POST /import`. */
export async function importLines(
  { url }: { readonly url: string },
  content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  { key = ADMIN_KEY, contentType = 'application/x-ndjson', sha256 = false }: Sending = {},
): Promise<{ readonly status: number; readonly body: Json }> {
  if (sha256 === true && content instanceof ReadableStream) throw new Error('Say the SHA-256 of a stream.');
  const digest = sha256 === true ? sha256Of(content as string) : sha256;
  const response = await fetch(`${url}/import${digest === false ? '' : `?sha256=${digest}`}`, {
    method: 'POST',
    headers: { 'content-type': contentType, ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
    body: content,
    ...(content instanceof ReadableStream && { duplex: 'half' }),
  });
  return { status: response.status, body: await response.json() };
}

/** What `GET /export` gives of a story, or of all. */
export async function exportLines(
  { url }: { readonly url: string },
  story?: string,
  key: string | null = ADMIN_KEY,
): Promise<{ readonly status: number; readonly contentType: string; readonly text: string }> {
  const query = story === undefined ? '' : `?story=${encodeURIComponent(story)}`;
  const response = await fetch(`${url}/export${query}`, {
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
  });
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    text: await response.text(),
  };
}

/** The tables of the vocabulary, each after those that it refers to. */
const VOCABULARY = [
  'concept_scheme',
  'concept',
  'concept_broader',
  'concept_disjoint',
  'property',
  'property_dimension',
  'identity',
  'identity_part',
  'property_order',
];

/** Gives a database without a vocabulary that of another. */
export async function copyVocabulary(from: Database, to: Database): Promise<void> {
  for (const name of VOCABULARY) {
    const table = Prisma.raw(name);
    const [found] = await from.query<{ rows: string }>(
      Prisma.sql`SELECT coalesce(jsonb_agg(to_jsonb(t)), '[]')::text AS rows FROM ${table} t`,
    );
    await to.query(
      Prisma.sql`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, ${found!.rows}::jsonb)`,
    );
  }
  await to.query(Prisma.sql`UPDATE vocabulary_state SET version = version + 1`);
}

/** All that was found of contradictions, in no order: what they say, and of which statements. */
export async function contradictionsIn(database: Database): Promise<string[]> {
  const rows = await database.query<{ text: string }>(Prisma.sql`
    SELECT concat_ws(' | ', x.kind, x.strength, x.rule, x.status, x.explanation,
      (SELECT string_agg(c.statement, ' / ' ORDER BY c.statement) FROM contradiction_member m
       JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
       WHERE m.story_id = x.story_id AND m.contradiction_id = x.id)) AS text FROM contradiction x`);
  return rows.map(({ text }) => text).sort();
}
