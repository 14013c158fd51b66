import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Reader, type Transaction } from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';

/** Who somebody is at a service that signs people in for this one (OpenID Connect Core 1.0, section 2: iss and sub). */
export interface ForeignIdentity {
  readonly issuer: string;
  readonly subject: string;
}

export interface LinkedAccountRow {
  id: string;
  role: Role;
  disabledAt: Date | null;
}

/** By what other services know accounts. */
@Injectable()
export class SsoLinksRepository {
  constructor(private readonly database: Database) {}

  /** The account that is signed in to so; null where none is yet. */
  async find({ issuer, subject }: ForeignIdentity, reader: Reader = this.database): Promise<LinkedAccountRow | null> {
    const [row] = await reader.query<LinkedAccountRow>(Prisma.sql`
      SELECT a.id, a.role::text, a.disabled_at AS "disabledAt" FROM sso_link l JOIN account a ON a.id = l.account_id
      WHERE l.issuer = ${issuer} AND l.subject = ${subject}`);
    return row ?? null;
  }

  /** Whether this issuer knows the account already, by whatever name. */
  async isLinked(tx: Transaction, accountId: string, issuer: string): Promise<boolean> {
    return (await tx.ssoLink.findUnique({ where: { accountId_issuer: { accountId, issuer } } })) !== null;
  }

  async insert(tx: Transaction, accountId: string, identity: ForeignIdentity, createdAt: Date): Promise<void> {
    await tx.ssoLink.create({ data: { accountId, issuer: identity.issuer, subject: identity.subject, createdAt } });
  }

  /** Forgets by what an account is known elsewhere. @returns what that was */
  async remove(tx: Transaction, accountId: string): Promise<ForeignIdentity[]> {
    const links = await tx.ssoLink.findMany({ where: { accountId }, select: { issuer: true, subject: true } });
    await tx.ssoLink.deleteMany({ where: { accountId } });
    return links;
  }
}
