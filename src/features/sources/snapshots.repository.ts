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

/** A snapshot without its text, which is long and seldom asked for. */
export interface SnapshotRow extends StoryKey {
  sourceId: string;
  sha256: string;
  mediaType: string;
  fetchedAt: Date;
  /** The snapshot that had the source's text before; null for the first. */
  previousId: string | null;
  /** How it differs from that one: [oldStart, oldEnd, newStart, newEnd] for each difference, in UTF-16 code units. */
  differences: number[];
}

export interface SnapshotTextRow extends StoryKey {
  text: string;
}

const SNAPSHOT = Prisma.sql`n.story_id AS "storyId", n.id, n.source_id AS "sourceId", n.sha256, n.media_type AS "mediaType",
  n.fetched_at AS "fetchedAt", n.previous_id AS "previousId", coalesce(n.differences, '{}') AS differences`;
/** A source's texts, of which the newest is the current one, or only the one that it has gone back to. */
const CURRENT = Prisma.sql`n.story_id = s.story_id AND n.source_id = s.id
  AND (s.reverted_to_id IS NULL OR n.id = s.reverted_to_id)`;
/** The order in which a source's snapshots are listed: newest first. */
export const SNAPSHOT_ORDER = byId(Prisma.sql`n.id`, true);

@Injectable()
export class SnapshotsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[]): Promise<SnapshotRow[]> {
    return this.database.query<SnapshotRow>(Prisma.sql`
      SELECT ${SNAPSHOT} FROM snapshot n JOIN ${keyTable(keys)} ON n.story_id = k.story_id AND n.id = k.id`);
  }

  findTexts(keys: readonly StoryKey[], reader: Reader = this.database): Promise<SnapshotTextRow[]> {
    return reader.query<SnapshotTextRow>(Prisma.sql`
      SELECT n.story_id AS "storyId", n.id, n.text FROM snapshot n
      JOIN ${keyTable(keys)} ON n.story_id = k.story_id AND n.id = k.id`);
  }

  /** The snapshot of a source that has a text; null where none has. */
  async findByText(tx: Transaction, source: StoryKey, sha256: string): Promise<SnapshotRow | null> {
    const [row] = await tx.query<SnapshotRow>(Prisma.sql`
      SELECT ${SNAPSHOT} FROM snapshot n
      WHERE n.story_id = ${source.storyId}::uuid AND n.source_id = ${source.id}::uuid AND n.sha256 = ${sha256}`);
    return row ?? null;
  }

  /** The newest snapshot of each source: the one that has its text, whenever it was taken. */
  findNewestOf(sources: readonly StoryKey[]): Promise<SnapshotRow[]> {
    return this.database.query<SnapshotRow>(Prisma.sql`
      SELECT p.* FROM ${keyTable(sources)} CROSS JOIN LATERAL (
        SELECT ${SNAPSHOT} FROM source s JOIN snapshot n ON ${CURRENT}
        WHERE s.story_id = k.story_id AND s.id = k.id ORDER BY n.id DESC LIMIT 1
      ) p`);
  }

  /** The newest snapshot of each source with its text. */
  findNewestTextsOf(sources: readonly StoryKey[], reader: Reader): Promise<(SnapshotRow & { text: string })[]> {
    return reader.query(Prisma.sql`
      SELECT p.* FROM ${keyTable(sources)} CROSS JOIN LATERAL (
        SELECT ${SNAPSHOT}, n.text FROM source s JOIN snapshot n ON ${CURRENT}
        WHERE s.story_id = k.story_id AND s.id = k.id ORDER BY n.id DESC LIMIT 1
      ) p`);
  }

  /** One page of each source's snapshots. */
  listBySources(sources: readonly StoryKey[], page: KeysetPage): Promise<SnapshotRow[]> {
    const { where, orderBy, limit } = keyset(SNAPSHOT_ORDER, page);
    return this.database.query<SnapshotRow>(Prisma.sql`
      SELECT p.* FROM ${keyTable(sources)} CROSS JOIN LATERAL (
        SELECT ${SNAPSHOT} FROM snapshot n WHERE n.story_id = k.story_id AND n.source_id = k.id AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countBySources(sources: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT n.story_id || ' ' || n.source_id AS owner, count(*) AS count FROM snapshot n
      JOIN ${keyTable(sources)} ON n.story_id = k.story_id AND n.source_id = k.id GROUP BY 1`);
  }

  async insert(tx: Transaction, row: SnapshotRow & { text: string }): Promise<void> {
    await tx.snapshot.create({ data: row });
  }
}
