import { encodeId } from '../../../graphql/node/index.js';
import type { WebhookEventKind } from '../graphql/webhook-event-kind.js';
import { globalObjectId } from '../webhook.mapper.js';

/** What is told of an event: that it happened, not what it says. */
export interface ToldEvent {
  readonly kind: WebhookEventKind;
  readonly storyId: string | null;
  readonly objectId: string | null;
  readonly actorId: string | null;
  readonly occurredAt: Date;
}

/** The name of a kind in a message: `claim.status_changed`. */
function typeOfKind(kind: WebhookEventKind): string {
  return kind.toLowerCase().replace('_', '.');
}

/** The body of a delivery, the same in every attempt. Ids are those of the API, by which `node` finds what they name. */
export function messageOf({ kind, storyId, objectId, actorId, occurredAt }: ToldEvent): string {
  return JSON.stringify({
    type: typeOfKind(kind),
    timestamp: occurredAt.toISOString(),
    data: {
      id: globalObjectId(kind, storyId, objectId),
      story: storyId === null ? null : encodeId('Story', { id: storyId }),
      actor: actorId === null ? null : encodeId('User', { id: actorId }),
    },
  });
}
