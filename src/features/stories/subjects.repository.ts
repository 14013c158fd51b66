import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  byId,
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetPage,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';
import { SUBJECT_SHAPE, type SubjectRow } from './subject.shape.js';

/** The order in which a story's subjects are listed: as they were made. */
export const SUBJECT_ORDER = byId(Prisma.sql`s.id`, false);

@Injectable()
export class SubjectsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<SubjectRow[]> {
    return reader.query<SubjectRow>(Prisma.sql`
      SELECT ${SUBJECT_SHAPE.select(null)} FROM subject s
      JOIN ${keyTable(keys)} ON s.story_id = k.story_id AND s.id = k.id`);
  }

  /** One page of each story's subjects. */
  listByStories(storyIds: readonly string[], page: KeysetPage): Promise<SubjectRow[]> {
    const { where, orderBy, limit } = keyset(SUBJECT_ORDER, page);
    return this.database.query<SubjectRow>(Prisma.sql`
      SELECT p.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${SUBJECT_SHAPE.select(null)} FROM subject s WHERE s.story_id = k.story_id AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countByStories(storyIds: readonly string[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT story_id AS owner, count(*) AS count FROM subject WHERE story_id = ANY(${storyIds}::uuid[]) GROUP BY 1`);
  }

  async insert(tx: Transaction, row: SubjectRow, createdAt: Date): Promise<void> {
    await tx.subject.create({ data: { ...row, createdAt } });
  }
}
