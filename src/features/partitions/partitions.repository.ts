import { Injectable } from '@nestjs/common';
import {
  Database,
  keyTable,
  Prisma,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';

export interface PartitionRow extends StoryKey {
  questionId: string;
  dimension: string;
  /** In the order in which they are told. */
  conceptIds: string[];
  note: string;
  version: number;
  declaredById: string;
  declaredAt: Date;
  withdrawnAt: Date | null;
  withdrawalReason: string | null;
}

/** A question that a transaction has found. */
export interface FoundQuestion {
  subjectId: string;
  propertyId: string;
}

const PARTITION = Prisma.sql`d.story_id AS "storyId", d.id, d.question_id AS "questionId", d.dimension,
  ARRAY(SELECT p.concept_id::text FROM question_partition_part p
        WHERE p.story_id = d.story_id AND p.partition_id = d.id ORDER BY p.position) AS "conceptIds",
  d.note, d.version, d.declared_by_id AS "declaredById", d.declared_at AS "declaredAt", d.withdrawn_at AS "withdrawnAt",
  d.withdrawal_reason AS "withdrawalReason"`;

/** The statements of partitions that editors declare for questions. */
@Injectable()
export class PartitionsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<PartitionRow[]> {
    return reader.query<PartitionRow>(Prisma.sql`
      SELECT ${PARTITION} FROM question_partition d JOIN ${keyTable(keys)} ON d.story_id = k.story_id AND d.id = k.id`);
  }

  /** Those of questions that stand, in the order in which they were declared. */
  findStanding(questions: readonly StoryKey[], reader: Reader = this.database): Promise<PartitionRow[]> {
    return reader.query<PartitionRow>(Prisma.sql`
      SELECT ${PARTITION} FROM question_partition d
      JOIN ${keyTable(questions)} ON d.story_id = k.story_id AND d.question_id = k.id
      WHERE d.withdrawn_at IS NULL ORDER BY d.id`);
  }

  async findQuestion(tx: Transaction, key: StoryKey): Promise<FoundQuestion | null> {
    const rows = await tx.query<FoundQuestion>(Prisma.sql`
      SELECT subject_id AS "subjectId", property_id AS "propertyId" FROM question
      WHERE story_id = ${key.storyId}::uuid AND id = ${key.id}::uuid`);
    return rows[0] ?? null;
  }

  /** Locks a question as writers of answers to it do: where it is tied to others, its subject first. */
  async lockQuestion(
    tx: Transaction,
    { storyId, id }: StoryKey,
    subjectId: string,
    isTied: boolean,
  ): Promise<{ searchExhausted: boolean }> {
    if (isTied) {
      await tx.query(Prisma.sql`
        SELECT FROM subject WHERE story_id = ${storyId}::uuid AND id = ${subjectId}::uuid FOR NO KEY UPDATE`);
    }
    const [question] = await tx.query<{ searchExhausted: boolean }>(Prisma.sql`
      SELECT search_exhausted AS "searchExhausted" FROM question
      WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`);
    if (!question) throw new Error('A question that was just found is not there.');
    return question;
  }

  async insert(tx: Transaction, { conceptIds, ...row }: PartitionRow): Promise<void> {
    await tx.questionPartition.create({ data: row });
    await this.insertParts(tx, row, conceptIds);
  }

  async update(tx: Transaction, { storyId, id, note, version, conceptIds }: PartitionRow): Promise<void> {
    await tx.questionPartition.update({ where: { storyId_id: { storyId, id } }, data: { note, version } });
    await tx.questionPartitionPart.deleteMany({ where: { storyId, partitionId: id } });
    await this.insertParts(tx, { storyId, id }, conceptIds);
  }

  async withdraw(
    tx: Transaction,
    { storyId, id }: StoryKey,
    data: { version: number; withdrawnById: string; withdrawnAt: Date; withdrawalReason: string },
  ): Promise<void> {
    await tx.questionPartition.update({ where: { storyId_id: { storyId, id } }, data });
  }

  private async insertParts(tx: Transaction, key: StoryKey, conceptIds: readonly string[]): Promise<void> {
    const { storyId, id: partitionId } = key;
    await tx.questionPartitionPart.createMany({
      data: conceptIds.map((conceptId, position) => ({ storyId, partitionId, conceptId, position })),
    });
  }
}
