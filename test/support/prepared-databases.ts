import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Database } from '../../src/platform/database/index.js';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { startPostgresqlServer } from './postgresql-server.js';

/** What a test needs to make itself a database on the shared server. */
export interface PreparedServer {
  /** A database to connect to for creating others. */
  readonly adminUrl: string;
  /** A migrated database that nobody is connected to. */
  readonly template: string;
}

/** Migrated databases to copy from, each made when it is first asked for. */
export interface PreparedDatabases {
  server(): Promise<PreparedServer>;
  /** The path of a dump of a migrated embedded database. */
  snapshot(): Promise<string>;
  /** The path of a dump of an embedded database without any table. */
  empty(): Promise<string>;
  /** The path of the data directory of a migrated embedded database that nobody uses. */
  directory(): Promise<string>;
  /** Stops the server, where this started one, and removes what was made. */
  remove(): Promise<void>;
}

/** Makes ready what tests copy their databases from; benchmarks may use it in their own process. */
export function prepareDatabases(): PreparedDatabases {
  const removals: (() => Promise<void>)[] = [];
  let server: Promise<PreparedServer> | undefined;
  let snapshot: Promise<string> | undefined;
  let empty: Promise<string> | undefined;
  let directory: Promise<string> | undefined;
  return {
    server: () => (server ??= prepareServer(removals)),
    snapshot: () => (snapshot ??= prepareSnapshot(removals, (driver) => Database.open(driver))),
    empty: () => (empty ??= prepareSnapshot(removals, () => Promise.resolve())),
    directory: () => (directory ??= prepareDirectory(removals)),
    remove: async () => {
      // What is still being made must exist before it can be removed.
      await Promise.allSettled([server, snapshot, empty, directory]);
      for (const removal of removals.reverse()) await removal();
    },
  };
}

async function prepareServer(removals: (() => Promise<void>)[]): Promise<PreparedServer> {
  const server = await startPostgresqlServer();
  removals.push(() => server.stop());
  const adminUrl = process.env.GAINSAY_TEST_DATABASE_URL ?? server.url('postgres');
  const template = `gainsay_template_${randomBytes(6).toString('hex')}`;
  await administer(adminUrl, `CREATE DATABASE ${template}`);
  removals.push(() => administer(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
  const driver = await PostgresqlDriver.open({
    url: server.url(template),
    poolSize: 1,
    patience: 10_000,
    onIdleError: () => undefined,
  });
  const database = await Database.open(driver);
  await database.close();
  return { adminUrl, template };
}

async function makeFolder(removals: (() => Promise<void>)[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-prepared-'));
  removals.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function prepareDirectory(removals: (() => Promise<void>)[]): Promise<string> {
  const dataDirectory = await makeFolder(removals);
  const database = await Database.open(await EmbeddedDriver.open({ dataDirectory }));
  await database.close();
  return dataDirectory;
}

async function prepareSnapshot(
  removals: (() => Promise<void>)[],
  fill: (driver: EmbeddedDriver) => Promise<unknown>,
): Promise<string> {
  const folder = await makeFolder(removals);
  const driver = await EmbeddedDriver.open({ memory: true });
  await fill(driver);
  const path = join(folder, 'database.tar');
  await writeFile(path, new Uint8Array(await (await driver.snapshot()).arrayBuffer()));
  await driver.close();
  return path;
}

/** Runs one statement that no transaction may hold, such as CREATE DATABASE. */
export async function administer(adminUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
