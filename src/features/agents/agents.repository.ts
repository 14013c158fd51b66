import { Injectable } from '@nestjs/common';
import {
  byId,
  containing,
  Database,
  keyset,
  Prisma,
  type KeysetPage,
  type Reader,
  type Transaction,
} from '../../platform/database/index.js';
import type { AgentKind } from './graphql/agent.type.js';

export interface AgentRow {
  id: string;
  name: string;
  kind: AgentKind;
  partOfId: string | null;
  groupId: string;
  sameAs: string[];
}

const AGENT = Prisma.sql`a.id, a.name, a.kind::text, a.part_of_id AS "partOfId", a.group_id AS "groupId", a.same_as AS "sameAs"`;
/** The order in which agents are listed: as they were made. */
export const AGENT_ORDER = byId(Prisma.sql`a.id`, false);

@Injectable()
export class AgentsRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[], reader: Reader = this.database): Promise<AgentRow[]> {
    return reader.query<AgentRow>(Prisma.sql`SELECT ${AGENT} FROM agent a WHERE a.id = ANY(${ids}::uuid[])`);
  }

  /** Agents whose name contains the words; all where there are none. */
  list(words: string | null, page: KeysetPage): Promise<AgentRow[]> {
    const { where, orderBy, limit } = keyset(AGENT_ORDER, page);
    return this.database.query<AgentRow>(Prisma.sql`
      SELECT ${AGENT} FROM agent a WHERE ${named(words)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(words: string | null): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM agent a WHERE ${named(words)}`,
    );
    return row?.count ?? 0;
  }

  async insert(tx: Transaction, row: AgentRow, createdAt: Date): Promise<void> {
    await tx.agent.create({ data: { ...row, createdAt } });
  }
}

function named(words: string | null): Prisma.Sql {
  return words === null ? Prisma.sql`TRUE` : Prisma.sql`a.name ILIKE ${containing(words)}`;
}
