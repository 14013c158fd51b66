import { expect } from '@jest/globals';
import { Prisma } from '../../../src/platform/database/index.js';
import type { TestApp } from '../../support/start-app.js';
import type { WebServer } from '../../support/web-server.js';
import { change } from './api-client.js';
import type { RecordedChange } from './api-recorded-source-changes.js';
import { makeWebhook } from './api-webhooks.js';

/** Changes of webhooks, with what is recorded of each. */
export async function webhookChanges(app: TestApp, web: WebServer): Promise<RecordedChange[]> {
  const url = web.url('/webhook');
  const { id } = await makeWebhook(app, url);
  const { id: other } = await makeWebhook(app, url);
  const { webhookDelivery } = await change(app, 'webhookPing', { id });
  await app.database.query(Prisma.sql`
    UPDATE webhook_delivery SET state = 'DEAD', reason = 'It was tried.', settled_at = now()`);
  return [
    [
      'webhookCreate',
      { input: { name: 'Desk', url, kinds: ['CLAIM_CREATED'] } },
      'Webhook',
      false,
      null,
      { name: 'Desk', url, kinds: ['CLAIM_CREATED'], disabledAt: null, version: 1 },
    ],
    [
      'webhookUpdate',
      { id, expectedVersion: 1, input: { name: 'Feed' } },
      'Webhook',
      false,
      { name: 'Desk', version: 1 },
      { name: 'Feed', version: 2 },
    ],
    [
      'webhookSecretRotate',
      { id },
      'Webhook',
      false,
      { previousSecretUntil: null },
      { previousSecretUntil: expect.any(String) },
    ],
    ['webhookPing', { id }, 'Webhook', false, null, { delivery: expect.any(String) }],
    ['webhookReplay', { id: webhookDelivery.id }, 'Webhook', false, null, { delivery: expect.any(String) }],
    ['webhookReplayAll', { id }, 'Webhook', false, null, { replayed: 0 }],
    ['webhookDelete', { id: other }, 'Webhook', false, { name: 'Desk' }, null],
  ];
}
