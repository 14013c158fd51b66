import { Injectable } from '@nestjs/common';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import { STORED, type StoredContradictionRow } from './detection.repository.js';

/** A subject, named by its story and its own id. */
export interface SubjectKey {
  readonly storyId: string;
  readonly subjectId: string;
}

export interface SubjectQuestionRow {
  id: string;
  propertyId: string;
  /** As it is stored, and as the stored contradictions would have it. */
  disputed: boolean;
  hasOpen: boolean;
  searchExhausted: boolean;
}

/** What is stored about all questions of one subject. */
@Injectable()
export class SubjectDetectionRepository {
  /**
   * Locks a subject and all of its questions until the transaction ends: always in one order, and the subject first as
   * writers of answers to tied questions do, so that nobody waits in a ring.
   */
  async lock(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<void> {
    await tx.query(Prisma.sql`
      SELECT FROM subject WHERE story_id = ${storyId}::uuid AND id = ${subjectId}::uuid FOR NO KEY UPDATE`);
    await tx.query(Prisma.sql`
      SELECT FROM question WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid
      ORDER BY id FOR NO KEY UPDATE`);
  }

  findQuestions(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<SubjectQuestionRow[]> {
    return tx.query<SubjectQuestionRow>(Prisma.sql`
      SELECT q.id, q.property_id AS "propertyId", q.disputed, q.search_exhausted AS "searchExhausted",
        EXISTS (SELECT FROM contradiction x WHERE x.story_id = q.story_id AND x.question_id = q.id
                  AND x.status IN ('OPEN', 'IN_REVIEW'))
        OR EXISTS (SELECT FROM contradiction_question n
                   JOIN contradiction x ON x.story_id = n.story_id AND x.id = n.contradiction_id
                   WHERE n.story_id = q.story_id AND n.question_id = q.id
                     AND x.status IN ('OPEN', 'IN_REVIEW')) AS "hasOpen"
      FROM question q WHERE q.story_id = ${storyId}::uuid AND q.subject_id = ${subjectId}::uuid ORDER BY q.id`);
  }

  /** All contradictions, LAPSED ones too, among claims about the subject. */
  findContradictions(tx: Transaction, { storyId, subjectId }: SubjectKey): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT ${STORED} FROM contradiction x WHERE x.story_id = ${storyId}::uuid AND x.id IN (
        SELECT m.contradiction_id FROM claim c
        JOIN contradiction_member m ON m.story_id = c.story_id AND m.claim_id = c.id
        WHERE c.story_id = ${storyId}::uuid AND c.subject_id = ${subjectId}::uuid)
      ORDER BY x.id`);
  }
}
