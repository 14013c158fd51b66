import { encodeId } from '../../graphql/node/index.js';
import type { WebhookAttemptType, WebhookDeliveryType } from './graphql/webhook-delivery.type.js';
import { WebhookEventKind } from './graphql/webhook-event-kind.js';
import type { WebhookType } from './graphql/webhook.type.js';
import type { WebhookAttemptRow, WebhookDeliveryRow } from './webhook-deliveries.repository.js';
import type { WebhookRow } from './webhooks.repository.js';

export function toWebhook(row: WebhookRow): WebhookType {
  const { id: localId, ...rest } = row;
  return { __typename: 'Webhook', ...rest, id: encodeId('Webhook', row), localId };
}

export function toWebhookDelivery(row: WebhookDeliveryRow): WebhookDeliveryType {
  const { id: localId, objectId, ...rest } = row;
  return {
    __typename: 'WebhookDelivery',
    ...rest,
    id: encodeId('WebhookDelivery', row),
    localId,
    messageId: localId,
    objectId: globalObjectId(row.kind, row.storyId, objectId),
  };
}

export function toWebhookAttempt({
  number,
  startedAt,
  duration,
  status,
  error,
  response,
}: WebhookAttemptRow): WebhookAttemptType {
  return { number, startedAt, duration, status, error, response };
}

/** The global id of what an event is about; null for a ping. */
export function globalObjectId(kind: WebhookEventKind, storyId: string | null, id: string | null): string | null {
  if (id === null) return null;
  if (kind === WebhookEventKind.IMPORT_ENDED) return encodeId('BulkImport', { id });
  return encodeId(kind.startsWith('CLAIM_') ? 'Claim' : 'Contradiction', { id, storyId: storyId ?? '' });
}
