import { Injectable } from '@nestjs/common';
import { byId, Database, keyset, Prisma, type KeysetPage, type Transaction } from '../../platform/database/index.js';
import type { WebhookEventKind } from './graphql/webhook-event-kind.js';

/** A webhook without its secrets. */
export interface WebhookRow {
  id: string;
  name: string;
  url: string;
  kinds: WebhookEventKind[];
  storyId: string | null;
  version: number;
  createdById: string;
  createdAt: Date;
  updatedAt: Date;
  disabledAt: Date | null;
  disabledReason: string | null;
  failingSince: Date | null;
  previousSecretUntil: Date | null;
}

const WEBHOOK = Prisma.sql`w.id, w.name, w.url, w.kinds::text[] AS kinds, w.story_id AS "storyId", w.version,
  w.created_by_id AS "createdById", w.created_at AS "createdAt", w.updated_at AS "updatedAt",
  w.disabled_at AS "disabledAt", w.disabled_reason AS "disabledReason", w.failing_since AS "failingSince",
  CASE WHEN w.previous_secret_until > now() THEN w.previous_secret_until END AS "previousSecretUntil"`;

/** Newest first. */
export const WEBHOOK_ORDER = byId(Prisma.sql`w.id`, true);

/** Webhooks, for those who manage them. */
@Injectable()
export class WebhooksRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[]): Promise<WebhookRow[]> {
    return this.database.query<WebhookRow>(
      Prisma.sql`SELECT ${WEBHOOK} FROM webhook w WHERE w.id = ANY(${ids}::uuid[])`,
    );
  }

  list(page: KeysetPage): Promise<WebhookRow[]> {
    const { where, orderBy, limit } = keyset(WEBHOOK_ORDER, page);
    return this.database.query<WebhookRow>(Prisma.sql`
      SELECT ${WEBHOOK} FROM webhook w WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(): Promise<number> {
    return this.database.prisma.webhook.count();
  }

  /** Has those who make webhooks do so one after another. @returns how many there are */
  async lockMaking(tx: Transaction): Promise<number> {
    await tx.query(Prisma.sql`LOCK TABLE webhook IN SHARE ROW EXCLUSIVE MODE`);
    return tx.webhook.count();
  }

  async hasStory(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.story.count({ where: { id } })) > 0;
  }

  /** The webhook of this id, which stays as it is until the transaction ends. */
  async take(tx: Transaction, id: string): Promise<WebhookRow | null> {
    const rows = await tx.query<WebhookRow>(Prisma.sql`
      SELECT ${WEBHOOK} FROM webhook w WHERE w.id = ${id}::uuid FOR UPDATE`);
    return rows[0] ?? null;
  }

  async insert(tx: Transaction, { previousSecretUntil: _, ...row }: WebhookRow, secret: string): Promise<void> {
    await tx.webhook.create({ data: { ...row, secret } });
  }

  async update(tx: Transaction, { id, ...row }: WebhookRow): Promise<void> {
    const { name, url, kinds, version, updatedAt, disabledAt, disabledReason, failingSince } = row;
    const data = { name, url, kinds, version, updatedAt, disabledAt, disabledReason, failingSince };
    await tx.webhook.update({ where: { id }, data });
  }

  /** Gives a new secret; the one before signs beside it until then. */
  async rotate(tx: Transaction, row: WebhookRow, secret: string): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE webhook SET previous_secret = secret, previous_secret_until = ${row.previousSecretUntil}::timestamptz,
        secret = ${secret}, version = ${row.version}::int, updated_at = ${row.updatedAt}::timestamptz
      WHERE id = ${row.id}::uuid`);
  }

  /** With all its deliveries. */
  async delete(tx: Transaction, id: string): Promise<void> {
    await tx.webhook.delete({ where: { id } });
  }
}
