import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import { byId, Database, keyset, Prisma, type KeysetPage, type Transaction } from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';

export interface ApiKeyRow {
  id: string;
  accountId: string;
  name: string;
  role: Role;
  /** What the owner may do at most, and so the key. */
  accountRole: Role;
  /** Who answers for the owner, where that is a service. */
  responsibleId: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Of a key what its owner's account has no part in. */
export type NewApiKeyRow = Omit<ApiKeyRow, 'accountRole' | 'responsibleId'>;

const KEY = Prisma.sql`k.id, k.account_id AS "accountId", k.name, k.role::text,
  least(a.role, r.role)::text AS "accountRole", a.responsible_id AS "responsibleId", k.created_at AS "createdAt", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt",
  k.last_used_at AS "lastUsedAt"`;
const FROM = Prisma.sql`FROM api_key k JOIN account a ON a.id = k.account_id LEFT JOIN account r ON r.id = a.responsible_id`;

/** Newest first. */
export const API_KEY_ORDER = byId(Prisma.sql`k.id`, true);

/** API keys, for those who manage them. */
@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[]): Promise<ApiKeyRow[]> {
    return this.database.query<ApiKeyRow>(Prisma.sql`
      SELECT ${KEY} ${FROM} WHERE k.id = ANY(${ids}::uuid[])`);
  }

  /** The key of this id, which stays as it is until the transaction ends. */
  async take(tx: Transaction, id: string): Promise<ApiKeyRow | null> {
    const rows = await tx.query<ApiKeyRow>(Prisma.sql`
      SELECT ${KEY} ${FROM} WHERE k.id = ${id}::uuid FOR UPDATE OF k`);
    return rows[0] ?? null;
  }

  list(page: KeysetPage): Promise<ApiKeyRow[]> {
    const { where, orderBy, limit } = keyset(API_KEY_ORDER, page);
    return this.database.query<ApiKeyRow>(Prisma.sql`
      SELECT ${KEY} ${FROM} WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(): Promise<number> {
    return this.database.prisma.apiKey.count();
  }

  /** One page of the keys of each account. */
  listOfAccounts(accountIds: readonly string[], page: KeysetPage): Promise<ApiKeyRow[]> {
    const { where, orderBy, limit } = keyset(API_KEY_ORDER, page);
    return this.database.query<ApiKeyRow>(Prisma.sql`
      SELECT p.* FROM unnest(${accountIds}::uuid[]) AS o (id) CROSS JOIN LATERAL (
        SELECT ${KEY} ${FROM}
        WHERE k.account_id = o.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countOfAccounts(accountIds: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.account_id AS owner, count(*) AS count FROM api_key k
      WHERE k.account_id = ANY(${accountIds}::uuid[]) GROUP BY k.account_id`);
  }

  async insert(tx: Transaction, row: NewApiKeyRow, secretHash: string): Promise<void> {
    await tx.apiKey.create({ data: { ...row, secretHash } });
  }

  async revoke(tx: Transaction, id: string, now: Date): Promise<void> {
    await tx.apiKey.update({ where: { id }, data: { revokedAt: now } });
  }
}
