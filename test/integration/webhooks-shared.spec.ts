import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { Database } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { change, endpointAt, read, type Endpoint, type Json } from '../e2e/support/api-client.js';
import { insertKey } from '../e2e/support/api-database.js';
import { ALL_KINDS, webhookSettings } from '../e2e/support/api-webhooks.js';
import { World } from '../e2e/support/api-world.js';
import { ADMIN_KEY } from '../support/start-app.js';
import { startServiceProcess, type ServiceProcess } from '../support/service-process.js';
import { createDataDirectory, createServerDatabase, type ServerDatabase } from '../support/test-databases.js';
import { answering, hanging, startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';

async function tell(endpoint: Endpoint, url: string, kinds = ALL_KINDS): Promise<string> {
  const { newWebhook } = await change(endpoint, 'webhookCreate', { input: { name: 'Desk', url, kinds } });
  return newWebhook.webhook.id;
}

/** What was told, each event once: the object's id and what happened to it. */
const toldAt = (receiver: WebhookReceiver, path: string): Json[] =>
  receiver.at(path).map(({ body }) => JSON.parse(body));
const messageIds = (receiver: WebhookReceiver, path: string): string[] =>
  receiver.at(path).map(({ headers }) => headers['webhook-id'] ?? '');

describe('a service whose process is killed', () => {
  let directory: string;
  let remove: () => Promise<void>;
  let receiver: WebhookReceiver;
  let service: ServiceProcess;
  let world: World;
  const start = async (): Promise<void> => {
    service = await startServiceProcess({
      GAINSAY_DATA_DIR: directory,
      GAINSAY_ADMIN_KEY: ADMIN_KEY,
      ...webhookSettings(receiver, 17),
    });
  };
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    ({ path: directory, remove } = await createDataDirectory());
    const database = await Database.open(await EmbeddedDriver.open({ dataDirectory: directory }));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    await database.close();
    await start();
    world = await World.create(endpointAt(service.url));
  });
  afterAll(async () => {
    service.kill('SIGKILL');
    await service.exit;
    await receiver.close();
    await remove();
  });

  async function restart(signal: NodeJS.Signals): Promise<void> {
    service.kill(signal);
    await service.exit;
    await start();
    world = world.through(endpointAt(service.url));
  }

  test('right after the answer tells what it acknowledged', async () => {
    await tell(world.endpoint, receiver.url('/after'), ['CLAIM_CREATED']);
    const { claim } = await world.claim({ quantity: '1' });
    await restart('SIGKILL');
    await receiver.until('/after', 1);
    expect(toldAt(receiver, '/after')[0]).toMatchObject({ type: 'claim.created', data: { id: claim.id } });
  });

  test('in the middle of a request makes it again, with the same id', async () => {
    receiver.reactions.set('/amid', hanging);
    const id = await tell(world.endpoint, receiver.url('/amid'), ['PING']);
    await change(world.endpoint, 'webhookPing', { id });
    await receiver.until('/amid', 1);
    service.kill('SIGKILL');
    await service.exit;
    receiver.reactions.delete('/amid');
    await start();
    await receiver.until('/amid', 2);
    expect(new Set(messageIds(receiver, '/amid')).size).toBe(1);
  });

  test('in order, in the middle of a request, ends cleanly and makes it again', async () => {
    receiver.reactions.set('/orderly', hanging);
    const endpoint = endpointAt(service.url);
    const id = await tell(endpoint, receiver.url('/orderly'), ['PING']);
    await change(endpoint, 'webhookPing', { id });
    await receiver.until('/orderly', 1);
    service.kill('SIGTERM');
    expect(await service.exit).toMatchObject({ code: 0 });
    receiver.reactions.delete('/orderly');
    const before = receiver.at('/orderly').length;
    await start();
    await receiver.until('/orderly', before + 1);
    expect(new Set(messageIds(receiver, '/orderly')).size).toBe(1);
  });
});

describe('services that share a PostgreSQL server', () => {
  let shared: ServerDatabase;
  let receiver: WebhookReceiver;
  let services: ServiceProcess[];
  let worlds: World[];
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    shared = await createServerDatabase('migrated');
    const location = { url: shared.url, poolSize: 2, patience: 10_000, onIdleError: () => undefined };
    const database = await Database.open(await PostgresqlDriver.open(location));
    await insertKey(database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
    await database.close();
    const settings = { DATABASE_URL: shared.url, GAINSAY_ADMIN_KEY: ADMIN_KEY, ...webhookSettings(receiver, 17) };
    services = [await startServiceProcess(settings), await startServiceProcess(settings)];
    const world = await World.create(endpointAt(services[0]!.url));
    worlds = services.map(({ url }) => world.through(endpointAt(url)));
  });
  afterAll(async () => {
    for (const service of services) service.kill('SIGKILL');
    await Promise.all(services.map(({ exit }) => exit));
    await receiver.close();
    await shared.drop();
  });

  /** Ten claims to each of the services, alternately. */
  async function write(figure: number): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      const { claim } = await worlds[i % worlds.length]!.claim({ property: 'score', quantity: String(figure + i) });
      ids.push(claim.id);
    }
    return ids.sort();
  }

  test('tell everything that either wrote, once', async () => {
    await tell(worlds[0]!.endpoint, receiver.url('/both'), ['CLAIM_CREATED']);
    const ids = await write(0);
    await receiver.until('/both', ids.length);
    expect(
      toldAt(receiver, '/both')
        .map(({ data }) => data.id)
        .sort(),
    ).toEqual(ids);
    expect(new Set(messageIds(receiver, '/both')).size).toBe(ids.length);
    // Nothing is left that could be told again.
    const query = '{ webhooks { nodes { url deliveries(state: WAITING) { totalCount } } } }';
    const left = async (): Promise<number> =>
      (await read(worlds[0]!.endpoint, query)).webhooks.nodes[0].deliveries.totalCount;
    while ((await left()) > 0) await delay(50);
    expect(receiver.at('/both')).toHaveLength(ids.length);
  });

  test('tell everything where one is killed in the middle of it', async () => {
    // The first that gets a request is left waiting for the answer until it is killed.
    receiver.reactions.set('/killed', hanging);
    await tell(worlds[0]!.endpoint, receiver.url('/killed'), ['CLAIM_CREATED']);
    const ids = await write(100);
    await receiver.until('/killed', 4);
    services[1]!.kill('SIGKILL');
    await services[1]!.exit;
    receiver.reactions.set('/killed', answering(200));
    const told = (): string[] => [...new Set(toldAt(receiver, '/killed').map(({ data }) => data.id as string))].sort();
    const query = '{ webhooks { nodes { deliveries(state: WAITING) { totalCount } } } }';
    for (;;) {
      const [{ deliveries }] = (await read(worlds[0]!.endpoint, query)).webhooks.nodes;
      if (deliveries.totalCount === 0 && told().length === ids.length) break;
      await delay(50);
    }
    expect(told()).toEqual(ids);
  });
});
