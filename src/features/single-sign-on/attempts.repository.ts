import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';

/** Who is away at the provider. */
@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /** Keeps an attempt, and forgets those that are over. */
  async begin(secretHash: string, now: Date, expiresAt: Date): Promise<void> {
    await this.database.query(Prisma.sql`
      WITH over AS (DELETE FROM sso_attempt WHERE expires_at <= ${now}::timestamptz)
      INSERT INTO sso_attempt (secret_hash, created_at, expires_at)
      VALUES (${secretHash}, ${now}::timestamptz, ${expiresAt}::timestamptz)`);
  }

  /** Ends an attempt. @returns false where it is over: of several who end it at once only one does */
  async end(secretHash: string, now: Date): Promise<boolean> {
    const rows = await this.database.query(Prisma.sql`
      DELETE FROM sso_attempt WHERE secret_hash = ${secretHash} AND expires_at > ${now}::timestamptz RETURNING created_at`);
    return rows.length === 1;
  }
}
