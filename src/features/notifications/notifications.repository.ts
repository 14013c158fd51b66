import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import {
  byId,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { Notice } from './notice.js';
import type { NotificationReason } from './notification-reason.js';

export interface NotificationRow {
  /** Whose it is. */
  accountId: string;
  id: string;
  reason: NotificationReason;
  storyId: string;
  claimId: string | null;
  contradictionId: string | null;
  sourceId: string | null;
  commentId: string | null;
  actorId: string;
  createdAt: Date;
  readAt: Date | null;
}

const NOTIFICATION = Prisma.sql`n.account_id AS "accountId", n.id, n.reason::text, n.story_id AS "storyId",
  n.claim_id AS "claimId", n.contradiction_id AS "contradictionId", n.source_id AS "sourceId", n.comment_id AS "commentId",
  n.actor_id AS "actorId", n.created_at AS "createdAt", n.read_at AS "readAt"`;
const COLUMNS = { Claim: 'claim_id', Contradiction: 'contradiction_id', Source: 'source_id' } as const;

/** Newest first. */
export const NOTIFICATION_ORDER = byId(Prisma.sql`n.id`, true);

/** What people were told. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** As `NotificationsService.notify` says, in one statement. */
  async insert(
    tx: Transaction,
    { reason, about, commentId, actorId }: Notice,
    to: readonly string[],
    but: readonly string[],
    now: Date,
  ): Promise<string[]> {
    const rows = await tx.query<{ accountId: string }>(Prisma.sql`
      INSERT INTO notification (account_id, id, reason, story_id, ${Prisma.raw(COLUMNS[about.type])}, comment_id, actor_id, created_at)
      SELECT DISTINCT ON (p.id) p.id, r.id, ${reason}::notification_reason, ${about.key.storyId}::uuid, ${about.key.id}::uuid,
        ${commentId}::uuid, ${actorId}::uuid, ${now}::timestamptz
      FROM unnest(${to}::uuid[], ${to.map(() => uuidv7())}::uuid[]) AS r (account_id, id)
      JOIN account t ON t.id = r.account_id
      JOIN account p ON p.id = coalesce(t.responsible_id, t.id)
      WHERE p.kind = 'PERSON' AND p.role <> 'READER' AND p.disabled_at IS NULL AND p.id <> ALL(${but}::uuid[])
        AND p.id NOT IN (SELECT coalesce(a.responsible_id, a.id) FROM account a WHERE a.id = ${actorId}::uuid)
      RETURNING account_id AS "accountId"`);
    return rows.map(({ accountId }) => accountId);
  }

  /** As `NotificationsService.concernedBy` says. */
  async findConcerned(tx: Transaction, { type, key }: Notice['about']): Promise<string[]> {
    const { storyId, id } = key;
    const commented = Prisma.sql`
      SELECT author_id AS id FROM comment WHERE story_id = ${storyId}::uuid AND ${Prisma.raw(COLUMNS[type])} = ${id}::uuid`;
    const rows = await tx.query<{ id: string }>(Prisma.sql`${commented} UNION ${involved({ type, key })}`);
    return rows.map((row) => row.id);
  }

  /** Those of one account that have these ids. */
  findByIds(accountId: string, ids: readonly string[], reader: Reader = this.database): Promise<NotificationRow[]> {
    return reader.query<NotificationRow>(Prisma.sql`
      SELECT ${NOTIFICATION} FROM notification n
      WHERE n.account_id = ${accountId}::uuid AND n.id = ANY(${ids}::uuid[])`);
  }

  /** One page of what an account was told. @param unread only what it has not read */
  list(accountId: string, unread: boolean, page: KeysetPage): Promise<NotificationRow[]> {
    const { where, orderBy, limit } = keyset(NOTIFICATION_ORDER, page);
    return this.database.query<NotificationRow>(Prisma.sql`
      SELECT ${NOTIFICATION} FROM notification n
      WHERE n.account_id = ${accountId}::uuid AND ${unread ? Prisma.sql`n.read_at IS NULL` : Prisma.sql`TRUE`} AND ${where}
      ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(accountId: string, unread: boolean): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(Prisma.sql`
      SELECT count(*) AS count FROM notification n
      WHERE n.account_id = ${accountId}::uuid AND ${unread ? Prisma.sql`n.read_at IS NULL` : Prisma.sql`TRUE`}`);
    return row?.count ?? 0;
  }

  /** Notes that an account has read what it was told. */
  async markRead(tx: Transaction, accountId: string, ids: readonly string[], now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE notification SET read_at = ${now}::timestamptz
      WHERE account_id = ${accountId}::uuid AND id = ANY(${ids}::uuid[]) AND read_at IS NULL`);
  }

  /** As `markRead`, of one and all that are older. */
  async markReadUpTo(tx: Transaction, accountId: string, id: string, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE notification SET read_at = ${now}::timestamptz
      WHERE account_id = ${accountId}::uuid AND id <= ${id}::uuid AND read_at IS NULL`);
  }
}

/** Who wrote something or decided on it, and who has been assigned it. */
function involved({ type, key: { storyId, id } }: Notice['about']): Prisma.Sql {
  if (type === 'Source') {
    return Prisma.sql`SELECT created_by_id FROM source WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid`;
  }
  const column = Prisma.raw(COLUMNS[type]);
  const assigned = Prisma.sql`
    SELECT assignee_id FROM assignment
    WHERE story_id = ${storyId}::uuid AND ${column} = ${id}::uuid AND assignee_id IS NOT NULL`;
  if (type === 'Contradiction') return assigned;
  return Prisma.sql`${assigned}
    UNION SELECT created_by_id FROM claim WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid
    UNION SELECT actor_id FROM revision WHERE story_id = ${storyId}::uuid AND claim_id = ${id}::uuid`;
}
