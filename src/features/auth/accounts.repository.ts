import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { AdvisoryLock, Database, type Transaction } from '../../platform/database/index.js';
import type { Role } from './role.js';

export interface AccountRow {
  id: string;
  kind: 'PERSON' | 'SERVICE';
  name: string;
  role: Role;
}

export interface KeyRow {
  id: string;
  accountId: string;
  role: Role;
  /** What the account may do now, no more than whoever answers for it, and since when either of them is disabled. */
  accountRole: Role;
  disabledAt: Date | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** The statements of accounts and their API keys. */
@Injectable()
export class AccountsRepository {
  constructor(private readonly database: Database) {}

  async findKeyBySecretHash(secretHash: string): Promise<KeyRow | null> {
    const rows = await this.database.query<KeyRow>(Prisma.sql`
      SELECT k.id, k.account_id AS "accountId", k.role::text, least(a.role, r.role)::text AS "accountRole",
        coalesce(a.disabled_at, r.disabled_at) AS "disabledAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
        k.last_used_at AS "lastUsedAt"
      FROM api_key k JOIN account a ON a.id = k.account_id LEFT JOIN account r ON r.id = a.responsible_id
      WHERE k.secret_hash = ${secretHash}`);
    return rows[0] ?? null;
  }

  async noteKeyUse(id: string, now: Date): Promise<void> {
    await this.database.query(Prisma.sql`UPDATE api_key SET last_used_at = ${now} WHERE id = ${id}::uuid`);
  }

  findByIds(ids: readonly string[]): Promise<AccountRow[]> {
    return this.database.query<AccountRow>(
      Prisma.sql`SELECT id, kind::text, name, role::text FROM account WHERE id = ANY(${ids}::uuid[])`,
    );
  }

  /** Makes others who ask for the same lock wait until the transaction ends. */
  async lockFirstStart(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock(${AdvisoryLock.FIRST_START}::bigint)`);
  }

  /**
   * Whether any person can sign in as an administrator, by a password or by a key.
   * @param but an account that does not count; null where all do
   */
  async hasAdministrator(tx: Transaction, but: string | null, now: Date): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      SELECT a.id FROM account a
      WHERE a.kind = 'PERSON' AND a.role = 'ADMIN' AND a.disabled_at IS NULL AND a.id IS DISTINCT FROM ${but}::uuid
        AND (a.password_hash IS NOT NULL OR EXISTS (
          SELECT FROM api_key k WHERE k.account_id = a.id AND k.role = 'ADMIN' AND k.revoked_at IS NULL
            AND (k.expires_at IS NULL OR k.expires_at > ${now}::timestamptz)))
      LIMIT 1`);
    return rows.length > 0;
  }

  /** The oldest account of this kind, name and role that is not disabled. */
  async findActiveAccount(tx: Transaction, wanted: Omit<AccountRow, 'id'>): Promise<AccountRow | null> {
    const row = await tx.account.findFirst({ where: { ...wanted, disabledAt: null }, orderBy: { id: 'asc' } });
    return row && { ...wanted, id: row.id };
  }

  async insertAccount(tx: Transaction, row: AccountRow, createdAt: Date): Promise<void> {
    await tx.account.create({ data: { ...row, createdAt } });
  }

  async hasKey(tx: Transaction, secretHash: string): Promise<boolean> {
    return (await tx.apiKey.findUnique({ where: { secretHash }, select: { id: true } })) !== null;
  }

  async insertKey(
    tx: Transaction,
    row: Pick<KeyRow, 'id' | 'accountId' | 'role'> & { name: string; secretHash: string; expiresAt?: Date | null },
    createdAt: Date,
  ): Promise<void> {
    await tx.apiKey.create({ data: { ...row, createdAt } });
  }
}
