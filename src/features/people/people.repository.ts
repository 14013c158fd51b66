import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  AdvisoryLock,
  byId,
  containing,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';

export interface PersonRow {
  id: string;
  kind: 'PERSON' | 'SERVICE';
  email: string | null;
  name: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
  hasPassword: boolean;
  /** Whether it has been signed in to by another service. */
  hasSingleSignOn: boolean;
  /** Who answers for a service account, set when it is made; null for people, and for what the service does itself. */
  responsibleId: string | null;
  /** What that person may do, and so the account at most. */
  responsibleRole: Role | null;
  /** Since when that person is disabled, and the account's keys with them. */
  responsibleDisabledAt: Date | null;
  version: number;
}

const PERSON = Prisma.sql`p.id, p.kind::text, p.email, p.name, p.role::text, p.created_at AS "createdAt",
  p.disabled_at AS "disabledAt", p.password_hash IS NOT NULL AS "hasPassword",
  EXISTS (SELECT FROM sso_link l WHERE l.account_id = p.id) AS "hasSingleSignOn", p.responsible_id AS "responsibleId",
  r.role::text AS "responsibleRole", r.disabled_at AS "responsibleDisabledAt", p.version`;
const FROM = Prisma.sql`FROM account p LEFT JOIN account r ON r.id = p.responsible_id`;

/** The order in which accounts are listed: as they were made. */
export const ACCOUNT_ORDER = byId(Prisma.sql`p.id`, false);

/** Accounts, for those who manage them and for their owners. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[], reader: Reader = this.database): Promise<PersonRow[]> {
    return reader.query<PersonRow>(Prisma.sql`SELECT ${PERSON} ${FROM} WHERE p.id = ANY(${ids}::uuid[])`);
  }

  /** The account of this id, which stays as it is until the transaction ends. */
  async take(tx: Transaction, id: string): Promise<PersonRow | null> {
    const rows = await tx.query<PersonRow>(
      Prisma.sql`SELECT ${PERSON} ${FROM} WHERE p.id = ${id}::uuid FOR UPDATE OF p`,
    );
    return rows[0] ?? null;
  }

  /** The account that is signed in to with this address, given in lower case. */
  async findByEmail(email: string, reader: Reader = this.database): Promise<PersonRow | null> {
    const rows = await reader.query<PersonRow>(Prisma.sql`SELECT ${PERSON} ${FROM} WHERE p.email = ${email}`);
    return rows[0] ?? null;
  }

  /** Accounts of which the name or the address contains the words; all where there are none. */
  list(words: string | null, page: KeysetPage): Promise<PersonRow[]> {
    const { where, orderBy, limit } = keyset(ACCOUNT_ORDER, page);
    return this.database.query<PersonRow>(Prisma.sql`
      SELECT ${PERSON} ${FROM} WHERE ${called(words)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(words: string | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM account p WHERE ${called(words)}`,
    );
    return row?.count ?? 0;
  }

  /**
   * Makes everybody else who would change who administers wait until the transaction ends: two administrators who demote
   * each other at the same moment must not both succeed.
   */
  async lockAdministration(tx: Transaction): Promise<void> {
    await tx.query(Prisma.sql`SELECT pg_advisory_xact_lock(${AdvisoryLock.ACCOUNTS}::bigint)`);
  }

  /** Whether anybody has a password. */
  async hasAnyPassword(tx: Transaction): Promise<boolean> {
    return (await tx.query(Prisma.sql`SELECT id FROM account WHERE password_hash IS NOT NULL LIMIT 1`)).length > 0;
  }

  /** One page of the accounts that each person answers for. */
  listOfResponsible(personIds: readonly string[], page: KeysetPage): Promise<PersonRow[]> {
    const { where, orderBy, limit } = keyset(ACCOUNT_ORDER, page);
    return this.database.query<PersonRow>(Prisma.sql`
      SELECT o.* FROM unnest(${personIds}::uuid[]) AS q (id) CROSS JOIN LATERAL (
        SELECT ${PERSON} ${FROM} WHERE p.responsible_id = q.id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) o`);
  }

  countOfResponsible(personIds: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT p.responsible_id AS owner, count(*) AS count FROM account p
      WHERE p.responsible_id = ANY(${personIds}::uuid[]) GROUP BY p.responsible_id`);
  }

  async insert(tx: Transaction, row: PersonRow): Promise<void> {
    const { id, kind, email, name, role, createdAt, disabledAt, responsibleId } = row;
    await tx.account.create({ data: { id, kind, email, name, role, createdAt, disabledAt, responsibleId } });
  }

  async update(
    tx: Transaction,
    id: string,
    data: Pick<PersonRow, 'version'> &
      Partial<Pick<PersonRow, 'email' | 'name' | 'role' | 'disabledAt'> & { passwordHash: string }>,
  ): Promise<void> {
    await tx.account.update({ where: { id }, data });
  }
}

function called(words: string | null): Prisma.Sql {
  if (words === null) return Prisma.sql`TRUE`;
  return Prisma.sql`(p.name ILIKE ${containing(words)} OR p.email ILIKE ${containing(words)})`;
}
