import { Injectable } from '@nestjs/common';
import { Database, Prisma, type Transaction } from '../../platform/database/index.js';

/** One subject that waits to be examined again. */
export interface WaitingSubject {
  readonly reexaminationId: string;
  readonly storyId: string;
  readonly subjectId: string;
  readonly attempts: number;
}

/** What examining a subject again changed: numbers of contradictions. */
export interface ReexaminationCounts {
  readonly raised: number;
  readonly lapsed: number;
  readonly changed: number;
}

/** The subjects that wait, taken by any number of workers without meeting. */
@Injectable()
export class ReexaminationQueueRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes the next subject that no other transaction has taken; those that failed before come last. It waits again
   * unless the transaction that took it says that it is done and commits.
   * @returns null where none waits
   */
  async take(tx: Transaction): Promise<WaitingSubject | null> {
    const [row] = await tx.query<WaitingSubject>(Prisma.sql`
      SELECT reexamination_id AS "reexaminationId", story_id AS "storyId", subject_id AS "subjectId", attempts
      FROM reexamination_subject ORDER BY attempts, reexamination_id, story_id, subject_id LIMIT 1
      FOR UPDATE SKIP LOCKED`);
    return row ?? null;
  }

  async finish(tx: Transaction, subject: WaitingSubject, counts: ReexaminationCounts, now: Date): Promise<void> {
    await this.remove(tx, subject);
    await this.advance(tx, subject.reexaminationId, { ...counts, done: 1, failed: 0 }, now);
  }

  /** Puts a subject behind all that have failed less often. */
  async postpone(subject: WaitingSubject): Promise<void> {
    await this.database.query(Prisma.sql`
      UPDATE reexamination_subject SET attempts = ${subject.attempts + 1}::smallint WHERE ${isSubject(subject)}`);
  }

  async giveUp(tx: Transaction, subject: WaitingSubject, now: Date): Promise<void> {
    await this.remove(tx, subject);
    const none = { raised: 0, lapsed: 0, changed: 0 };
    await this.advance(tx, subject.reexaminationId, { ...none, done: 0, failed: 1 }, now);
  }

  private async remove(tx: Transaction, subject: WaitingSubject): Promise<void> {
    await tx.query(Prisma.sql`DELETE FROM reexamination_subject WHERE ${isSubject(subject)}`);
  }

  /** The last statement of its transaction: workers queue at this row. */
  private async advance(
    tx: Transaction,
    id: string,
    by: ReexaminationCounts & { done: number; failed: number },
    now: Date,
  ): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE reexamination SET done = done + ${by.done}::int, failed = failed + ${by.failed}::int,
        raised = raised + ${by.raised}::int, lapsed = lapsed + ${by.lapsed}::int, changed = changed + ${by.changed}::int,
        started_at = coalesce(started_at, ${now}::timestamptz),
        finished_at = CASE WHEN done + failed + 1 = total THEN ${now}::timestamptz END
      WHERE id = ${id}::uuid`);
  }
}

function isSubject({ reexaminationId, storyId, subjectId }: WaitingSubject): Prisma.Sql {
  return Prisma.sql`reexamination_id = ${reexaminationId}::uuid AND story_id = ${storyId}::uuid
    AND subject_id = ${subjectId}::uuid`;
}
