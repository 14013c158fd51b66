import { Webhook } from 'standardwebhooks';
import { WebhookWorker } from '../../../src/features/webhooks/index.js';
import type { TestApp } from '../../support/start-app.js';
import type { Received, WebhookReceiver } from '../../support/webhook-receiver.js';
import { change, read, type Json } from './api-client.js';

/** All kinds of event that can be asked for. */
export const ALL_KINDS = [
  'CLAIM_CREATED',
  'CLAIM_STATUS_CHANGED',
  'CLAIM_CHANGED',
  'CONTRADICTION_RAISED',
  'CONTRADICTION_SETTLED',
  'CONTRADICTION_CHANGED',
  'IMPORT_ENDED',
];

/** Settings under which a test's receiver may be told, and what fails is tried again at once. */
export const webhookSettings = (receiver: WebhookReceiver, attempts = 3): Record<string, string> => ({
  GAINSAY_WEBHOOK_ALLOW: `127.0.0.1:${receiver.port}`,
  GAINSAY_WEBHOOK_TIMEOUT: '1',
  GAINSAY_WEBHOOK_ATTEMPTS: String(attempts),
  GAINSAY_WEBHOOK_PAUSE: '0',
});

/** A webhook that a test has made. */
export interface TestWebhook {
  readonly id: string;
  readonly secret: string;
}

export async function makeWebhook(app: TestApp, url: string, input: object = {}): Promise<TestWebhook> {
  const { newWebhook } = await change(
    app,
    'webhookCreate',
    { input: { name: 'Desk', url, kinds: ALL_KINDS, ...input } },
    'newWebhook { secret webhook { id } }',
  );
  return { id: newWebhook.webhook.id, secret: newWebhook.secret };
}

/** Has all that is due sent. */
export const drainWebhooks = (app: TestApp): Promise<void> => app.get(WebhookWorker).drain();

/** The log of a webhook, oldest first. */
export async function deliveriesOf(app: TestApp, id: string, state?: string): Promise<Json[]> {
  const { node } = await read(
    app,
    `query ($id: ID!, $state: WebhookDeliveryState) { node(id: $id) { ... on Webhook {
      deliveries(first: 100, state: $state) { nodes { id messageId kind objectId state reason settledAt story { id } actor { name }
        attempts { totalCount nodes { number status error response duration } } } } } } }`,
    { id, state },
  );
  return node.deliveries.nodes.reverse();
}

/** A webhook as administrators see it. */
export async function webhookOf(app: TestApp, id: string): Promise<Json> {
  const { node } = await read(
    app,
    `query ($id: ID!) { node(id: $id) { ... on Webhook {
      id name url kinds version disabledAt disabledReason failingSince previousSecretUntil story { id } createdBy { name } } } }`,
    { id },
  );
  return node;
}

/** What a receiver is told, once its signature has been verified by the library of those who wrote the specification. */
export function heard({ headers, body }: Received, secret: string): Json {
  return new Webhook(secret).verify(body, headers);
}
