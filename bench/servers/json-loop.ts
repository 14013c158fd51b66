/** The upper bound: an HTTP server that hands through JSON which one prepared statement has built in PostgreSQL. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { STATEMENTS } from './json-statements.js';
import { announce, settings } from './settings.js';

const { databaseUrl, poolSize } = settings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { query, values } = JSON.parse(await text(request)) as { query: string; values: string[] };
  const statement = STATEMENTS[query];
  if (statement === undefined) throw new Error(`There is no query ${query}.`);
  const { rows } = await pool.query<{ body: string }>({ name: query, text: statement, values });
  const body = `{"data":${rows[0]?.body ?? 'null'}}`;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
});
announce(server);
