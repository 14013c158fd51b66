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

  /** The first source of a story that was published at one of these addresses. */
  async findByAddress(storyId: string, addresses: readonly string[], reader: Reader): Promise<SourceRow | null> {
    const [row] = await reader.query<SourceRow>(Prisma.sql`
      SELECT ${SOURCE_SHAPE.select(null)} FROM unnest(${addresses}::text[]) AS k (url)
      JOIN source s ON s.story_id = ${storyId}::uuid AND md5(s.url) = md5(k.url) AND s.url = k.url
      ORDER BY s.id LIMIT 1`);
    return row ?? null;
  }

  /** The first source of a story that has, or had, a text. */
  async findByText(storyId: string, sha256: string, reader: Reader): Promise<SourceRow | null> {
    const [row] = await reader.query<SourceRow>(Prisma.sql`
      SELECT ${SOURCE_SHAPE.select(null)} FROM snapshot n
      JOIN source s ON s.story_id = n.story_id AND s.id = n.source_id
      WHERE n.story_id = ${storyId}::uuid AND n.sha256 = ${sha256} ORDER BY s.id LIMIT 1`);
    return row ?? null;
  }

  /** Makes those who add texts to a story wait for one another: two copies at the same instant must find each other. */
  async lockStory(tx: Transaction, storyId: string): Promise<void> {
    await tx.query(Prisma.sql`SELECT FROM story WHERE id = ${storyId}::uuid FOR NO KEY UPDATE`);
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

  /**
   * Makes those who quote a source wait until the transaction ends, and waits for those who do.
   * @returns null where there is no such source
   */
  async lock(tx: Transaction, { storyId, id }: StoryKey): Promise<SourceRow | null> {
    const [row] = await tx.query<SourceRow>(Prisma.sql`
      SELECT ${SOURCE_SHAPE.select(null)} FROM source s
      WHERE s.story_id = ${storyId}::uuid AND s.id = ${id}::uuid FOR NO KEY UPDATE`);
    return row ?? null;
  }

  /** Sources that derive from a source, directly or by way of others. */
  async findDerived(tx: Transaction, { storyId, id }: StoryKey): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(Prisma.sql`
      WITH RECURSIVE derived AS (
        SELECT s.id FROM source s WHERE s.story_id = ${storyId}::uuid AND s.derived_from_id = ${id}::uuid
        UNION
        SELECT s.id FROM derived d
        JOIN source s ON s.story_id = ${storyId}::uuid AND s.derived_from_id = d.id)
      SELECT id FROM derived ORDER BY id`);
    return rows.map((row) => row.id);
  }

  async setStatus(
    tx: Transaction,
    { storyId, id }: StoryKey,
    status: SourceStatus,
    statusReason: string | null,
  ): Promise<void> {
    await tx.source.update({ where: { storyId_id: { storyId, id } }, data: { status, statusReason } });
  }

  /** @param revertedToId the earlier snapshot whose text the source has again; null where its newest has its text */
  async setRevertedTo(tx: Transaction, { storyId, id }: StoryKey, revertedToId: string | null): Promise<void> {
    await tx.source.update({ where: { storyId_id: { storyId, id } }, data: { revertedToId } });
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
