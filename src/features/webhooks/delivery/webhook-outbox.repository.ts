import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../../platform/database/index.js';
import type { WebhookEventKind } from '../graphql/webhook-event-kind.js';
import type { ToldEvent } from './webhook-message.js';

/** A webhook that is told. */
export interface ToldWebhook {
  id: string;
  kinds: WebhookEventKind[];
  storyId: string | null;
}

/** What there is to do. */
export interface Work {
  /** All webhooks, disabled ones too: they may have left something in the queue. */
  webhooks: string[];
  /** Whether something has happened that is not handed on yet, or a delivery is not in the queue yet. */
  isWaiting: boolean;
}

/** From what happened to what is sent. */
@Injectable()
export class WebhookOutboxRepository {
  constructor(private readonly database: Database) {}

  async look(): Promise<Work> {
    const [work] = await this.database.query<Work>(Prisma.sql`
      SELECT ARRAY(SELECT id::text FROM webhook ORDER BY id) AS webhooks,
        EXISTS (SELECT FROM webhook_outbox) OR EXISTS (SELECT FROM webhook_delivery WHERE NOT queued) AS "isWaiting"`);
    if (!work) throw new Error('A statement without conditions gave no row.');
    return work;
  }

  /** Takes out what happened first, but for what other processes are taking out. */
  takeEvents(tx: Transaction, atMost: number): Promise<ToldEvent[]> {
    return tx.query<ToldEvent>(Prisma.sql`
      WITH taken AS (
        DELETE FROM webhook_outbox WHERE seq IN (
          SELECT seq FROM webhook_outbox ORDER BY seq LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
        RETURNING seq, kind::text, story_id AS "storyId", object_id AS "objectId", actor_id AS "actorId",
          occurred_at AS "occurredAt")
      SELECT * FROM taken ORDER BY seq`);
  }

  /** Those that are told at present; they stay so until the transaction ends. */
  findTold(tx: Transaction): Promise<ToldWebhook[]> {
    return tx.query<ToldWebhook>(Prisma.sql`
      SELECT id, kinds::text[] AS kinds, story_id AS "storyId" FROM webhook WHERE disabled_at IS NULL ORDER BY id FOR SHARE`);
  }

  /** Notes that deliveries are in the queue, the first of those of these webhooks that are not. */
  queue(
    tx: Transaction,
    webhookIds: readonly string[],
    atMost: number,
  ): Promise<{ id: string; webhookId: string; run: number }[]> {
    return tx.query(Prisma.sql`
      UPDATE webhook_delivery SET queued = TRUE WHERE id IN (
        SELECT id FROM webhook_delivery WHERE NOT queued AND webhook_id = ANY(${webhookIds}::uuid[])
        ORDER BY id LIMIT ${atMost} FOR UPDATE SKIP LOCKED)
      RETURNING id, webhook_id AS "webhookId", run`);
  }

  /**
   * Has deliveries taken up again that the queue has lost, so that nothing waits for ever: those that wait and of which it has no
   * job that is not over. One statement sees both as they are at one moment. Only where the queue's tables are there.
   * @returns how many
   */
  async takeUpLost(): Promise<number> {
    const lost = await this.database.query(Prisma.sql`
      UPDATE webhook_delivery d SET queued = FALSE, run = run + 1
      FROM webhook w
      WHERE w.id = d.webhook_id AND w.disabled_at IS NULL AND d.state = 'WAITING' AND d.queued
        AND NOT EXISTS (SELECT FROM pgboss.job j WHERE j.state IN ('created', 'retry', 'active')
          AND j.data->>'delivery' = d.id::text AND j.data->>'run' = d.run::text)
      RETURNING d.id`);
    return lost.length;
  }

  /** Removes from the log what was settled and made before then, at most so much. @returns how much */
  async forget(before: Date, atMost: number): Promise<number> {
    const gone = await this.database.query(Prisma.sql`
      DELETE FROM webhook_delivery WHERE id IN (
        SELECT id FROM webhook_delivery WHERE created_at < ${before}::timestamptz AND state <> 'WAITING' LIMIT ${atMost})
      RETURNING id`);
    return gone.length;
  }
}
