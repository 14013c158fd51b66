import type { WebhookRow } from './webhooks.repository.js';

/** What the audit log calls a webhook. */
export function recordOfWebhook({ id, storyId }: Pick<WebhookRow, 'id' | 'storyId'>): {
  objectType: 'Webhook';
  objectId: string;
  storyId: string | null;
} {
  return { objectType: 'Webhook', objectId: id, storyId };
}

/** What the audit log says of a webhook: all but its secrets. */
export function stateOfWebhook(row: WebhookRow): Record<string, string | number | string[] | null> {
  const { name, url, kinds, version, disabledAt, disabledReason, previousSecretUntil } = row;
  return {
    name,
    url,
    kinds,
    version,
    disabledAt: disabledAt?.toISOString() ?? null,
    disabledReason,
    previousSecretUntil: previousSecretUntil?.toISOString() ?? null,
  };
}
