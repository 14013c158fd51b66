import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '../../platform/database/index.js';
import type { ChainEntry } from './audit-chain.js';

/** An event that stands in no entry of the chain. */
export interface LooseEvent {
  id: string;
  action: string;
  createdAt: Date;
}

interface EntryRow {
  seq: string;
  eventId: string;
  previous: string;
  hash: string;
  text: string | null;
}

/** The chain of the audit log, as it is verified. */
@Injectable()
export class AuditChainRepository {
  constructor(private readonly database: Database) {}

  /** The next entries, each with its event's text: by built-in functions only, which nobody can have replaced. */
  async findAfter(seq: bigint, limit: number): Promise<ChainEntry[]> {
    const rows = await this.database.query<EntryRow>(Prisma.sql`
      SELECT c.seq::text AS seq, c.event_id AS "eventId", encode(c.previous, 'hex') AS previous, encode(c.hash, 'hex') AS hash,
        CASE WHEN e.id IS NOT NULL THEN jsonb_build_array(e.id::text, e.story_id::text, e.actor_id::text, e.role::text, e.request_id,
          e.action, e.object_type, e.object_id::text, e.before::text, e.after::text,
          to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))::text END AS text
      FROM (SELECT * FROM audit_chain c WHERE c.seq > ${String(seq)}::bigint ORDER BY c.seq LIMIT ${limit}) c
      LEFT JOIN audit_event e ON e.id = c.event_id ORDER BY c.seq`);
    return rows.map(({ seq: number, previous, hash, ...row }) => ({
      ...row,
      seq: BigInt(number),
      previous: Buffer.from(previous, 'hex'),
      hash: Buffer.from(hash, 'hex'),
    }));
  }

  /** The oldest of the events that no entry of the chain names; null where there is none. */
  async findLoose(): Promise<LooseEvent | null> {
    const [row] = await this.database.query<LooseEvent>(Prisma.sql`
      SELECT e.id, e.action, e.created_at AS "createdAt" FROM audit_event e
      WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.event_id = e.id) ORDER BY e.created_at, e.id LIMIT 1`);
    return row ?? null;
  }

  /** What is known of an event; null where it is gone. */
  async findEvent(id: string): Promise<LooseEvent | null> {
    const [row] = await this.database.query<LooseEvent>(Prisma.sql`
      SELECT e.id, e.action, e.created_at AS "createdAt" FROM audit_event e WHERE e.id = ${id}::uuid`);
    return row ?? null;
  }
}
