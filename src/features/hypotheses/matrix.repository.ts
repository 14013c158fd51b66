import { Injectable } from '@nestjs/common';
import type { Consistency } from '../../domain/hypotheses/consistency.js';
import { Database, keyTable, Prisma, type StoryKey } from '../../platform/database/index.js';
import { STANDS } from '../detection/index.js';

export interface EvidenceRow {
  storyId: string;
  questionId: string;
  claimId: string;
  note: string | null;
  addedById: string;
  addedAt: Date;
  /** Whether the claim stands and is no hypothesis itself. */
  counts: boolean;
}

export interface GradeRow {
  storyId: string;
  questionId: string;
  evidenceId: string;
  hypothesisId: string;
  accountId: string;
  consistency: Consistency;
  note: string | null;
  updatedAt: Date;
}

/** Whether `claim c` stands. */
/** Whether `claim c` says of its question that it is so. */
const ANSWERS = Prisma.sql`c.polarity = 'AFFIRMED' AND c.value_kind = 'CONCEPT'`;

/** Reads of whole matrices, those of many questions in one statement. */
@Injectable()
export class MatrixRepository {
  constructor(private readonly database: Database) {}

  /** The affirmed answers to each question that stand. */
  findHypotheses(questions: readonly StoryKey[]): Promise<(StoryKey & { questionId: string })[]> {
    return this.database.query(Prisma.sql`
      SELECT c.story_id AS "storyId", c.id, c.question_id AS "questionId"
      FROM claim c JOIN ${keyTable(questions)} ON c.story_id = k.story_id AND c.question_id = k.id
      WHERE ${STANDS} AND ${ANSWERS}`);
  }

  /** The evidence that each question's answers are weighed against. */
  findEvidence(questions: readonly StoryKey[]): Promise<EvidenceRow[]> {
    return this.database.query<EvidenceRow>(Prisma.sql`
      SELECT e.story_id AS "storyId", e.question_id AS "questionId", e.claim_id AS "claimId", e.note,
        e.added_by_id AS "addedById", e.added_at AS "addedAt",
        ${STANDS} AND NOT (c.question_id = e.question_id AND ${ANSWERS}) AS counts
      FROM question_evidence e JOIN ${keyTable(questions)} ON e.story_id = k.story_id AND e.question_id = k.id
      JOIN claim c ON c.story_id = e.story_id AND c.id = e.claim_id
      WHERE e.removed_at IS NULL`);
  }

  /** All grades of that evidence, in the order of hypotheses and accounts. */
  findGrades(questions: readonly StoryKey[]): Promise<GradeRow[]> {
    return this.database.query<GradeRow>(Prisma.sql`
      SELECT g.story_id AS "storyId", g.question_id AS "questionId", g.evidence_id AS "evidenceId",
        g.hypothesis_id AS "hypothesisId", g.account_id AS "accountId", g.consistency::text, g.note,
        g.updated_at AS "updatedAt"
      FROM evidence_grade g JOIN ${keyTable(questions)} ON g.story_id = k.story_id AND g.question_id = k.id
      JOIN question_evidence e ON e.story_id = g.story_id AND e.question_id = g.question_id AND e.claim_id = g.evidence_id
      WHERE e.removed_at IS NULL ORDER BY g.hypothesis_id, g.account_id`);
  }
}
