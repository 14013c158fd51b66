import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { change, endpointAt, read, type Json } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { copySubject } from '../support/copied-subjects.js';
import { ADMIN_KEY, startApp } from '../support/start-app.js';
import { runRecheckProcess, startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import {
  createDataDirectory,
  createServerDatabase,
  testDatabases,
  type DatabaseKind,
} from '../support/test-databases.js';

const COPIES = 199;
const TOTAL = COPIES + 1;
/** How many subjects are examined, at the least, when the service is killed. */
const SHARE = TOTAL / 4;

interface Place {
  readonly variables: Readonly<Record<string, string>>;
  readonly open: () => Promise<Database>;
  readonly remove: () => Promise<void>;
}

async function placeOf(kind: DatabaseKind): Promise<Place> {
  if (kind === 'embedded') {
    const { path, remove } = await createDataDirectory();
    return {
      variables: { GAINSAY_DATA_DIR: path, GAINSAY_ADMIN_KEY: ADMIN_KEY },
      open: async () => Database.open(await EmbeddedDriver.open({ dataDirectory: path })),
      remove,
    };
  }
  const { url, drop } = await createServerDatabase('migrated');
  const location = { url, poolSize: 2, patience: 10_000, onIdleError: () => undefined };
  return {
    variables: { DATABASE_URL: url, GAINSAY_ADMIN_KEY: ADMIN_KEY },
    open: async () => Database.open(await PostgresqlDriver.open(location)),
    remove: drop,
  };
}

/**
 * Many subjects of each of which two causes contradict each other, and then one that is placed within the other, by a
 * service in which nothing is worked through.
 */
async function leaveWork({ open }: Place): Promise<void> {
  const database = await open();
  await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
  const app = await startApp({ kind: database.kind, database, close: () => database.close() });
  const world = await World.create(app);
  await world.claim({ property: 'cause', concept: 'bird strike' });
  const { contradictions } = await world.claim({ property: 'cause', concept: 'external interference' });
  expect(contradictions).toHaveLength(1);
  await copySubject(database, COPIES);
  // What follows from other columns follows from the copies' own, as though each had been written by itself.
  await app.recheck({ repair: true });
  await database.query(Prisma.sql`UPDATE contradiction SET version = 1`);
  const input = { broader: [world.concept('external interference')] };
  const selection = 'reexamination { total done state }';
  const { reexamination } = await change(app, 'conceptUpdate', { id: world.concept('bird strike'), input }, selection);
  expect(reexamination).toEqual({ total: TOTAL, done: 0, state: 'WAITING' });
  await app.close();
}

async function progress({ url }: ServiceProcess): Promise<Json> {
  const query = '{ reexaminations { nodes { state total done failed raised lapsed changed } } }';
  return (await read(endpointAt(url), query)).reexaminations.nodes[0];
}

/** How much has been done and counted, with no service running. */
async function doneBy({ open }: Place): Promise<number> {
  const database = await open();
  const [row] = await database.query<{ done: number; waiting: number }>(Prisma.sql`
    SELECT done, (SELECT count(*) FROM reexamination_subject) AS waiting FROM reexamination`);
  await database.close();
  expect(row!.done + row!.waiting).toBe(TOTAL);
  return row!.done;
}

/** Waits until so much has been done, and gives the progress then. */
async function doneAtLeast(service: ServiceProcess, count: number): Promise<Json> {
  for (;;) {
    const now = await progress(service);
    if (now.done >= count) return now;
    await delay(5);
  }
}

/** Every contradiction has lapsed, by one change each. */
async function expectDoneOnce({ open, variables }: Place): Promise<void> {
  const database = await open();
  const rows = await database.query(Prisma.sql`
    SELECT status::text, version, count(*) AS count FROM contradiction GROUP BY 1, 2`);
  expect(rows).toEqual([{ status: 'LAPSED', version: 2, count: TOTAL }]);
  expect(await database.query(Prisma.sql`SELECT FROM question WHERE disputed`)).toEqual([]);
  expect(await database.query(Prisma.sql`SELECT FROM reexamination_subject`)).toEqual([]);
  await database.close();
  expect(await runRecheckProcess(variables)).toMatchObject({ code: 0, stderr: '' });
}

const ALL_DONE = { state: 'DONE', total: TOTAL, done: TOTAL, failed: 0, raised: 0, lapsed: TOTAL, changed: 0 };

test.each(testDatabases)(
  'a service killed in the midst of it leaves what others finish, and they do nothing twice, on %s',
  async (kind) => {
    const place = await placeOf(kind);
    try {
      await leaveWork(place);
      const first = await startServiceProcess(place.variables);
      await doneAtLeast(first, SHARE);
      first.kill('SIGKILL');
      await first.exit;
      expect(await doneBy(place)).toBeGreaterThanOrEqual(SHARE);
      // A server may be shared: what is left, two do.
      const starting = Array.from({ length: kind === 'postgresql' ? 2 : 1 }, () =>
        startServiceProcess(place.variables),
      );
      const services = await Promise.all(starting);
      expect(await doneAtLeast(services[0]!, TOTAL)).toEqual(ALL_DONE);
      for (const service of services) service.kill('SIGTERM');
      for (const service of services) expect((await service.exit).code).toBe(0);
      await expectDoneOnce(place);
    } finally {
      await place.remove();
    }
  },
  300_000,
);
