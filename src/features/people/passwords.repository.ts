import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';

/** Password hashes, which nothing else of accounts is read with. */
@Injectable()
export class PasswordsRepository {
  constructor(private readonly database: Database) {}

  /** The hash of an account's password; null where it has none. */
  async find(accountId: string): Promise<string | null> {
    const [row] = await this.database.query<{ hash: string | null }>(
      Prisma.sql`SELECT password_hash AS hash FROM account WHERE id = ${accountId}::uuid`,
    );
    return row?.hash ?? null;
  }

  /** Puts a hash in the place of another. @returns false where that is there no longer */
  async replace(tx: Transaction, accountId: string, old: string, passwordHash: string): Promise<boolean> {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, passwordHash: old },
      data: { passwordHash },
    });
    return count === 1;
  }

  /** Whether any account has a password. */
  async hasAny(): Promise<boolean> {
    const rows = await this.database.query(Prisma.sql`SELECT id FROM account WHERE password_hash IS NOT NULL LIMIT 1`);
    return rows.length > 0;
  }
}
