import { Injectable } from '@nestjs/common';
import type { NodeType } from '../../graphql/node/index.js';
import { Database, keyset, Prisma, type KeysetOrder, type KeysetPage } from '../../platform/database/index.js';
import type { Role } from '../auth/index.js';

export interface AuditEventRow {
  id: string;
  seq: number;
  hash: string;
  storyId: string | null;
  actorId: string;
  role: Role;
  requestId: string;
  action: string;
  objectType: NodeType;
  objectId: string;
  before: unknown;
  after: unknown;
  createdAt: Date;
}

/** What events are looked for by; null for any. */
export interface AuditCriteria {
  readonly storyId: string | null;
  readonly actorId: string | null;
  readonly action: string | null;
  readonly objectId: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** Newest first; each criterion has an index in this order. */
export const AUDIT_ORDER: KeysetOrder = {
  key: 'newest',
  columns: [
    { sql: Prisma.sql`e.created_at`, type: 'timestamptz' },
    { sql: Prisma.sql`e.id`, type: 'uuid' },
  ],
  descending: true,
};

const EVENT = Prisma.sql`e.id, c.seq::float8 AS seq, encode(c.hash, 'hex') AS hash, e.story_id AS "storyId",
  e.actor_id AS "actorId", e.role::text, e.request_id AS "requestId", e.action, e.object_type AS "objectType",
  e.object_id AS "objectId", e.before, e.after, e.created_at AS "createdAt"`;

/** The audit log as people read it. */
@Injectable()
export class AuditEventsRepository {
  constructor(private readonly database: Database) {}

  findByIds(ids: readonly string[]): Promise<AuditEventRow[]> {
    return this.database.query<AuditEventRow>(Prisma.sql`
      SELECT ${EVENT} FROM audit_event e JOIN audit_chain c ON c.event_id = e.id WHERE e.id = ANY(${ids}::uuid[])`);
  }

  list(criteria: AuditCriteria, page: KeysetPage): Promise<AuditEventRow[]> {
    const { where, orderBy, limit } = keyset(AUDIT_ORDER, page);
    // The page first: else a plan may join the whole log to the chain.
    return this.database.query<AuditEventRow>(Prisma.sql`
      SELECT ${EVENT} FROM (
        SELECT e.* FROM audit_event e WHERE ${matching(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) e JOIN audit_chain c ON c.event_id = e.id ORDER BY ${orderBy}`);
  }

  async count(criteria: AuditCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(Prisma.sql`
      SELECT count(*)::float8 AS count FROM audit_event e WHERE ${matching(criteria)}`);
    return row?.count ?? 0;
  }
}

function matching({ storyId, actorId, action, objectId, from, to }: AuditCriteria): Prisma.Sql {
  const conditions = [
    storyId !== null && Prisma.sql`e.story_id = ${storyId}::uuid`,
    actorId !== null && Prisma.sql`e.actor_id = ${actorId}::uuid`,
    action !== null && Prisma.sql`e.action = ${action}`,
    objectId !== null && Prisma.sql`e.object_id = ${objectId}::uuid`,
    from !== null && Prisma.sql`e.created_at >= ${from}::timestamptz`,
    to !== null && Prisma.sql`e.created_at < ${to}::timestamptz`,
  ].filter((condition) => condition !== false);
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}
