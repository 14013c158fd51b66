import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type StoryKey,
} from '../../platform/database/index.js';
import { CITATION_SHAPE } from './citation.shape.js';
import { SAID, scopeOf, STANCE_ORDER, standing, type StanceRow } from './stances.repository.js';

/** An agent as a whole that speaks on a question. */
export interface VoiceRow {
  /** The question, as `nameOfKey` names it. */
  owner: string;
  storyId: string;
  questionId: string;
  /** The whole agent, and how many of it and its parts speak. */
  agentId: string;
  speakers: number;
  /** When the first of them spoke, the end of time where nobody knows. */
  at: Date;
}

/** A question, and an agent as a whole. */
export interface VoiceKey {
  readonly storyId: string;
  readonly questionId: string;
  readonly agentId: string;
}

/** The order in which those who speak on a question are listed: who spoke first. */
export const VOICE_ORDER: KeysetOrder = {
  key: 'spoke',
  columns: [
    { sql: Prisma.sql`g.at`, type: 'timestamptz' },
    { sql: Prisma.sql`g.agent_id`, type: 'uuid' },
  ],
  descending: false,
};

/** Who has said what on a question. An agent and its parts are one voice: those of its group (see `agent.group_id`). */
@Injectable()
export class QuestionStancesRepository {
  constructor(private readonly database: Database) {}

  /**
   * One page of those who speak on each question. Costs by the speakers on the question, of each of which it reads the
   * first citation, and not by citations.
   */
  listVoices(questions: readonly StoryKey[], page: KeysetPage): Promise<VoiceRow[]> {
    const { where, orderBy, limit } = keyset(VOICE_ORDER, page);
    return this.database.query<VoiceRow>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, k.story_id AS "storyId", k.id AS "questionId", r.*
      FROM ${keyTable(questions)} CROSS JOIN LATERAL (
        SELECT g.agent_id AS "agentId", g.speakers, g.at FROM (${voices()}) g
        WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countVoices(questions: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, (SELECT count(*) FROM (${voices()}) g) AS count
      FROM ${keyTable(questions)}`);
  }

  /** One page of what each voice has said on its question, each with what it had said last before (see `listByAgents`). */
  listByVoices(keys: readonly VoiceKey[], page: KeysetPage): Promise<StanceRow[]> {
    const { where, orderBy, limit } = keyset(STANCE_ORDER, page);
    return this.database.query<StanceRow>(Prisma.sql`
      SELECT r.*, before.id AS "previousId", before.claim_id AS "previousClaimId"
      FROM ${voiceTable(keys)} CROSS JOIN LATERAL (
        SELECT n.* FROM agent part CROSS JOIN LATERAL (
          SELECT ${CITATION_SHAPE.select(null)}, ${SAID} AS at, i.speaker_id AS "speakerId", k.agent_id AS "agentId",
            i.question_id AS "questionId", ${scopeOf(Prisma.sql`i.claim_id`)} AS scope
          FROM citation i ${standing()}
          WHERE i.story_id = k.story_id AND i.question_id = k.question_id AND i.speaker_id = part.id AND ${where}
          ORDER BY ${orderBy} LIMIT ${limit}
        ) n WHERE part.group_id = k.agent_id ORDER BY n.at, n.id LIMIT ${limit}
      ) r
      LEFT JOIN LATERAL (
        SELECT b.* FROM agent part CROSS JOIN LATERAL (
          SELECT i.id, i.claim_id, ${SAID} AS at FROM citation i ${standing()}
          WHERE i.story_id = k.story_id AND i.question_id = k.question_id AND i.speaker_id = part.id
            AND ${SAID} < r."saidFrom" AND i.said_to < r."saidFrom" AND ${scopeOf(Prisma.sql`i.claim_id`)} = r.scope
          ORDER BY ${SAID} DESC, (i.claim_id = r."claimId") DESC, i.id DESC LIMIT 1
        ) b WHERE part.group_id = k.agent_id ORDER BY b.at DESC, (b.claim_id = r."claimId") DESC, b.id DESC LIMIT 1
      ) before ON TRUE
      ORDER BY r."agentId", r."questionId", r.at, r.id`);
  }

  countByVoices(keys: readonly VoiceKey[]): Promise<(VoiceKey & { readonly count: number })[]> {
    return this.database.query(Prisma.sql`
      SELECT k.story_id AS "storyId", k.question_id AS "questionId", k.agent_id AS "agentId", count(*) AS count
      FROM ${voiceTable(keys)} JOIN agent part ON part.group_id = k.agent_id
      JOIN citation i ON i.story_id = k.story_id AND i.question_id = k.question_id AND i.speaker_id = part.id ${standing()}
      GROUP BY 1, 2, 3`);
  }
}

/** The voices of question `k`. Sources of which no publisher is known, and who quote nobody, speak for no agent. */
function voices(): Prisma.Sql {
  return Prisma.sql`
    SELECT part.group_id AS agent_id, count(*) AS speakers, min(spoke.at) AS at
    FROM (SELECT DISTINCT v.speaker_id FROM claim_speaker v WHERE v.story_id = k.story_id AND v.question_id = k.id) s
    JOIN agent part ON part.id = s.speaker_id
    CROSS JOIN LATERAL (
      SELECT ${SAID} AS at FROM citation i ${standing()}
      WHERE i.story_id = k.story_id AND i.question_id = k.id AND i.speaker_id = s.speaker_id
      ORDER BY ${SAID}, i.id LIMIT 1
    ) spoke GROUP BY 1`;
}

function voiceTable(keys: readonly VoiceKey[]): Prisma.Sql {
  return Prisma.sql`unnest(${keys.map(({ storyId }) => storyId)}::uuid[], ${keys.map(({ questionId }) => questionId)}::uuid[],
    ${keys.map(({ agentId }) => agentId)}::uuid[]) AS k (story_id, question_id, agent_id)`;
}
