import { Injectable } from '@nestjs/common';
import type { Polarity } from '../../domain/claim/claim.js';
import type { Consistency } from '../../domain/hypotheses/consistency.js';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';

/** What of a claim decides whether it can be a hypothesis or evidence. */
export interface ClaimFacts extends StoryKey {
  questionId: string;
  datatype: string;
  polarity: Polarity;
  valueKind: string;
  status: string;
}

/** A claim's place on a question's matrix. */
export interface EvidenceKey {
  readonly storyId: string;
  readonly questionId: string;
  readonly claimId: string;
}

/** A cell of the matrix, and the account that grades it. */
export interface GradeKey {
  readonly storyId: string;
  readonly questionId: string;
  readonly evidenceId: string;
  readonly hypothesisId: string;
  readonly accountId: string;
}

/** What an account has said in a cell. */
export interface GivenGrade {
  readonly consistency: Consistency;
  readonly note: string | null;
}

/** What changes of matrices read and write. */
@Injectable()
export class EvidenceRepository {
  /** Locks a question until the transaction ends, so that changes of its evidence queue; null where there is none. */
  async lockQuestion(tx: Transaction, key: StoryKey): Promise<{ datatype: string } | null> {
    const rows = await tx.query<{ datatype: string }>(Prisma.sql`
      SELECT p.datatype::text FROM question q JOIN property p ON p.id = q.property_id
      WHERE q.story_id = ${key.storyId}::uuid AND q.id = ${key.id}::uuid FOR NO KEY UPDATE OF q`);
    return rows[0] ?? null;
  }

  async findClaim(tx: Transaction, key: StoryKey): Promise<ClaimFacts | null> {
    const rows = await tx.query<ClaimFacts>(Prisma.sql`
      SELECT c.story_id AS "storyId", c.id, c.question_id AS "questionId", p.datatype::text, c.polarity::text,
        c.value_kind::text AS "valueKind", c.status::text
      FROM claim c JOIN property p ON p.id = c.property_id
      WHERE c.story_id = ${key.storyId}::uuid AND c.id = ${key.id}::uuid`);
    return rows[0] ?? null;
  }

  /** Locks an item of evidence until the transaction ends, so that its grades queue; null where it is not there. */
  async lockEvidence(tx: Transaction, key: EvidenceKey): Promise<{ removed: boolean; note: string | null } | null> {
    const rows = await tx.query<{ removed: boolean; note: string | null }>(Prisma.sql`
      SELECT removed_at IS NOT NULL AS removed, note FROM question_evidence
      WHERE story_id = ${key.storyId}::uuid AND question_id = ${key.questionId}::uuid AND claim_id = ${key.claimId}::uuid
      FOR NO KEY UPDATE`);
    return rows[0] ?? null;
  }

  /** How many items of evidence a question's answers are weighed against. */
  countEvidence(tx: Transaction, { storyId, id: questionId }: StoryKey): Promise<number> {
    return tx.questionEvidence.count({ where: { storyId, questionId, removedAt: null } });
  }

  /** Puts a claim on a matrix; one that was there before comes back with its grades. */
  async putEvidence(
    tx: Transaction,
    key: EvidenceKey,
    added: { note: string | null; addedById: string; addedAt: Date },
  ): Promise<void> {
    const back = { removedById: null, removedAt: null, removalReason: null };
    await tx.questionEvidence.upsert({
      where: { storyId_questionId_claimId: key },
      create: { ...key, ...added },
      update: { ...added, ...back },
    });
  }

  async takeEvidence(
    tx: Transaction,
    key: EvidenceKey,
    removal: { removedById: string; removedAt: Date; removalReason: string },
  ): Promise<void> {
    await tx.questionEvidence.update({ where: { storyId_questionId_claimId: key }, data: removal });
  }

  findGrade(tx: Transaction, key: GradeKey): Promise<GivenGrade | null> {
    return tx.evidenceGrade.findUnique({
      where: { storyId_questionId_evidenceId_hypothesisId_accountId: key },
      select: { consistency: true, note: true },
    });
  }

  async putGrade(tx: Transaction, key: GradeKey, grade: GivenGrade, updatedAt: Date): Promise<void> {
    const data = { ...grade, updatedAt };
    await tx.evidenceGrade.upsert({
      where: { storyId_questionId_evidenceId_hypothesisId_accountId: key },
      create: { ...key, ...data },
      update: data,
    });
  }

  async takeGrade(tx: Transaction, key: GradeKey): Promise<void> {
    await tx.evidenceGrade.delete({ where: { storyId_questionId_evidenceId_hypothesisId_accountId: key } });
  }
}
