import { Injectable } from '@nestjs/common';
import { Prisma } from '../../generated/prisma/client.js';
import { Database, type Transaction } from '../../platform/database/index.js';
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
      SELECT id, account_id AS "accountId", role::text, expires_at AS "expiresAt", revoked_at AS "revokedAt",
        last_used_at AS "lastUsedAt"
      FROM api_key WHERE secret_hash = ${secretHash}`);
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
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock(72707371)`);
  }

  async hasActiveAdminKey(tx: Transaction): Promise<boolean> {
    const count = await tx.apiKey.count({ where: { role: 'ADMIN', revokedAt: null } });
    return count > 0;
  }

  async findAccountByName(tx: Transaction, kind: AccountRow['kind'], name: string): Promise<AccountRow | null> {
    const row = await tx.account.findFirst({ where: { kind, name }, orderBy: { id: 'asc' } });
    return row && { id: row.id, kind: row.kind, name: row.name, role: row.role as Role };
  }

  async insertAccount(tx: Transaction, row: AccountRow, createdAt: Date): Promise<void> {
    await tx.account.create({ data: { ...row, createdAt } });
  }

  async hasKey(tx: Transaction, secretHash: string): Promise<boolean> {
    return (await tx.apiKey.findUnique({ where: { secretHash }, select: { id: true } })) !== null;
  }

  async insertKey(
    tx: Transaction,
    row: Pick<KeyRow, 'id' | 'accountId' | 'role'> & { name: string; secretHash: string },
    createdAt: Date,
  ): Promise<void> {
    await tx.apiKey.create({ data: { ...row, createdAt } });
  }
}
