import { Injectable } from '@nestjs/common';
import {
  containing,
  Database,
  keyset,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type Reader,
} from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';

/** A person as colleagues see them: nothing of how they sign in. */
export interface ColleagueRow {
  id: string;
  name: string;
  role: Role;
}

const COLLEAGUE = Prisma.sql`p.id, p.name, p.role::text`;
/** Whom work can be given to: people who may write and whose account is good. */
const WORKS = Prisma.sql`p.kind = 'PERSON' AND p.role <> 'READER' AND p.disabled_at IS NULL`;

/** By name, so that whoever looks somebody up finds them where they expect. */
export const COLLEAGUE_ORDER: KeysetOrder = {
  key: 'name',
  columns: [
    { sql: Prisma.sql`p.name`, type: 'text' },
    { sql: Prisma.sql`p.id`, type: 'uuid' },
  ],
  descending: false,
};

/** People whom others can give work to or turn to. */
@Injectable()
export class ColleaguesRepository {
  constructor(private readonly database: Database) {}

  /** One page of those whose name contains the words; of all where there are none. */
  list(words: string | null, page: KeysetPage): Promise<ColleagueRow[]> {
    const { where, orderBy, limit } = keyset(COLLEAGUE_ORDER, page);
    return this.database.query<ColleagueRow>(Prisma.sql`
      SELECT ${COLLEAGUE} FROM account p WHERE ${WORKS} AND ${called(words)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(words: string | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM account p WHERE ${WORKS} AND ${called(words)}`,
    );
    return row?.count ?? 0;
  }

  /** Those of the accounts that are there, with whether work can be given to them. */
  findByIds(ids: readonly string[], reader: Reader): Promise<(ColleagueRow & { works: boolean })[]> {
    return reader.query(Prisma.sql`
      SELECT ${COLLEAGUE}, (${WORKS}) AS works FROM account p WHERE p.id = ANY(${ids}::uuid[])`);
  }
}

function called(words: string | null): Prisma.Sql {
  return words === null ? Prisma.sql`TRUE` : Prisma.sql`p.name ILIKE ${containing(words)}`;
}
