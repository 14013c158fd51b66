import pg from 'pg';
import { administer, prepareDatabases } from '../test/support/prepared-databases.js';
import type { Rows } from './data/rows.js';
import { load } from './data/load.js';

/** A migrated database with rows in it, on a server of its own. */
export interface BenchDatabase {
  readonly url: string;
  /** Stops the server and removes its files. */
  remove(): Promise<void>;
}

const NAME = 'gainsay_bench';

/** Starts a throwaway PostgreSQL server (or takes that of GAINSAY_TEST_DATABASE_URL) and loads the rows. */
export async function openBenchDatabase(rows: Rows): Promise<BenchDatabase> {
  const prepared = prepareDatabases();
  try {
    const { adminUrl, template } = await prepared.server();
    await administer(adminUrl, `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
    await administer(adminUrl, `CREATE DATABASE ${NAME} TEMPLATE ${template}`);
    const url = new URL(adminUrl);
    url.pathname = `/${NAME}`;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await load(client, rows).finally(() => client.end());
    const remove = async (): Promise<void> => {
      await administer(adminUrl, `DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
      await prepared.remove();
    };
    return { url: url.href, remove };
  } catch (error) {
    await prepared.remove();
    throw error;
  }
}
