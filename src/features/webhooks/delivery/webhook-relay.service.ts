import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database } from '../../../platform/database/index.js';
import { WebhookDeliveryState } from '../graphql/webhook-event-kind.js';
import { WebhookDeliveriesRepository, type WebhookDeliveryRow } from '../webhook-deliveries.repository.js';
import { DeliveryQueue } from './delivery-queue.js';
import type { ToldEvent } from './webhook-message.js';
import { WebhookOutboxRepository, type ToldWebhook } from './webhook-outbox.repository.js';

/** How many events, and how many deliveries, one transaction hands on. */
const AT_ONCE = 200;

/** Hands on what has happened: to the log, as deliveries that are to be made, and from there to the queue. */
@Injectable()
export class WebhookRelayService {
  constructor(
    private readonly database: Database,
    private readonly outbox: WebhookOutboxRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly queue: DeliveryQueue,
  ) {}

  /**
   * Each step is a transaction, so that a process may die at any moment: what it was at is done again or was done.
   * @param webhookIds those whose queues are prepared
   * @returns whether anything was handed on
   */
  async step(webhookIds: readonly string[]): Promise<boolean> {
    const told = await this.#tell();
    const queued = await this.database.transaction(async (tx) => {
      const rows = await this.outbox.queue(tx, webhookIds, AT_ONCE);
      if (rows.length > 0) await this.queue.add(tx, rows);
      return rows.length;
    });
    return told + queued > 0;
  }

  #tell(): Promise<number> {
    return this.database.transaction(async (tx) => {
      const events = await this.outbox.takeEvents(tx, AT_ONCE);
      if (events.length === 0) return 0;
      const webhooks = await this.outbox.findTold(tx);
      const now = new Date();
      const rows = events.flatMap((event) =>
        webhooks.filter((webhook) => isFor(event, webhook)).map((to) => rowOf(event, to)),
      );
      if (rows.length > 0) await this.deliveries.insert(tx, rows, now);
      return events.length;
    });
  }
}

function isFor({ kind, storyId }: ToldEvent, webhook: ToldWebhook): boolean {
  return webhook.kinds.includes(kind) && (webhook.storyId ?? storyId) === storyId;
}

function rowOf(event: ToldEvent, { id: webhookId }: ToldWebhook): WebhookDeliveryRow {
  const { kind, storyId, objectId, actorId, occurredAt } = event;
  const waiting = { state: WebhookDeliveryState.WAITING, settledAt: null, reason: null };
  return { id: uuidv7(), webhookId, kind, storyId, objectId, actorId, occurredAt, ...waiting };
}
