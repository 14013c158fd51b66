import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { administer, prepareDatabases } from '../../test/support/prepared-databases.js';
import { load } from '../data/load.js';
import { append, noRows, type Rows } from '../data/rows.js';
import { Random } from '../data/random.js';
import { makeStory } from '../data/story.js';
import { makeWorld } from '../data/vocabulary.js';
import type { GrowthPlan } from './settings.js';

const NAMES = ['gainsay_growth', 'gainsay_growth_plain'] as const;
const START = Date.UTC(2023, 0, 1);
const CLAIMS_PER_QUESTION = 8;

/** Two databases with the same rows, and the claims that are to be written to both. */
export interface GrowthDatabases {
  readonly url: string;
  /** Where rows are inserted plainly. */
  readonly plainUrl: string;
  /** What an administrator signs in with. */
  readonly key: string;
  /** Every row of the stories; of the last story the claims are not in the databases yet. */
  readonly stories: readonly Rows[];
  remove(): Promise<void>;
}

/** Starts a throwaway PostgreSQL server (or takes that of GAINSAY_TEST_DATABASE_URL) and loads what is there before. */
export async function openGrowthDatabases({ seed, storySizes, imported }: GrowthPlan): Promise<GrowthDatabases> {
  const world = makeWorld(new Random(seed), START);
  const stories = [...storySizes, imported].map((claims, i) => {
    const size = { claims, claimsPerQuestion: CLAIMS_PER_QUESTION };
    const rows = makeStory(new Random(seed + i), world, i + 1, START + i, size);
    return { ...rows, property: world.rows.property };
  });
  const rows = noRows();
  append(rows, world.rows);
  for (const story of stories.slice(0, -1)) append(rows, { ...story, property: [] });
  const { story, subject, source, snapshot } = stories.at(-1) ?? noRows();
  append(rows, { ...noRows(), story, subject, source, snapshot });

  const prepared = prepareDatabases();
  try {
    const { adminUrl, template } = await prepared.server();
    const drop = async (): Promise<void> => {
      for (const name of NAMES) await administer(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    };
    await drop();
    await administer(adminUrl, `CREATE DATABASE ${NAMES[0]} TEMPLATE ${template}`);
    const [url, plainUrl] = NAMES.map((name) => Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href);
    if (!url || !plainUrl) throw new Error('There are two databases.');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const key = `bench-${randomUUID()}`;
    await load(client, rows)
      .then(() => insertKey(client, key, world.accountId))
      .finally(() => client.end());
    await administer(adminUrl, `CREATE DATABASE ${NAMES[1]} TEMPLATE ${NAMES[0]}`);
    const remove = (): Promise<void> => drop().then(() => prepared.remove());
    return { url, plainUrl, key, stories, remove };
  } catch (error) {
    await prepared.remove();
    throw error;
  }
}

async function insertKey(client: pg.ClientBase, key: string, accountId: string): Promise<void> {
  const hash = createHash('sha256').update(key).digest('hex');
  await client.query(
    `INSERT INTO api_key (id, account_id, name, secret_hash, role, created_at) VALUES ($1, $2, 'bench', $3, 'ADMIN', now())`,
    [randomUUID(), accountId, hash],
  );
}
