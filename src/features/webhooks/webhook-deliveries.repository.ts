import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  byId,
  Database,
  keyset,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type Transaction,
} from '../../platform/database/index.js';
import type { WebhookDeliveryState, WebhookEventKind } from './graphql/webhook-event-kind.js';

export interface WebhookDeliveryRow {
  id: string;
  webhookId: string;
  kind: WebhookEventKind;
  storyId: string | null;
  objectId: string | null;
  actorId: string | null;
  occurredAt: Date;
  state: WebhookDeliveryState;
  settledAt: Date | null;
  reason: string | null;
}

export interface WebhookAttemptRow {
  deliveryId: string;
  number: number;
  startedAt: Date;
  duration: number;
  status: number | null;
  error: string | null;
  response: string | null;
}

const DELIVERY = Prisma.sql`d.id, d.webhook_id AS "webhookId", d.kind::text, d.story_id AS "storyId", d.object_id AS "objectId",
  d.actor_id AS "actorId", d.occurred_at AS "occurredAt", d.state::text, d.settled_at AS "settledAt", d.reason`;
const ATTEMPT = Prisma.sql`t.delivery_id AS "deliveryId", t.number, t.started_at AS "startedAt", t.duration, t.status, t.error,
  t.response`;

/** Newest first. */
export const DELIVERY_ORDER = byId(Prisma.sql`d.id`, true);
/** In the order in which they were made. */
export const ATTEMPT_ORDER: KeysetOrder = {
  key: 'number',
  columns: [{ sql: Prisma.sql`t.number`, type: 'int4' }],
  descending: false,
};

/** The log of what is sent, for those who manage webhooks. */
@Injectable()
export class WebhookDeliveriesRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[]): Promise<WebhookDeliveryRow[]> {
    return this.database.query<WebhookDeliveryRow>(Prisma.sql`
      SELECT ${DELIVERY} FROM webhook_delivery d WHERE d.id = ANY(${ids}::uuid[])`);
  }

  /** One page of the deliveries of each webhook. */
  listOfWebhooks(ids: readonly string[], state: string | null, page: KeysetPage): Promise<WebhookDeliveryRow[]> {
    const { where, orderBy, limit } = keyset(DELIVERY_ORDER, page);
    return this.database.query<WebhookDeliveryRow>(Prisma.sql`
      SELECT p.* FROM unnest(${ids}::uuid[]) AS o (id) CROSS JOIN LATERAL (
        SELECT ${DELIVERY} FROM webhook_delivery d
        WHERE d.webhook_id = o.id AND ${inState(state)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countOfWebhooks(ids: readonly string[], state: string | null): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT d.webhook_id AS owner, count(*) AS count FROM webhook_delivery d
      WHERE d.webhook_id = ANY(${ids}::uuid[]) AND ${inState(state)} GROUP BY d.webhook_id`);
  }

  /** One page of the attempts of each delivery. */
  listAttempts(ids: readonly string[], page: KeysetPage): Promise<WebhookAttemptRow[]> {
    const { where, orderBy, limit } = keyset(ATTEMPT_ORDER, page);
    return this.database.query<WebhookAttemptRow>(Prisma.sql`
      SELECT p.* FROM unnest(${ids}::uuid[]) AS o (id) CROSS JOIN LATERAL (
        SELECT ${ATTEMPT} FROM webhook_attempt t WHERE t.delivery_id = o.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countAttempts(ids: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT t.delivery_id AS owner, count(*) AS count FROM webhook_attempt t
      WHERE t.delivery_id = ANY(${ids}::uuid[]) GROUP BY t.delivery_id`);
  }

  /** The delivery of this id, which stays as it is until the transaction ends. */
  async take(tx: Transaction, id: string): Promise<WebhookDeliveryRow | null> {
    const rows = await tx.query<WebhookDeliveryRow>(Prisma.sql`
      SELECT ${DELIVERY} FROM webhook_delivery d WHERE d.id = ${id}::uuid FOR UPDATE`);
    return rows[0] ?? null;
  }

  /** Notes deliveries that are to be made; the worker hands them to the queue. */
  async insert(tx: Transaction, rows: readonly WebhookDeliveryRow[], now: Date): Promise<void> {
    await tx.webhookDelivery.createMany({
      data: rows.map((row) => ({ ...row, queued: false, run: 1, attempts: 0, createdAt: now })),
    });
  }

  /**
   * Has what was given up tried anew: one delivery, or all of a webhook.
   * @returns how many
   */
  async revive(tx: Transaction, of: { id: string } | { webhookId: string }): Promise<number> {
    const data = { state: 'WAITING', queued: false, run: { increment: 1 }, settledAt: null, reason: null } as const;
    const { count } = await tx.webhookDelivery.updateMany({ where: { ...of, state: 'DEAD' }, data });
    return count;
  }

  /** Gives up all that waits for a webhook. */
  async giveUpAll(tx: Transaction, webhookId: string, reason: string, now: Date): Promise<void> {
    const data = { state: 'DEAD', queued: true, settledAt: now, reason } as const;
    await tx.webhookDelivery.updateMany({ where: { webhookId, state: 'WAITING' }, data });
  }
}

function inState(state: string | null): Prisma.Sql {
  return state === null ? Prisma.sql`TRUE` : Prisma.sql`d.state = ${state}::webhook_delivery_state`;
}
