import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { Changes } from '../../src/platform/events/index.js';
import { change, endpointAt, read } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { ndjson } from '../e2e/support/bulk-client.js';
import { Subscriber, until, type Events } from '../e2e/support/subscriber.js';
import { ADMIN_KEY, startApp, type TestApp } from '../support/start-app.js';
import { runBulkProcess, startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { createServerDatabase, type ServerDatabase } from '../support/test-databases.js';

const CLAIMS = 'subscription { claimChanged { id version } }';

describe('subscriptions of services that share a PostgreSQL server', () => {
  let shared: ServerDatabase;
  let here: TestApp;
  let elsewhere: ServiceProcess;
  let world: World;
  let client: Subscriber;

  beforeAll(async () => {
    shared = await createServerDatabase('migrated');
    const location = { url: shared.url, poolSize: 5, patience: 10_000, onIdleError: () => undefined };
    const database = await Database.open(await PostgresqlDriver.open(location));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    here = await startApp({ kind: 'postgresql', database, close: () => database.close() });
    elsewhere = await startServiceProcess({ DATABASE_URL: shared.url, GAINSAY_ADMIN_KEY: ADMIN_KEY });
    world = await World.create(here);
    client = new Subscriber(here);
  });
  afterAll(async () => {
    await client.close();
    await here.close();
    elsewhere.kill('SIGKILL');
    await elsewhere.exit;
    await shared.drop();
  });

  const follow = async (query = CLAIMS, variables: Record<string, unknown> = {}): Promise<Events> => {
    const changes = here.get(Changes);
    const before = changes.followers;
    const events = client.subscribe(query, variables);
    await until(() => changes.followers > before);
    return events;
  };

  test('what is written at one is told by the other', async () => {
    const events = await follow();
    const { claim } = await world.through(endpointAt(elsewhere.url)).claim({ quantity: '7' });
    expect((await events.next()).data.claimChanged).toEqual({ id: claim.id, version: 1 });
    const queue = await follow('subscription { reviewQueueChanged { id item { kind } } }');
    await change(endpointAt(elsewhere.url), 'claimSubmit', { id: claim.id, expectedVersion: 1 });
    expect((await queue.next()).data.reviewQueueChanged).toEqual({ id: claim.id, item: { kind: 'SUBMITTED_CLAIM' } });
    expect((await events.next()).data.claimChanged).toEqual({ id: claim.id, version: 2 });
    await change(endpointAt(elsewhere.url), 'claimWithdraw', { id: claim.id, expectedVersion: 2 });
    expect((await queue.next()).data.reviewQueueChanged).toEqual({ id: claim.id, item: null });
    await queue.return();
    expect((await events.next()).data.claimChanged).toEqual({ id: claim.id, version: 3 });
    await change(here, 'claimRetract', { id: claim.id, expectedVersion: 3, reason: 'It was misread.' });
    expect((await events.next()).data.claimChanged).toEqual({ id: claim.id, version: 4 });
    await events.return();
  });

  test('the progress of the command is told by the service', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'gainsay-progress-'));
    const file = join(folder, 'lines.ndjson');
    const slug = 'by-command';
    const subjects = Array.from({ length: 1_499 }, (_, i) => ({
      type: 'subject',
      story: slug,
      kind: 'EVENT',
      label: `Event ${i}`,
    }));
    await writeFile(file, ndjson({ type: 'story', slug, title: 'By command' }, ...subjects));
    const run = runBulkProcess('import', { DATABASE_URL: shared.url, GAINSAY_ADMIN_KEY: ADMIN_KEY }, [file]);
    let id: string | undefined;
    for (let tried = 0; id === undefined && tried < 1_000; tried += 1) {
      await delay(20);
      ({ id } = (await read(here, '{ bulkImports { nodes { id } } }')).bulkImports.nodes[0] ?? {});
    }
    const query = 'subscription ($id: ID!) { importProgressed(id: $id) { finished import { lines } } }';
    const events = client.subscribe(query, { id });
    const seen = [];
    for (let event = await events.next(); event !== null; event = await events.next()) {
      seen.push(event.data.importProgressed);
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.at(-1)).toEqual({ finished: true, import: { lines: 1_500 } });
    expect(await run).toMatchObject({ code: 0 });
    await rm(folder, { recursive: true });
  });

  test('where the connection on which changes are heard is lost, every subscription ends and says so; a new one works', async () => {
    const both = [await follow(), await follow('subscription { contradictionChanged { id } }')];
    const ended = await here.database.query<{ ended: boolean }>(Prisma.sql`
      SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
      WHERE application_name = 'gainsay events' AND datname = current_database()`);
    expect(ended).toEqual([{ ended: true }]);
    for (const events of both) {
      await expect(events.next()).rejects.toMatchObject([
        { message: expect.stringContaining('subscribe again'), extensions: { code: 'OVERLOADED' } },
      ]);
    }
    expect(here.get(Changes).followers).toBe(0);
    const again = await follow();
    const { claim } = await world.through(endpointAt(elsewhere.url)).claim({ quantity: '8' });
    expect((await again.next()).data.claimChanged.id).toBe(claim.id);
  });

  test('a service that is told to stop says so to its subscribers', async () => {
    const distant = new Subscriber(elsewhere);
    const events = distant.subscribe(CLAIMS);
    const { claim } = await world.claim({ quantity: '9' });
    // By the time that this claim is told, or one after it, the subscription is there.
    const told = events.next().then(
      () => true,
      () => true,
    );
    for (let version = 1; !(await Promise.race([told, Promise.resolve(false)])); version += 1) {
      const rank = version % 2 === 0 ? 'NORMAL' : 'PREFERRED';
      await change(here, 'claimRank', { id: claim.id, expectedVersion: version, rank, reason: 'To tell something.' });
    }
    elsewhere.kill('SIGTERM');
    expect(await distant.closed).toMatchObject({ code: 1001 });
    expect(await elsewhere.exit).toMatchObject({ code: 0 });
  });
});
