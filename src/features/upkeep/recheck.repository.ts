import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';
import { LEAD_ORDER, type SubjectKey } from '../detection/index.js';

export interface CheckedSubjectRow extends SubjectKey {
  label: string;
  storyTitle: string;
}

/** What a claim carries of its citations; times as JSON writes them. */
export interface CitationFacts {
  hedged: boolean;
  firstSaidFrom: string | null;
  firstSaidTo: string | null;
  leadCitationId: string | null;
}

/** A claim that carries something else of its citations than they say. */
export interface StaleClaimRow {
  id: string;
  statement: string;
  stored: CitationFacts;
  actual: CitationFacts;
}

/** What the citations of each claim of a subject amount to, beside what the claim carries. */
const FACTS = Prisma.sql`
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_and(i.certainty = 'POSSIBLE'), TRUE) AS hedged, min(i.said_from) AS said_from, min(i.said_to) AS said_to
    FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id) f
  LEFT JOIN LATERAL (
    SELECT i.id FROM citation i WHERE i.story_id = c.story_id AND i.claim_id = c.id
    ORDER BY ${LEAD_ORDER} LIMIT 1) l ON TRUE`;
const IS_STALE = Prisma.sql`(c.hedged, c.first_said_from, c.first_said_to, c.lead_citation_id)
  IS DISTINCT FROM (f.hedged, f.said_from, f.said_to, l.id)`;

/** What a recheck reads and mends beside contradictions. */
@Injectable()
export class RecheckRepository {
  constructor(private readonly database: Database) {}

  /** The next subjects of all stories, story by story. */
  listSubjects(after: SubjectKey | null, limit: number): Promise<CheckedSubjectRow[]> {
    const from = after
      ? Prisma.sql`(s.story_id, s.id) > (${after.storyId}::uuid, ${after.subjectId}::uuid)`
      : Prisma.sql`TRUE`;
    return this.database.query<CheckedSubjectRow>(Prisma.sql`
      SELECT s.story_id AS "storyId", s.id AS "subjectId", s.label, t.title AS "storyTitle"
      FROM subject s JOIN story t ON t.id = s.story_id WHERE ${from} ORDER BY s.story_id, s.id LIMIT ${limit}`);
  }

  async countClaims(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<number> {
    const [row] = await tx.query<{ count: number }>(Prisma.sql`
      SELECT count(*) AS count FROM claim WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid`);
    return row?.count ?? 0;
  }

  /** Whether the subject is still to be examined again after a change of the vocabulary. */
  async isWaiting(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<boolean> {
    const rows = await tx.query(Prisma.sql`
      SELECT FROM reexamination_subject WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid LIMIT 1`);
    return rows.length > 0;
  }

  findStaleClaims(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<StaleClaimRow[]> {
    return tx.query<StaleClaimRow>(Prisma.sql`
      SELECT c.id, c.statement,
        jsonb_build_object('hedged', c.hedged, 'firstSaidFrom', c.first_said_from, 'firstSaidTo', c.first_said_to,
          'leadCitationId', c.lead_citation_id) AS stored,
        jsonb_build_object('hedged', f.hedged, 'firstSaidFrom', f.said_from, 'firstSaidTo', f.said_to,
          'leadCitationId', l.id) AS actual
      FROM claim c ${FACTS}
      WHERE c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid AND ${IS_STALE} ORDER BY c.id`);
  }

  /** Has every claim of a subject carry what its citations say. */
  async mendClaims(tx: Transaction, { storyId, subjectId }: SubjectKey, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE claim SET hedged = s.hedged, first_said_from = s.said_from, first_said_to = s.said_to,
        lead_citation_id = s.lead_id, updated_at = ${now}::timestamptz
      FROM (SELECT c.id, f.hedged, f.said_from, f.said_to, l.id AS lead_id FROM claim c ${FACTS}
            WHERE c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid AND ${IS_STALE}) s
      WHERE claim.story_id = ${storyId}::uuid AND claim.id = s.id`);
  }
}
