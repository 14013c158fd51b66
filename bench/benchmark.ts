import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { normalise } from './agreement.js';
import { makeDataset } from './data/dataset.js';
import { openBenchDatabase } from './database.js';
import { ask, measure, type Measurement } from './measure.js';
import { CONNECTIONS, type Plan } from './plan.js';
import {
  drawSample,
  makeRequests,
  QUERIES,
  SERVERS,
  type QueryName,
  type Requests,
  type ServerName,
} from './queries.js';
import type { Series } from './report.js';
import { startServer, type RunningServer } from './servers.js';

/** What a run of the benchmark has found. */
export interface Findings {
  readonly series: readonly Series[];
  /** How many rows each table has. */
  readonly rows: Readonly<Record<string, number>>;
  readonly postgresql: string;
}

type Servers = Record<ServerName, RunningServer>;
type AllRequests = Readonly<Record<QueryName, Requests>>;

/** Answers that are compared before measuring, of each query. */
const COMPARED = 100;

/** Makes the data, starts the servers, compares their answers, measures them, and stops all that it started. */
export async function benchmark(plan: Plan): Promise<Findings> {
  const stops: (() => Promise<void>)[] = [];
  const stopAll = async (): Promise<void> => {
    for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
  };
  const interrupted = (): void => void stopAll().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    say('making the data');
    const data = makeDataset(plan.dataset);
    const rows = Object.fromEntries(Object.entries(data).map(([table, { length }]) => [table, length]));
    const sample = drawSample(data, plan.dataset.seed);
    say('loading it into PostgreSQL');
    const database = await openBenchDatabase(data);
    stops.push(() => database.remove());
    const servers = {} as Servers;
    for (const name of SERVERS) {
      say(`starting ${name}`);
      servers[name] = await startServer(name, database.url);
      stops.push(() => servers[name].stop());
    }
    const requests = await makeRequests(sample, (body) => ask(servers.postgraphile.url, body));
    await compareAnswers(servers, requests);
    const series = await measureAll(plan, servers, requests);
    return { series, rows, postgresql: await versionOf(database.url) };
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await stopAll();
  }
}

/** @throws where a server does not give the rows that the others give */
async function compareAnswers(servers: Servers, requests: AllRequests): Promise<void> {
  for (const query of QUERIES) {
    const count = Math.min(COMPARED, requests[query].json.length);
    for (let i = 0; i < count; i += 1) {
      const answers = await Promise.all(
        SERVERS.map(async (name) =>
          normalise(name, query, await ask(servers[name].url, requests[query][name][i] ?? '')),
        ),
      );
      const odd = SERVERS.findIndex((_, place) => !isDeepStrictEqual(answers[place], answers.at(-1)));
      if (odd >= 0) {
        const [given, wanted] = [answers[odd], answers.at(-1)].map((answer) => JSON.stringify(answer, null, 1));
        throw new Error(`${SERVERS[odd]} gives other rows in ${query} ${i}:\n${given}\ninstead of\n${wanted}`);
      }
    }
    say(`${query}: the servers gave the same rows in ${count} answers`);
  }
}

async function measureAll(plan: Plan, servers: Servers, requests: AllRequests): Promise<Series[]> {
  const run = (name: ServerName, query: QueryName, connections: number, seconds: number): Promise<Measurement> =>
    measure({ url: servers[name].url, bodies: requests[query][name], connections, seconds });
  for (const name of SERVERS) for (const query of QUERIES) await run(name, query, CONNECTIONS[0], plan.warmUpSeconds);

  const series = QUERIES.flatMap((query) =>
    CONNECTIONS.map((connections) => ({ query, connections, rounds: { gainsay: [], postgraphile: [], json: [] } })),
  ) as (Omit<Series, 'rounds'> & { rounds: Record<ServerName, Measurement[]> })[];
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const { query, connections, rounds } of series) {
      // To and fro, so that no server always runs after the same other one.
      const order = round % 2 === 0 ? SERVERS : [...SERVERS].reverse();
      for (const name of order) rounds[name].push(await run(name, query, connections, plan.seconds));
      const figures = SERVERS.map((name) => `${name} ${rounds[name].at(-1)?.requestsPerSecond.toFixed(0)}`);
      say(`round ${round + 1}, ${query} at ${connections} connections, requests/s: ${figures.join(', ')}`);
    }
  }
  return series;
}

async function versionOf(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version ?? '';
  } finally {
    await client.end();
  }
}

function say(words: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${words}`);
}
