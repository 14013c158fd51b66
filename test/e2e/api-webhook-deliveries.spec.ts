import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WebhookRelayService } from '../../src/features/webhooks/delivery/webhook-relay.service.js';
import { WebhookWorker } from '../../src/features/webhooks/index.js';
import { decodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import {
  answering,
  hanging,
  inTurn,
  startWebhookReceiver,
  type Received,
  type WebhookReceiver,
} from '../support/webhook-receiver.js';
import { change, read, type Json } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { deliveriesOf, drainWebhooks, heard, makeWebhook, webhookOf, webhookSettings } from './support/api-webhooks.js';
import { World } from './support/api-world.js';
import { importLines } from './support/bulk-client.js';

describe.each(testDatabases)('webhooks on %s', (kind) => {
  let app: TestApp;
  let receiver: WebhookReceiver;
  let world: World;
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    app = await startApi(kind, webhookSettings(receiver));
    world = await World.create(app);
  });
  afterAll(async () => {
    await app.close();
    await receiver.close();
  });

  /** A webhook of a story of its own, so that no other test is heard. */
  async function scene(path: string, input: object = {}): Promise<{ own: World; id: string; secret: string }> {
    const own = await world.another();
    return { own, ...(await makeWebhook(app, receiver.url(path), { story: own.story, ...input })) };
  }

  test('tell of claims and contradictions what happened, who did it and where, signed', async () => {
    const { own, id, secret } = await scene('/told');
    const { claim } = await own.claim({ quantity: '38' });
    const { claim: rival, contradictions } = await own.claim({ quantity: '42' });
    await own.retract(rival.id);
    await drainWebhooks(app);
    const told = receiver.at('/told').map((each) => heard(each, secret));
    const { viewer } = await read(app, '{ viewer { actor { id } } }');
    const event = (type: string, object: string): Json => ({
      type,
      timestamp: expect.stringMatching(/Z$/),
      data: { id: object, story: own.story, actor: viewer.actor.id },
    });
    const contradiction = contradictions[0].id as string;
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        event('claim.created', claim.id),
        event('claim.created', rival.id),
        event('contradiction.raised', contradiction),
        event('claim.status_changed', rival.id),
        event('contradiction.settled', contradiction),
      ]),
    );
    const log = await deliveriesOf(app, id);
    expect(log.map(({ state }) => state)).toEqual(Array.from(log, () => 'DELIVERED'));
    expect(log.map(({ messageId }) => messageId).sort()).toEqual(
      receiver
        .at('/told')
        .map(({ headers }) => headers['webhook-id'])
        .sort(),
    );
    expect(log[0]).toEqual({
      id: expect.any(String),
      messageId: expect.any(String),
      kind: 'CLAIM_CREATED',
      objectId: claim.id,
      state: 'DELIVERED',
      reason: null,
      settledAt: expect.any(String),
      story: { id: own.story },
      actor: { name: 'Administrator' },
      attempts: {
        totalCount: 1,
        nodes: [{ number: 1, status: 204, error: null, response: null, duration: expect.any(Number) }],
      },
    });
  });

  test('tell nothing of other stories, of kinds not asked for, of what was refused, nor while disabled', async () => {
    const { own, id } = await scene('/quiet', { kinds: ['CONTRADICTION_SETTLED'] });
    const elsewhere = await world.another();
    await elsewhere.claim({ quantity: '1' });
    await own.claim({ quantity: '1' });
    await own.attemptClaim({ ...own.inputOf({ quantity: '2' }), property: 'nonsense' });
    await change(app, 'webhookUpdate', { id, expectedVersion: 1, input: { disabled: true } });
    const { contradictions } = await own.claim({ quantity: '3' });
    await own.decide('contradictionDismiss', contradictions[0].id);
    await drainWebhooks(app);
    expect(receiver.at('/quiet')).toEqual([]);
    expect(await deliveriesOf(app, id)).toEqual([]);
    expect(await app.database.query(Prisma.sql`SELECT FROM webhook_outbox`)).toEqual([]);
  });

  test('are tried again with the same id and body, and a new time', async () => {
    const { id, secret } = await scene('/again');
    receiver.reactions.set('/again', inTurn(answering(500, 'Not now.'), hanging, answering(200, 'Thanks.')));
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    const requests = receiver.at('/again');
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    for (const each of requests) expect(heard(each, secret)).toMatchObject({ type: 'ping', data: { id: null } });
    const [delivery] = await deliveriesOf(app, id);
    expect(delivery).toMatchObject({ state: 'DELIVERED', kind: 'PING', objectId: null, story: null });
    expect(delivery.attempts.nodes).toMatchObject([
      { number: 1, status: 500, error: 'The receiver answered with status 500.', response: 'Not now.' },
      { number: 2, status: null, error: 'The receiver did not answer in time.', response: null },
      { number: 3, status: 200, error: null, response: 'Thanks.' },
    ]);
    expect(await webhookOf(app, id)).toMatchObject({ failingSince: null });
  });

  test.each<[string, () => void, string, number | null]>([
    ['redirects', () => redirecting('/elsewhere'), 'The receiver redirects (302), which is not followed.', 302],
    [
      'breaks off',
      () => receiver.reactions.set('/bad', (response) => response.destroy()),
      'could not be reached',
      null,
    ],
  ])('are given up at last where the receiver %s', async (_what, prepare, error, status) => {
    const { id } = await scene('/bad');
    prepare();
    const before = receiver.at('/bad').length;
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    expect(receiver.at('/bad')).toHaveLength(before + 3);
    expect(receiver.at('/elsewhere')).toEqual([]);
    const [delivery] = await deliveriesOf(app, id, 'DEAD');
    expect(delivery).toMatchObject({ state: 'DEAD', reason: 'It was tried 3 times.', attempts: { totalCount: 3 } });
    expect(delivery.attempts.nodes[2]).toMatchObject({ status, error: expect.stringContaining(error) });
    expect((await webhookOf(app, id)).failingSince).toEqual(expect.any(String));
  });

  const redirecting = (to: string): void =>
    void receiver.reactions.set('/bad', (response) => response.writeHead(302, { location: to }).end());

  test('are replayed one by one and all together, with the ids that they had', async () => {
    const { id } = await scene('/replayed');
    receiver.reactions.set('/replayed', answering(503));
    for (let i = 0; i < 3; i += 1) await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    const dead = await deliveriesOf(app, id, 'DEAD');
    expect(dead).toHaveLength(3);
    receiver.reactions.set('/replayed', answering(200));
    const selection = 'webhookDelivery { id state reason }';
    const { webhookDelivery } = await change(app, 'webhookReplay', { id: dead[1].id }, selection);
    expect(webhookDelivery).toEqual({ id: dead[1].id, state: 'WAITING', reason: null });
    await drainWebhooks(app);
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['DEAD', 'DELIVERED', 'DEAD']);
    const { webhookReplay } = await change(app, 'webhookReplayAll', { id }, 'webhookReplay { replayed }');
    await drainWebhooks(app);
    expect(webhookReplay.replayed).toBe(2);
    const log = await deliveriesOf(app, id);
    expect(log.map(({ id, state, attempts }) => [id, state, attempts.totalCount])).toEqual(
      dead.map(({ id }) => [id, 'DELIVERED', 4]),
    );
    expect(new Set(receiver.at('/replayed').map(({ headers }) => headers['webhook-id'])).size).toBe(3);
  });

  test('that hang hold up no other, and have four requests at a time', async () => {
    const { id: slow } = await scene('/hangs');
    const { id: good } = await scene('/answers');
    const held = new Set<() => void>();
    let most = 0;
    receiver.reactions.set('/hangs', (response) => {
      const answer = (): void => void response.writeHead(200).end();
      held.add(answer);
      response.on('close', () => held.delete(answer));
      most = Math.max(most, held.size);
    });
    for (let i = 0; i < 10; i += 1) await change(app, 'webhookPing', { id: slow });
    for (let i = 0; i < 10; i += 1) await change(app, 'webhookPing', { id: good });
    // The slow receiver answers only once the good one has been told everything.
    void receiver.until('/answers', 10).then(() => {
      receiver.reactions.set('/hangs', answering(200));
      held.forEach((answer) => answer());
    });
    await drainWebhooks(app);
    const log = await deliveriesOf(app, good);
    expect(log.map(({ state, attempts }) => [state, attempts.totalCount])).toEqual(log.map(() => ['DELIVERED', 1]));
    expect(log).toHaveLength(10);
    expect(most).toBe(4);
  });

  test('are signed with the secret before, too, for a day', async () => {
    const { id, secret } = await scene('/rotated');
    const { newWebhook } = await change(
      app,
      'webhookSecretRotate',
      { id },
      'newWebhook { secret webhook { version previousSecretUntil } }',
    );
    expect(newWebhook.secret).not.toBe(secret);
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    await app.database.query(
      Prisma.sql`UPDATE webhook SET previous_secret_until = now() WHERE previous_secret = ${secret}`,
    );
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    const [during, after] = receiver.at('/rotated') as [Received, Received];
    for (const good of [secret, newWebhook.secret]) expect(heard(during, good)).toMatchObject({ type: 'ping' });
    expect(heard(after, newWebhook.secret)).toMatchObject({ type: 'ping' });
    expect(() => heard(after, secret)).toThrow('No matching signature');
  });

  test.each<[string, string, () => Promise<unknown>, RegExp]>([
    [
      'failed for five days',
      '/failing',
      async () => {
        receiver.reactions.set('/failing', answering(500));
        const at = Prisma.sql`now() - interval '5 days'`;
        return app.database.query(Prisma.sql`UPDATE webhook SET failing_since = ${at} WHERE url LIKE '%/failing'`);
      },
      /^Every attempt has failed since /,
    ],
    [
      'answered that it is gone',
      '/gone',
      async () => receiver.reactions.set('/gone', answering(410)),
      /is gone \(status 410\)/,
    ],
  ])('that %s are told nothing more, and can be told again', async (_what, path, prepare, reason) => {
    const { id } = await scene(path);
    await prepare();
    await change(app, 'webhookPing', { id });
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    const disabled = await webhookOf(app, id);
    expect(disabled).toMatchObject({ disabledAt: expect.any(String), disabledReason: expect.stringMatching(reason) });
    expect(receiver.at(path).length).toBeLessThanOrEqual(2);
    const { auditEvents } = await read(
      app,
      'query ($id: ID!) { auditEvents(filter: { object: $id, action: "webhookFailed" }) { nodes { after actor { name } } } }',
      { id },
    );
    expect(auditEvents.nodes).toEqual([
      {
        after: expect.objectContaining({ disabledReason: disabled.disabledReason }),
        actor: { name: 'Gainsay webhooks' },
      },
    ]);
    const dead = await deliveriesOf(app, id, 'DEAD');
    expect(dead.map((each) => each.reason)).toEqual(['The webhook was disabled.', 'The webhook was disabled.']);
    receiver.reactions.set(path, answering(200));
    await change(app, 'webhookUpdate', { id, expectedVersion: disabled.version, input: { disabled: false } });
    await change(app, 'webhookReplayAll', { id });
    await drainWebhooks(app);
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
    expect(await webhookOf(app, id)).toMatchObject({ disabledAt: null, disabledReason: null, failingSince: null });
  });

  test('tell of the end of an import, which belongs to no story', async () => {
    const { id } = await makeWebhook(app, receiver.url('/imports'), { kinds: ['IMPORT_ENDED'] });
    await importLines(app, '{"type":"story","slug":"told","title":"Told"}\n');
    await drainWebhooks(app);
    const { bulkImports } = await read(app, '{ bulkImports(first: 1) { nodes { id } } }');
    expect(await deliveriesOf(app, id)).toMatchObject([
      { kind: 'IMPORT_ENDED', objectId: bulkImports.nodes[0].id, story: null, actor: { name: 'Administrator' } },
    ]);
    await change(app, 'webhookDelete', { id });
  });

  test('that the queue has lost are taken up again, and only those', async () => {
    const { id } = await scene('/lost');
    const { id: localId } = decodeId(id)!;
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    // As it would be had its job gone before it was delivered.
    await app.database.query(Prisma.sql`
      UPDATE webhook_delivery SET state = 'WAITING', settled_at = NULL WHERE webhook_id = ${localId}::uuid`);
    await change(app, 'webhookPing', { id });
    await app.get(WebhookRelayService).step([localId]);
    await app.get(WebhookWorker).tidy();
    const rows = await app.database.query(Prisma.sql`
      SELECT array_agg(run ORDER BY id) AS runs FROM webhook_delivery WHERE webhook_id = ${localId}::uuid`);
    expect(rows).toEqual([{ runs: [2, 1] }]);
    await drainWebhooks(app);
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['DELIVERED', 'DELIVERED']);
    expect(new Set(receiver.at('/lost').map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    expect(receiver.at('/lost')).toHaveLength(3);
  });

  test('leave the log when they are old and over, and nothing where their webhook is deleted', async () => {
    const { id } = await scene('/old');
    const worker = app.get(WebhookWorker);
    const age = (): Promise<unknown> =>
      app.database.query(Prisma.sql`UPDATE webhook_delivery SET created_at = now() - interval '31 days'`);
    await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    await change(app, 'webhookPing', { id });
    await age();
    await worker.tidy();
    expect((await deliveriesOf(app, id)).map(({ state }) => state)).toEqual(['WAITING']);
    await change(app, 'webhookDelete', { id });
    await drainWebhooks(app);
    await worker.tidy();
    expect(receiver.at('/old')).toHaveLength(1);
    const { id: localId } = decodeId(id)!;
    const left = await app.database.query(Prisma.sql`
      SELECT name FROM pgboss.queue WHERE name LIKE ${`%${localId}`} UNION ALL
      SELECT name FROM pgboss.job WHERE name LIKE ${`%${localId}`}`);
    expect(left).toEqual([]);
  });
});
