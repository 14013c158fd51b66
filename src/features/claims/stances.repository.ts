import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import { Database, keyset, Prisma, type KeysetOrder, type KeysetPage } from '../../platform/database/index.js';
import { STANDS } from '../detection/index.js';
import { CITATION_SHAPE, type CitationRow } from './citation.shape.js';

/** One citation in which an agent, or a part of it, speaks, and what it said last before on the question. */
export interface StanceRow extends CitationRow {
  /** The agent that was asked for, of which the speaker is a part. */
  agentId: string;
  speakerId: string;
  /** When it was said, the end of time where nobody knows. */
  at: Date;
  previousId: string | null;
  previousClaimId: string | null;
}

/** When a citation was said, as the index has it: undated last. */
export const SAID = Prisma.sql`coalesce(i.said_from, '9999-12-31 23:59:59.999+00'::timestamptz)`;

/** The order in which stances are listed: as they were taken. */
export const STANCE_ORDER: KeysetOrder = {
  key: 'said',
  columns: [
    { sql: SAID, type: 'timestamptz' },
    { sql: Prisma.sql`i.id`, type: 'uuid' },
  ],
  descending: false,
};

/** What agents have said. */
@Injectable()
export class StancesRepository {
  constructor(private readonly database: Database) {}

  /**
   * One page of what each agent, or a part of it at any depth, has said in a story. The previous stance is the last that
   * was for certain said before, on the same question and with the same scope; of several at once, the same claim first.
   */
  listByAgents(storyId: string, agentIds: readonly string[], page: KeysetPage): Promise<StanceRow[]> {
    const { where, orderBy, limit } = keyset(STANCE_ORDER, page);
    return this.database.query<StanceRow>(Prisma.sql`
      WITH RECURSIVE ${parts(agentIds)}
      SELECT r.*, before.id AS "previousId", before.claim_id AS "previousClaimId"
      FROM unnest(${agentIds}::uuid[]) AS k (id) CROSS JOIN LATERAL (
        SELECT n.* FROM part CROSS JOIN LATERAL (
          SELECT ${CITATION_SHAPE.select(null)}, ${SAID} AS at, i.speaker_id AS "speakerId", part.agent_id AS "agentId", i.question_id,
            ${scopeOf(Prisma.sql`i.claim_id`)} AS scope
          FROM citation i ${standing()} WHERE i.story_id = ${storyId}::uuid AND i.speaker_id = part.id AND ${where}
          ORDER BY ${orderBy} LIMIT ${limit}
        ) n WHERE part.agent_id = k.id ORDER BY n.at, n.id LIMIT ${limit}
      ) r
      LEFT JOIN LATERAL (
        SELECT b.* FROM part CROSS JOIN LATERAL (
          SELECT i.id, i.claim_id, ${SAID} AS at FROM citation i ${standing()}
          WHERE i.story_id = ${storyId}::uuid AND i.question_id = r.question_id AND i.speaker_id = part.id
            AND ${SAID} < r."saidFrom" AND i.said_to < r."saidFrom" AND ${scopeOf(Prisma.sql`i.claim_id`)} = r.scope
          ORDER BY ${SAID} DESC, (i.claim_id = r."claimId") DESC, i.id DESC LIMIT 1
        ) b WHERE part.agent_id = k.id ORDER BY b.at DESC, (b.claim_id = r."claimId") DESC, b.id DESC LIMIT 1
      ) before ON TRUE
      ORDER BY r."agentId", r.at, r.id`);
  }

  countByAgents(storyId: string, agentIds: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      WITH RECURSIVE ${parts(agentIds)}
      SELECT part.agent_id AS owner, count(*) AS count FROM part
      JOIN citation i ON i.story_id = ${storyId}::uuid AND i.speaker_id = part.id ${standing()} GROUP BY 1`);
  }
}

/** The agents with all their parts, themselves among them, as a table `part (agent_id, id)`. */
function parts(agentIds: readonly string[]): Prisma.Sql {
  return Prisma.sql`part (agent_id, id) AS (
    SELECT a.id, a.id FROM unnest(${agentIds}::uuid[]) AS a (id)
    UNION SELECT part.agent_id, a.id FROM part JOIN agent a ON a.part_of_id = part.id)`;
}

/** Only citations `i` of claims that stand. */
export function standing(): Prisma.Sql {
  return Prisma.sql`JOIN claim c ON c.story_id = i.story_id AND c.id = i.claim_id
    AND ${STANDS}`;
}

/** The scope of a claim of the story of citation `i`, comparable. */
export function scopeOf(claimId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`ARRAY(SELECT t.dimension || ' ' || t.concept_id FROM claim_scope t
    WHERE t.story_id = i.story_id AND t.claim_id = ${claimId} ORDER BY 1)`;
}
