import { Injectable } from '@nestjs/common';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { Rank, RankedClaim } from '../claims/index.js';
import { CONTRADICTION_SHAPE, type ContradictionRow } from './contradiction.shape.js';

/** A question that a member of a contradiction answers, locked. */
export interface LockedQuestionRow {
  id: string;
  subjectId: string;
  propertyId: string;
  searchExhausted: boolean;
}

/** A member, and the question that it answers. */
export interface PlacedMemberRow {
  claimId: string;
  questionId: string;
}

/** A claim that a decision ranked DEPRECATED and that nobody has ranked since, with its rank before. */
export interface RankBeforeRow {
  claimId: string;
  rank: keyof typeof Rank;
  rankReason: string | null;
}

/** What decisions on contradictions read and write; all of it inside their transaction. */
@Injectable()
export class DecisionsRepository {
  /**
   * Locks the subject of a contradiction and the questions that its members answer until the transaction ends, as
   * writers of such answers do. To be taken before the contradiction itself, and the subject before the questions, as
   * those writers do: else the two would wait for each other.
   */
  async lockQuestionsOf(tx: Transaction, key: StoryKey): Promise<LockedQuestionRow[]> {
    return tx.query<LockedQuestionRow>(Prisma.sql`
      SELECT q.id, q.subject_id AS "subjectId", q.property_id AS "propertyId", q.search_exhausted AS "searchExhausted"
      FROM subject s JOIN question q ON q.story_id = s.story_id AND q.subject_id = s.id
      WHERE q.story_id = ${key.storyId}::uuid AND q.id IN (
        SELECT question_id FROM contradiction WHERE story_id = ${key.storyId}::uuid AND id = ${key.id}::uuid
        UNION ALL
        SELECT question_id FROM contradiction_question
        WHERE story_id = ${key.storyId}::uuid AND contradiction_id = ${key.id}::uuid)
      ORDER BY q.id FOR NO KEY UPDATE OF s, q`);
  }

  /** Locks a contradiction until the transaction ends, so that decisions on it queue. */
  async lock(tx: Transaction, key: StoryKey): Promise<ContradictionRow | null> {
    const rows = await tx.query<ContradictionRow>(Prisma.sql`
      SELECT ${CONTRADICTION_SHAPE.select(null)} FROM contradiction x WHERE x.story_id = ${key.storyId}::uuid AND x.id = ${key.id}::uuid
      FOR NO KEY UPDATE`);
    return rows[0] ?? null;
  }

  findMembers(tx: Transaction, key: StoryKey): Promise<PlacedMemberRow[]> {
    return tx.query<PlacedMemberRow>(Prisma.sql`
      SELECT c.id AS "claimId", c.question_id AS "questionId" FROM contradiction_member m
      JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
      WHERE m.story_id = ${key.storyId}::uuid AND m.contradiction_id = ${key.id}::uuid ORDER BY c.id`);
  }

  async decide(
    tx: Transaction,
    key: StoryKey,
    change: Prisma.ContradictionUncheckedUpdateInput,
    now: Date,
  ): Promise<void> {
    await tx.contradiction.update({
      where: { storyId_id: { storyId: key.storyId, id: key.id } },
      data: { ...change, version: { increment: 1 }, updatedAt: now },
    });
  }

  /** Says which members a decision upholds; what it ranked is said afterwards. */
  async uphold(tx: Transaction, key: StoryKey, claimIds: readonly string[]): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE contradiction_member SET upheld = (claim_id = ANY(${claimIds}::uuid[])), ranked_version = NULL
      WHERE story_id = ${key.storyId}::uuid AND contradiction_id = ${key.id}::uuid`);
  }

  /** Notes which versions of its members a decision made by ranking them. */
  async noteRanked(tx: Transaction, key: StoryKey, ranked: readonly RankedClaim[]): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE contradiction_member m SET ranked_version = f.version
      FROM json_to_recordset(${JSON.stringify(ranked)}::json) AS f ("claimId" uuid, version int)
      WHERE m.story_id = ${key.storyId}::uuid AND m.contradiction_id = ${key.id}::uuid AND m.claim_id = f."claimId"`);
  }

  /** The members that the decision on a contradiction ranked and that nobody has ranked since. */
  findRanked(tx: Transaction, key: StoryKey): Promise<RankBeforeRow[]> {
    return tx.query<RankBeforeRow>(Prisma.sql`
      SELECT m.claim_id AS "claimId", ${before('rank')} AS rank, ${before('rankReason')} AS "rankReason"
      FROM contradiction_member m
      JOIN revision r ON r.story_id = m.story_id AND r.claim_id = m.claim_id AND r.version = m.ranked_version
      WHERE m.story_id = ${key.storyId}::uuid AND m.contradiction_id = ${key.id}::uuid
        AND NOT EXISTS (SELECT FROM revision l WHERE l.story_id = m.story_id AND l.claim_id = m.claim_id
          AND l.version > m.ranked_version
          AND (l.changes @> '[{"field": "rank"}]' OR l.changes @> '[{"field": "rankReason"}]'))
      ORDER BY m.claim_id`);
  }
}

/** What a field was before revision r. */
function before(field: 'rank' | 'rankReason'): Prisma.Sql {
  return Prisma.sql`(SELECT e->>'before' FROM jsonb_array_elements(r.changes) e WHERE e->>'field' = ${field})`;
}
