import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { change, endpointAt, type Endpoint } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { ADMIN_KEY, startApp, type TestApp } from '../support/start-app.js';
import { createServerDatabase, type ServerDatabase } from '../support/test-databases.js';

const EDITORS = 8;
/** A contradiction for each pair of so many answers. */
const ANSWERS = 6;
const ITEMS = (ANSWERS * (ANSWERS - 1)) / 2;

describe('the review queue handed out by services that share a PostgreSQL server', () => {
  let shared: ServerDatabase;
  let here: TestApp;
  let elsewhere: ServiceProcess;
  let world: World;
  let editors: Endpoint[];

  beforeAll(async () => {
    shared = await createServerDatabase('migrated');
    const location = { url: shared.url, poolSize: 5, patience: 10_000, onIdleError: () => undefined };
    const database = await Database.open(await PostgresqlDriver.open(location));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    here = await startApp({ kind: 'postgresql', database, close: () => database.close() });
    elsewhere = await startServiceProcess({ DATABASE_URL: shared.url, GAINSAY_ADMIN_KEY: ADMIN_KEY });
    world = await World.create(here);
    for (let i = 0; i < ANSWERS; i += 1) await world.claim({ property: 'score', quantity: String(i) });
    editors = [];
    for (let i = 0; i < EDITORS; i += 1) {
      const key = await insertKey(here.database, { role: 'EDITOR', name: `Editor ${i}` });
      editors.push(i % 2 === 0 ? endpointAt(here.url, key) : endpointAt(elsewhere.url, key));
    }
  });
  afterAll(async () => {
    await here.close();
    elsewhere.kill('SIGKILL');
    await elsewhere.exit;
    await shared.drop();
  });

  const next = async (editor: Endpoint, except: readonly string[] = []): Promise<string | null> =>
    (await change(editor, 'reviewNext', { except }, 'reviewItem { id }')).reviewItem?.id ?? null;

  test('is handed out to all who ask at once, each item to one, until nothing is left', async () => {
    const handed: string[][] = editors.map(() => []);
    await Promise.all(
      editors.map(async (editor, i) => {
        for (let id = await next(editor); id !== null; id = await next(editor, handed[i])) handed[i]!.push(id);
      }),
    );
    const all = handed.flat();
    expect(all).toHaveLength(ITEMS);
    expect(new Set(all).size).toBe(ITEMS);
  });

  test('is handed out anew when time has run out, again to one each', async () => {
    await here.database.query(Prisma.sql`UPDATE review_lease SET expires_at = clock_timestamp()`);
    const again = await Promise.all(editors.map((editor) => next(editor)));
    expect(new Set(again).size).toBe(EDITORS);
    expect(again).not.toContain(null);
  });
});
