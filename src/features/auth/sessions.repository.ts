import { Injectable } from '@nestjs/common';
import {
  byId,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { ListCount } from '../../graphql/connections/index.js';
import type { Role } from './role.js';

export interface SessionRow {
  id: string;
  accountId: string;
  /** What the browser said it is, shortened; null where it did not. */
  userAgent: string | null;
  /** The IP address that it was signed in from. */
  address: string;
  createdAt: Date;
  lastUsedAt: Date;
  expiresAt: Date;
}

const SESSION = Prisma.sql`s.id, s.account_id AS "accountId", s.user_agent AS "userAgent", s.address,
  s.created_at AS "createdAt", s.last_used_at AS "lastUsedAt", s.expires_at AS "expiresAt"`;

/** Newest first. */
export const SESSION_ORDER = byId(Prisma.sql`s.id`, true);

/** The statements of sessions. A session that ended is deleted; the audit log has it. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly database: Database) {}

  /** The session of this secret, with what its account may do now. */
  async findBySecretHash(
    secretHash: string,
  ): Promise<(SessionRow & { accountRole: Role; disabledAt: Date | null }) | null> {
    const rows = await this.database.query<SessionRow & { accountRole: Role; disabledAt: Date | null }>(Prisma.sql`
      SELECT ${SESSION}, a.role::text AS "accountRole", a.disabled_at AS "disabledAt"
      FROM session s JOIN account a ON a.id = s.account_id WHERE s.secret_hash = ${secretHash}`);
    return rows[0] ?? null;
  }

  async noteUse(id: string, now: Date): Promise<void> {
    await this.database.query(Prisma.sql`UPDATE session SET last_used_at = ${now} WHERE id = ${id}::uuid`);
  }

  findByIds(ids: readonly string[], reader: Reader = this.database): Promise<SessionRow[]> {
    return reader.query<SessionRow>(Prisma.sql`SELECT ${SESSION} FROM session s WHERE s.id = ANY(${ids}::uuid[])`);
  }

  /** One page of the sessions of each account. */
  listOfAccounts(accountIds: readonly string[], page: KeysetPage): Promise<SessionRow[]> {
    const { where, orderBy, limit } = keyset(SESSION_ORDER, page);
    return this.database.query<SessionRow>(Prisma.sql`
      SELECT p.* FROM unnest(${accountIds}::uuid[]) AS o (id) CROSS JOIN LATERAL (
        SELECT ${SESSION} FROM session s WHERE s.account_id = o.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countOfAccounts(accountIds: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT s.account_id AS owner, count(*) AS count FROM session s
      WHERE s.account_id = ANY(${accountIds}::uuid[]) GROUP BY s.account_id`);
  }

  async insert(tx: Transaction, row: SessionRow, secretHash: string): Promise<void> {
    await tx.session.create({ data: { ...row, secretHash } });
  }

  /** @returns false where there is no such session, or no longer */
  async delete(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.session.deleteMany({ where: { id } })).count === 1;
  }

  /** Ends the sessions of an account. @param but one that stays; null where none does */
  async deleteOfAccount(tx: Transaction, accountId: string, but: string | null): Promise<void> {
    await tx.session.deleteMany({ where: { accountId, ...(but !== null && { id: { not: but } }) } });
  }

  /** Forgets sessions of an account that are over. */
  async deleteOver(tx: Transaction, accountId: string, now: Date, idleSince: Date): Promise<void> {
    const over = [{ expiresAt: { lte: now } }, { lastUsedAt: { lte: idleSince } }];
    await tx.session.deleteMany({ where: { accountId, OR: over } });
  }
}
