import { Injectable } from '@nestjs/common';
import type { TextMatch } from '../../domain/corroboration/carried-texts.js';
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
import { CITATION_SHAPE, type CitationRow } from './citation.shape.js';

/** A group of citations of one claim that share all that their origin depends on. */
export interface OriginRow extends StoryKey {
  sourceId: string;
  originSourceId: string;
  publisherId: string | null;
  publisherGroupId: string | null;
  claimantId: string | null;
  claimantGroupId: string | null;
  textSha256: string;
  /** The texts of other sources that the source carries. */
  textIds: string[];
  citations: number;
  firstSaid: Date | null;
  lastSaid: Date | null;
}

/** The order in which citations are listed: as they were written. */
export const CITATION_ORDER = byId(Prisma.sql`i.id`, false);

/** An origin of a claim: a name for it, and the sources whose citations it has. */
export interface OriginKey {
  readonly owner: string;
  readonly claim: StoryKey;
  readonly sourceIds: readonly string[];
}

/** Whose citations a list has. */
export type CitationOwner = 'claim' | 'source';

@Injectable()
export class CitationsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<CitationRow[]> {
    return reader.query<CitationRow>(Prisma.sql`
      SELECT ${CITATION_SHAPE.select(null)} FROM citation i JOIN ${keyTable(keys)} ON i.story_id = k.story_id AND i.id = k.id`);
  }

  /** Those citations of claims that quote the same words for the same claimant as one of these. */
  findSame(tx: Transaction, rows: readonly Omit<CitationRow, 'id'>[]): Promise<CitationRow[]> {
    return tx.query<CitationRow>(Prisma.sql`
      SELECT ${CITATION_SHAPE.select(null)} FROM citation i JOIN unnest(
        ${rows.map(({ storyId }) => storyId)}::uuid[], ${rows.map(({ claimId }) => claimId)}::uuid[],
        ${rows.map(({ snapshotId }) => snapshotId)}::uuid[], ${rows.map(({ quoteStart }) => quoteStart)}::int[],
        ${rows.map(({ quoteEnd }) => quoteEnd)}::int[], ${rows.map(({ claimantId }) => claimantId)}::uuid[]
      ) AS k (story_id, claim_id, snapshot_id, quote_start, quote_end, claimant_id)
      ON i.story_id = k.story_id AND i.claim_id = k.claim_id AND i.snapshot_id = k.snapshot_id
        AND i.quote_start = k.quote_start AND i.quote_end = k.quote_end AND i.claimant_id IS NOT DISTINCT FROM k.claimant_id`);
  }

  /** One page of each owner's citations. */
  listByOwners(owner: CitationOwner, keys: readonly StoryKey[], page: KeysetPage): Promise<CitationRow[]> {
    const { where, orderBy, limit } = keyset(CITATION_ORDER, page);
    return this.database.query<CitationRow>(Prisma.sql`
      SELECT r.* FROM ${keyTable(keys)} CROSS JOIN LATERAL (
        SELECT ${CITATION_SHAPE.select(null)} FROM citation i WHERE i.story_id = k.story_id AND ${ownerColumn(owner)} = k.id AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  /** One page of the citations of each origin: those of a claim that are of its sources. */
  listByOrigins(origins: readonly OriginKey[], page: KeysetPage): Promise<(CitationRow & { owner: string })[]> {
    const { where, orderBy, limit } = keyset(CITATION_ORDER, page);
    return this.database.query<CitationRow & { owner: string }>(Prisma.sql`
      SELECT k.owner, r.* FROM unnest(${origins.map(({ owner }) => owner)}::text[],
        ${origins.map(({ claim }) => claim.storyId)}::uuid[], ${origins.map(({ claim }) => claim.id)}::uuid[],
        ${origins.map(({ sourceIds }) => sourceIds.join())}::text[]) AS k (owner, story_id, id, source_ids)
      CROSS JOIN LATERAL (
        SELECT ${CITATION_SHAPE.select(null)} FROM citation i WHERE i.story_id = k.story_id AND i.claim_id = k.id
          AND i.source_id = ANY(string_to_array(k.source_ids, ',')::uuid[]) AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countByOwners(owner: CitationOwner, keys: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, count(*) AS count
      FROM citation i JOIN ${keyTable(keys)} ON i.story_id = k.story_id AND ${ownerColumn(owner)} = k.id GROUP BY 1`);
  }

  async countOfClaim(tx: Transaction, claim: StoryKey): Promise<number> {
    return tx.citation.count({ where: { storyId: claim.storyId, claimId: claim.id } });
  }

  /**
   * The origins of each claim's citations.
   * @param asOf only citations of sources that had been published by then
   */
  findOrigins(claims: readonly StoryKey[], asOf: Date | null): Promise<OriginRow[]> {
    const published = asOf === null ? Prisma.sql`TRUE` : Prisma.sql`s.published_at <= ${asOf}::timestamptz`;
    return this.database.query<OriginRow>(Prisma.sql`
      SELECT i.story_id AS "storyId", i.claim_id AS id, i.source_id AS "sourceId", s.origin_id AS "originSourceId",
        s.publisher_id AS "publisherId", a.group_id AS "publisherGroupId", i.claimant_id AS "claimantId",
        b.group_id AS "claimantGroupId", n.sha256 AS "textSha256", ARRAY(
          SELECT t.text_id FROM carried_text t WHERE t.story_id = i.story_id AND t.source_id = i.source_id ORDER BY 1
        ) AS "textIds", count(*) AS citations, min(i.said_from) AS "firstSaid", max(i.said_from) AS "lastSaid"
      FROM ${keyTable(claims)}
      JOIN citation i ON i.story_id = k.story_id AND i.claim_id = k.id
      JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
      JOIN snapshot n ON n.story_id = i.story_id AND n.id = i.snapshot_id
      LEFT JOIN agent a ON a.id = s.publisher_id
      LEFT JOIN agent b ON b.id = i.claimant_id
      WHERE ${published}
      GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
      ORDER BY 1, 2, 3, 7`);
  }

  /**
   * Which texts of sources belong together as far as the sources had been published by then: those of the given sources,
   * those that they carry, and all that have one of these texts through others, each pair once.
   */
  findTextMatches(sources: readonly StoryKey[], asOf: Date): Promise<TextMatch[]> {
    return this.database.query<TextMatch>(Prisma.sql`
      WITH RECURSIVE near (story_id, id) AS (
        SELECT k.story_id, k.id FROM ${keyTable(sources)}
        UNION
        SELECT m.story_id, m.other_id FROM near
        JOIN text_match m ON m.story_id = near.story_id AND m.source_id = near.id AND m.relation <> 'CARRIED'
        JOIN source s ON s.story_id = m.story_id AND s.id = m.other_id AND s.published_at <= ${asOf}::timestamptz)
      SELECT m.source_id AS "firstId", m.other_id AS "secondId",
        CASE m.relation WHEN 'SAME' THEN 'SAME' ELSE 'SECOND_IN_FIRST' END AS relation
      FROM near JOIN text_match m ON m.story_id = near.story_id AND m.source_id = near.id
      JOIN near other ON other.story_id = m.story_id AND other.id = m.other_id
      WHERE m.relation = 'CARRIES' OR m.relation = 'SAME' AND m.source_id < m.other_id`);
  }

  /** Adds citations, leaving out those that are there already. Gives the ids of those it added. */
  async insertNew(tx: Transaction, rows: readonly CitationRow[]): Promise<string[]> {
    const added = await tx.citation.createManyAndReturn({
      data: [...rows],
      skipDuplicates: true,
      select: { id: true },
    });
    return added.map(({ id }) => id);
  }

  async remove(tx: Transaction, key: StoryKey): Promise<void> {
    await tx.citation.delete({ where: { storyId_id: { storyId: key.storyId, id: key.id } } });
  }
}

function ownerColumn(owner: CitationOwner): Prisma.Sql {
  return owner === 'claim' ? Prisma.sql`i.claim_id` : Prisma.sql`i.source_id`;
}
