import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.js';
import { attempt, change, read, type Json, type MutationName } from './support/api-client.js';
import { fingerprint, insertKey, startApi } from './support/api-database.js';
import { unknown } from './support/api-spoilt-claim.js';
import { deliveriesOf, drainWebhooks, makeWebhook, webhookOf, webhookSettings } from './support/api-webhooks.js';
import { World } from './support/api-world.js';

/** Ids of what can be put in each other's place. */
interface Scene {
  readonly webhook: string;
  readonly disabled: string;
  readonly delivered: string;
  readonly story: string;
  readonly url: string;
}

type Refusal = readonly [
  what: string,
  mutation: MutationName,
  given: (scene: Scene) => object,
  code: string,
  field: string,
  says: RegExp,
];

const creating = (
  what: string,
  given: (scene: Scene) => object,
  code: string,
  field: string,
  says: RegExp,
): Refusal => {
  const usual = ({ url }: Scene): object => ({ name: 'Desk', url, kinds: ['CLAIM_CREATED'] });
  return [what, 'webhookCreate', (scene) => ({ input: { ...usual(scene), ...given(scene) } }), code, field, says];
};

const updating = (what: string, input: object, code: string, field: string, says: RegExp, version = 1): Refusal => [
  what,
  'webhookUpdate',
  ({ webhook }) => ({ id: webhook, expectedVersion: version, input }),
  code,
  field,
  says,
];

const REFUSALS: readonly Refusal[] = [
  creating('no name', () => ({ name: ' ' }), 'INVALID_INPUT', 'input.name', /at least one word/),
  creating('no kinds', () => ({ kinds: [] }), 'REQUIRED', 'input.kinds', /not be empty/),
  creating('no address', () => ({ url: 'gopher://x' }), 'INVALID_URL', 'input.url', /http or https/),
  creating('plain http', () => ({ url: 'http://1.1.1.1/' }), 'ADDRESS_REFUSED', 'input.url', /by https/),
  creating('a private address', () => ({ url: 'https://10.0.0.1/' }), 'ADDRESS_REFUSED', 'input.url', /not public/),
  creating('metadata', () => ({ url: 'https://169.254.169.254/' }), 'ADDRESS_REFUSED', 'input.url', /not public/),
  creating('an odd port', () => ({ url: 'https://1.1.1.1:25/' }), 'ADDRESS_REFUSED', 'input.url', /not public/),
  creating('this machine', () => ({ url: 'https://localhost/' }), 'ADDRESS_REFUSED', 'input.url', /not public/),
  creating('no host', () => ({ url: 'https://a.invalid/' }), 'ADDRESS_UNREACHABLE', 'input.url', /not known/),
  creating('no story', (s) => ({ story: unknown(s.story) }), 'NOT_FOUND', 'input.story', /no Story/),
  creating('a webhook as story', (s) => ({ story: s.webhook }), 'WRONG_TYPE', 'input.story', /Story is wanted/),
  updating('no name', { name: '' }, 'REQUIRED', 'input.name', /not be empty/),
  updating('no kinds', { kinds: [] }, 'REQUIRED', 'input.kinds', /not be empty/),
  updating('a private address', { url: 'https://10.0.0.1/' }, 'ADDRESS_REFUSED', 'input.url', /not public/),
  updating(
    'a reason for nothing',
    { disabledReason: 'Over.' },
    'INVALID_INPUT',
    'input.disabledReason',
    /not disabled/,
  ),
  updating('an old version', { name: 'Feed' }, 'STALE_VERSION', 'expectedVersion', /at version 1/, 2),
  ...(['webhookSecretRotate', 'webhookDelete', 'webhookPing', 'webhookReplayAll'] as const).flatMap(
    (mutation): Refusal[] => [
      ['no webhook', mutation, (s) => ({ id: unknown(s.webhook) }), 'NOT_FOUND', 'id', /no Webhook/],
      ['a story', mutation, (s) => ({ id: s.story }), 'WRONG_TYPE', 'id', /Webhook is wanted/],
    ],
  ),
  [
    'no webhook',
    'webhookUpdate',
    (s) => ({ id: unknown(s.webhook), expectedVersion: 1, input: {} }),
    'NOT_FOUND',
    'id',
    /no Webhook/,
  ],
  ['a disabled webhook', 'webhookPing', (s) => ({ id: s.disabled }), 'ILLEGAL_STATE', 'id', /is disabled/],
  ['a disabled webhook', 'webhookReplayAll', (s) => ({ id: s.disabled }), 'ILLEGAL_STATE', 'id', /is disabled/],
  ['no delivery', 'webhookReplay', (s) => ({ id: unknown(s.delivered) }), 'NOT_FOUND', 'id', /no WebhookDelivery/],
  ['a webhook', 'webhookReplay', (s) => ({ id: s.webhook }), 'WRONG_TYPE', 'id', /WebhookDelivery is wanted/],
  ['what was delivered', 'webhookReplay', (s) => ({ id: s.delivered }), 'ILLEGAL_STATE', 'id', /is DELIVERED/],
];

describe.each(oneDatabase)('managing webhooks on %s', (kind) => {
  let app: TestApp;
  let receiver: WebhookReceiver;
  let scene: Scene;
  beforeAll(async () => {
    receiver = await startWebhookReceiver();
    app = await startApi(kind, webhookSettings(receiver));
    const { story } = await World.create(app);
    const url = receiver.url('/');
    const { id: webhook } = await makeWebhook(app, url);
    const { id: disabled } = await makeWebhook(app, url);
    await change(app, 'webhookUpdate', { id: disabled, expectedVersion: 1, input: { disabled: true } });
    await change(app, 'webhookPing', { id: webhook });
    await drainWebhooks(app);
    const [delivery] = await deliveriesOf(app, webhook);
    scene = { webhook, disabled, delivered: delivery.id, story, url };
  });
  afterAll(async () => {
    await app.close();
    await receiver.close();
  });

  test.each(REFUSALS)('refused: %s (%s)', async (_what, mutation, given, code, field, says) => {
    const before = await fingerprint(app.database);
    const { userErrors } = await attempt(app, mutation, given(scene));
    expect(userErrors).toEqual([expect.objectContaining({ code, field: field.split('.') })]);
    expect(userErrors[0].message).toMatch(says);
    expect(await fingerprint(app.database)).toEqual(before);
  });

  test('a webhook is made, changed, disabled and deleted', async () => {
    const { id } = await makeWebhook(app, receiver.url('/life'), { kinds: ['PING', 'PING'], story: scene.story });
    expect(await webhookOf(app, id)).toEqual({
      id,
      name: 'Desk',
      url: receiver.url('/life'),
      kinds: ['PING'],
      version: 1,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      previousSecretUntil: null,
      story: { id: scene.story },
      createdBy: { name: 'Administrator' },
    });
    await change(app, 'webhookPing', { id });
    const input = { name: 'Feed', url: receiver.url('/other'), kinds: ['IMPORT_ENDED'], disabled: true };
    await change(app, 'webhookUpdate', { id, expectedVersion: 1, input: { ...input, disabledReason: 'Moved.' } });
    expect(await webhookOf(app, id)).toMatchObject({
      name: 'Feed',
      url: receiver.url('/other'),
      kinds: ['IMPORT_ENDED'],
      version: 2,
      disabledAt: expect.any(String),
      disabledReason: 'Moved.',
    });
    const [delivery] = await deliveriesOf(app, id);
    expect(delivery).toMatchObject({ state: 'DEAD', reason: 'The webhook was disabled.' });
    await change(app, 'webhookUpdate', { id, expectedVersion: 2, input: { disabled: false } });
    expect(await webhookOf(app, id)).toMatchObject({ disabledAt: null, disabledReason: null, version: 3 });
    await change(app, 'webhookDelete', { id });
    expect(await webhookOf(app, id)).toBeNull();
    expect(receiver.at('/life')).toEqual([]);
  });

  test('a secret is told when it is made, and stands in no answer and no record after', async () => {
    const { id, secret } = await makeWebhook(app, receiver.url('/secret'));
    const { newWebhook } = await change(app, 'webhookSecretRotate', { id }, 'newWebhook { secret }');
    for (const each of [secret, newWebhook.secret as string]) expect(each).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const stored = await app.database.query<{ row: string }>(Prisma.sql`SELECT t::text AS row FROM audit_event t`);
    expect(stored.filter(({ row }) => row.includes('whsec_'))).toEqual([]);
    const fields = await read(app, '{ __type(name: "Webhook") { fields { name } } }');
    expect(fields.__type.fields.map(({ name }: Json) => name)).not.toContain('secret');
  });

  test('nobody but administrators sees any', async () => {
    const editor = await insertKey(app.database, { role: 'EDITOR' });
    const nodes = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const ids = [scene.webhook, scene.delivered];
    expect(await read(app, nodes, { ids }, { key: editor })).toEqual({ nodes: [null, null] });
    expect(await read(app, nodes, { ids })).toEqual({ nodes: ids.map((id) => ({ id })) });
  });

  test('a page of deliveries takes as many statements as one of them', async () => {
    const { id } = await makeWebhook(app, receiver.url('/pages'));
    for (let i = 0; i < 5; i += 1) await change(app, 'webhookPing', { id });
    await drainWebhooks(app);
    const query = `query ($id: ID!, $first: Int) { node(id: $id) { ... on Webhook { deliveries(first: $first) { totalCount
      nodes { webhook { name } actor { name } attempts { totalCount nodes { status } } } } } } }`;
    const [one, five] = [await app.graphql(query, { id, first: 1 }), await app.graphql(query, { id, first: 5 })];
    expect(five.body.data.node.deliveries.nodes).toHaveLength(5);
    expect(five.sqlStatements).toBe(one.sqlStatements);
  });
});
