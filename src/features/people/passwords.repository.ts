import { Injectable } from '@nestjs/common';
import type { Role } from '../auth/index.js';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';

export interface SignInRow {
  id: string;
  role: Role;
  passwordHash: string | null;
  disabledAt: Date | null;
  /** Whether somebody has signed in to it in this browser before. */
  isKnownDevice: boolean;
}

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

  /** What signing in to the account with this address needs to know; null where there is no account. */
  async findForSignIn(email: string, deviceHash: string): Promise<SignInRow | null> {
    const [row] = await this.database.query<SignInRow>(Prisma.sql`
      SELECT a.id, a.role::text, a.password_hash AS "passwordHash", a.disabled_at AS "disabledAt",
        EXISTS (SELECT FROM known_device d WHERE d.account_id = a.id AND d.secret_hash = ${deviceHash}) AS "isKnownDevice"
      FROM account a WHERE a.email = ${email}`);
    return row ?? null;
  }

  /** Keeps that an account was signed in to in a browser. */
  async keepDevice(tx: Transaction, accountId: string, secretHash: string, now: Date): Promise<void> {
    const row = { accountId, secretHash, createdAt: now };
    await tx.knownDevice.upsert({
      where: { accountId_secretHash: { accountId, secretHash } },
      create: row,
      update: {},
    });
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
