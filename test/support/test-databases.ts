import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from '../../src/platform/database/index.js';
import type { DatabaseDriver } from '../../src/platform/database/driver.js';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { askKeeper } from './keeper.js';
import { administer, type PreparedServer } from './prepared-databases.js';

/** The kinds of database that a suite runs on: `describe.each(testDatabases)('... on %s', (kind) => ...)`. */
export const testDatabases = ['embedded', 'postgresql'] as const;
export type DatabaseKind = (typeof testDatabases)[number];

/**
 * The one on which a feature is tried whose statements run on both elsewhere (api-policies, api-records and api-nodes send every
 * root field to both): the stricter, as it lets many write at once.
 */
export const oneDatabase = ['postgresql'] as const satisfies readonly DatabaseKind[];

/** A database of one suite's own. */
export interface TestDatabase {
  readonly kind: DatabaseKind;
  readonly database: Database;
  /** Closes it and leaves nothing behind. */
  readonly close: () => Promise<void>;
}

/** A database on the test server, named by its connection URI. */
export interface ServerDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Opens a new, migrated, empty database: in memory, or on the test server. */
export async function openTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const { driver, remove } = kind === 'embedded' ? await openInMemory('snapshot') : await openOnServer('migrated');
  const database = await Database.open(driver);
  return {
    kind,
    database,
    close: async () => {
      await database.close();
      await remove();
    },
  };
}

/** A database without any table, below `Database`; `remove` is to be called once the driver is closed. */
export async function openEmptyDriver(
  kind: DatabaseKind,
): Promise<{ driver: DatabaseDriver; remove: () => Promise<void> }> {
  if (kind === 'postgresql') return openOnServer('empty');
  return openInMemory('empty');
}

/** Creates a database on the test server, for those that connect to it by themselves. */
export async function createServerDatabase(content: 'migrated' | 'empty'): Promise<ServerDatabase> {
  const { adminUrl, template } = (await askKeeper('server')) as PreparedServer;
  const name = `gainsay_test_${randomBytes(6).toString('hex')}`;
  await administer(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${content === 'migrated' ? template : 'template0'}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** A data directory of one test's own. */
export interface DataDirectory {
  readonly path: string;
  readonly remove: () => Promise<void>;
}

/** Makes the data directory of a migrated, empty embedded database, for services and commands that open it by themselves. */
export async function createDataDirectory(): Promise<DataDirectory> {
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-data-'));
  const path = join(folder, 'data');
  await cp((await askKeeper('directory')) as string, path, { recursive: true });
  return { path, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function openInMemory(
  content: 'snapshot' | 'empty',
): Promise<{ driver: DatabaseDriver; remove: () => Promise<void> }> {
  const snapshot = new Blob([new Uint8Array(await readFile((await askKeeper(content)) as string))]);
  return { driver: await EmbeddedDriver.open({ memory: true, snapshot }), remove: () => Promise.resolve() };
}

async function openOnServer(
  content: 'migrated' | 'empty',
): Promise<{ driver: DatabaseDriver; remove: () => Promise<void> }> {
  const { url, drop } = await createServerDatabase(content);
  const driver = await PostgresqlDriver.open({ url, poolSize: 10, patience: 10_000, onIdleError: () => undefined });
  return { driver, remove: drop };
}
