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
  aliases: string[];
  sameAs: string[];
  version: number;
}

const AGENT = Prisma.sql`a.id, a.name, a.kind::text, a.part_of_id AS "partOfId", a.group_id AS "groupId",
  a.aliases, a.same_as AS "sameAs", a.version`;
/** The order in which agents are listed: as they were made. */
export const AGENT_ORDER = byId(Prisma.sql`a.id`, false);

@Injectable()
export class AgentsRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[], reader: Reader = this.database): Promise<AgentRow[]> {
    return reader.query<AgentRow>(Prisma.sql`SELECT ${AGENT} FROM agent a WHERE a.id = ANY(${ids}::uuid[])`);
  }

  /** The one agent of this name; null where there is none, or more than one. */
  async findOnlyByName(name: string): Promise<AgentRow | null> {
    const rows = await this.database.query<AgentRow>(
      Prisma.sql`SELECT ${AGENT} FROM agent a WHERE a.name = ${name} LIMIT 2`,
    );
    return rows.length === 1 ? (rows[0] ?? null) : null;
  }

  /** Up to two agents of which a name or another name is this one, in upper or lower case. */
  findCalled(tx: Transaction, name: string): Promise<AgentRow[]> {
    return tx.query<AgentRow>(Prisma.sql`
      SELECT ${AGENT} FROM agent a WHERE "names"(a.name, a.aliases) ILIKE ${containing(name)}
        AND (lower(a.name) = lower(${name}::text) OR EXISTS (SELECT FROM unnest(a.aliases) AS other WHERE lower(other) = lower(${name}::text)))
      ORDER BY a.id LIMIT 2`);
  }

  /** Agents of which a name contains the words; all where there are none. */
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

  /** Whether an agent is another, or a part of it at any depth. */
  async isWithin(tx: Transaction, id: string, wholeId: string): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      WITH RECURSIVE within (id, part_of_id) AS (
        SELECT a.id, a.part_of_id FROM agent a WHERE a.id = ${id}::uuid
        UNION SELECT a.id, a.part_of_id FROM within JOIN agent a ON a.id = within.part_of_id)
      SELECT FROM within WHERE id = ${wholeId}::uuid`);
    return rows.length > 0;
  }

  /** Writes an agent in place of the one that has its id, but for its group. */
  async update(tx: Transaction, { id, name, kind, partOfId, aliases, sameAs, version }: AgentRow): Promise<void> {
    await tx.agent.update({ where: { id }, data: { name, kind, partOfId, aliases, sameAs, version } });
  }

  /** Brings the groups of an agent and of all its parts up to date, after its kind or what it is a part of has changed. */
  async regroup(tx: Transaction, id: string): Promise<void> {
    await tx.query(Prisma.sql`
      WITH RECURSIVE regrouped (id, kind, group_id) AS (
        SELECT a.id, a.kind, ${groupOf(Prisma.sql`p.kind`, Prisma.sql`p.group_id`)}
        FROM agent a LEFT JOIN agent p ON p.id = a.part_of_id WHERE a.id = ${id}::uuid
        UNION ALL
        SELECT a.id, a.kind, ${groupOf(Prisma.sql`r.kind`, Prisma.sql`r.group_id`)}
        FROM regrouped r JOIN agent a ON a.part_of_id = r.id)
      UPDATE agent a SET group_id = r.group_id FROM regrouped r WHERE a.id = r.id AND a.group_id <> r.group_id`);
  }
}

function named(words: string | null): Prisma.Sql {
  if (words === null) return Prisma.sql`TRUE`;
  return Prisma.sql`"names"(a.name, a.aliases) ILIKE ${containing(words)}`;
}

/** The group of a part of an agent of this kind and group; itself where it stands for itself, as `groupWithin` says. */
function groupOf(kind: Prisma.Sql, groupId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`CASE WHEN ${kind} IS NULL OR ${kind} = 'GROUP' THEN a.id ELSE ${groupId} END`;
}
