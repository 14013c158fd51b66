import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../../platform/database/index.js';
import type { Outcome } from './send-message.js';
import type { ToldEvent } from './webhook-message.js';

/** A delivery whose time has come, with what is needed to make it. */
export interface DueDelivery extends ToldEvent {
  id: string;
  webhookId: string;
  url: string;
  secrets: string[];
}

/** Making deliveries, and what came of it. */
@Injectable()
export class WebhookAttemptsRepository {
  constructor(private readonly database: Database) {}

  /** @returns null where this run of it is over, or its webhook is told nothing */
  async findDue(id: string, run: number): Promise<DueDelivery | null> {
    const rows = await this.database.query<DueDelivery>(Prisma.sql`
      SELECT d.id, d.webhook_id AS "webhookId", d.kind::text, d.story_id AS "storyId", d.object_id AS "objectId",
        d.actor_id AS "actorId", d.occurred_at AS "occurredAt", w.url,
        CASE WHEN w.previous_secret_until > now() THEN ARRAY[w.secret, w.previous_secret] ELSE ARRAY[w.secret] END AS secrets
      FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
      WHERE d.id = ${id}::uuid AND d.run = ${run}::int AND d.state = 'WAITING' AND w.disabled_at IS NULL`);
    return rows[0] ?? null;
  }

  /** Adds an attempt to the log, where the delivery is still there. */
  async note(tx: Transaction, deliveryId: string, outcome: Outcome): Promise<void> {
    const [delivery] = await tx.query<{ attempts: number }>(Prisma.sql`
      UPDATE webhook_delivery SET attempts = attempts + 1 WHERE id = ${deliveryId}::uuid RETURNING attempts`);
    if (delivery) await tx.webhookAttempt.create({ data: { deliveryId, number: delivery.attempts, ...outcome } });
  }

  async settleDelivered(tx: Transaction, deliveryId: string, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE webhook_delivery SET state = 'DELIVERED', settled_at = ${now}::timestamptz, reason = NULL
      WHERE id = ${deliveryId}::uuid`);
  }

  async giveUp(tx: Transaction, of: { delivery: string; run: number }, reason: string, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE webhook_delivery SET state = 'DEAD', settled_at = ${now}::timestamptz, reason = ${reason}
      WHERE id = ${of.delivery}::uuid AND run = ${of.run}::int AND state = 'WAITING'`);
  }

  /** @returns since when every attempt for the webhook has failed; null where this one did not, or the webhook is gone */
  async noteOutcome(tx: Transaction, webhookId: string, { error, startedAt }: Outcome): Promise<Date | null> {
    if (error === null) {
      await tx.query(Prisma.sql`
        UPDATE webhook SET failing_since = NULL WHERE id = ${webhookId}::uuid AND failing_since IS NOT NULL`);
      return null;
    }
    const [webhook] = await tx.query<{ since: Date }>(Prisma.sql`
      UPDATE webhook SET failing_since = coalesce(failing_since, ${startedAt}::timestamptz) WHERE id = ${webhookId}::uuid
      RETURNING failing_since AS since`);
    return webhook?.since ?? null;
  }
}
