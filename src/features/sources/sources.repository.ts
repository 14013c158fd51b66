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
import type { SourceKind, SourceStatus } from './graphql/source.enums.js';
import { SOURCE_SHAPE, type SourceRow } from './source.shape.js';

export interface SourceCriteria {
  status: SourceStatus | null;
  kind: SourceKind | null;
  publisherId: string | null;
}

/** The order in which a story's sources are listed: newest first. */
export const SOURCE_ORDER = byId(Prisma.sql`s.id`, true);

@Injectable()
export class SourcesRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<SourceRow[]> {
    return reader.query<SourceRow>(Prisma.sql`
      SELECT ${SOURCE_SHAPE.select(null)} FROM source s
      JOIN ${keyTable(keys)} ON s.story_id = k.story_id AND s.id = k.id`);
  }

  /** One page of each story's sources. */
  listByStories(storyIds: readonly string[], criteria: SourceCriteria, page: KeysetPage): Promise<SourceRow[]> {
    const { where, orderBy, limit } = keyset(SOURCE_ORDER, page);
    return this.database.query<SourceRow>(Prisma.sql`
      SELECT p.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${SOURCE_SHAPE.select(null)} FROM source s WHERE s.story_id = k.story_id AND ${matching(criteria)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countByStories(storyIds: readonly string[], criteria: SourceCriteria): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT s.story_id AS owner, count(*) AS count FROM source s
      WHERE s.story_id = ANY(${storyIds}::uuid[]) AND ${matching(criteria)} GROUP BY 1`);
  }

  async insert(tx: Transaction, row: SourceRow): Promise<void> {
    await tx.source.create({ data: row });
  }
}

function matching(criteria: SourceCriteria): Prisma.Sql {
  const conditions = [
    criteria.status && Prisma.sql`s.status = ${criteria.status}::source_status`,
    criteria.kind && Prisma.sql`s.kind = ${criteria.kind}::source_kind`,
    criteria.publisherId && Prisma.sql`s.publisher_id = ${criteria.publisherId}::uuid`,
  ].filter((condition) => condition !== null && condition !== '');
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}
