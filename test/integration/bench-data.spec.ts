import { expect, test } from '@jest/globals';
import pg from 'pg';
import { makeDataset } from '../../bench/data/dataset.js';
import { load } from '../../bench/data/load.js';
import { TABLES } from '../../bench/data/rows.js';
import { createServerDatabase } from '../support/test-databases.js';

test('the rows of the benchmark satisfy every constraint and trigger', async () => {
  const rows = makeDataset({ seed: 7, stories: 3, largestStory: 300, skew: 0.7, claimsPerQuestion: 8 });
  const { url, drop } = await createServerDatabase('migrated');
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await load(client, rows);
    for (const table of TABLES) {
      const { rows: counted } = await client.query<{ count: number }>(`SELECT count(*)::int FROM "${table}"`);
      expect([table, counted[0]?.count]).toEqual([table, rows[table].length]);
    }
  } finally {
    await client.end();
    await drop();
  }
});
