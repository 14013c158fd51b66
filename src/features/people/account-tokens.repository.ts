import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Reader, type Transaction } from '../../platform/database/index.js';

/** What a token is for. */
export type TokenPurpose = 'INVITATION' | 'PASSWORD_RESET';

export interface AccountTokenRow {
  accountId: string;
  purpose: TokenPurpose;
  secretHash: string;
  madeById: string;
  createdAt: Date;
  expiresAt: Date;
}

/** What lets people choose the password of an account, once. */
@Injectable()
export class AccountTokensRepository {
  constructor(private readonly database: Database) {}

  /** Keeps a token in the place of any that the account had. */
  async put(tx: Transaction, row: AccountTokenRow): Promise<void> {
    await tx.accountToken.upsert({ where: { accountId: row.accountId }, create: row, update: row });
  }

  /** The account whose token this is; null where it is unknown, was used, has expired or is for something else. */
  async accountOf(secretHash: string, purpose: TokenPurpose, now: Date): Promise<string | null> {
    return this.first(
      this.database,
      Prisma.sql`
      SELECT account_id AS id FROM account_token
      WHERE secret_hash = ${secretHash} AND purpose = ${purpose}::token_purpose AND expires_at > ${now}::timestamptz`,
    );
  }

  /** As {@link accountOf}, and uses it up: of several at once only one is given the account. */
  async use(tx: Transaction, secretHash: string, purpose: TokenPurpose, now: Date): Promise<string | null> {
    return this.first(
      tx,
      Prisma.sql`
      DELETE FROM account_token
      WHERE secret_hash = ${secretHash} AND purpose = ${purpose}::token_purpose AND expires_at > ${now}::timestamptz
      RETURNING account_id AS id`,
    );
  }

  /** Withdraws what the account has. */
  async remove(tx: Transaction, accountId: string): Promise<void> {
    await tx.accountToken.deleteMany({ where: { accountId } });
  }

  private async first(reader: Reader, statement: Prisma.Sql): Promise<string | null> {
    const [row] = await reader.query<{ id: string }>(statement);
    return row?.id ?? null;
  }
}
