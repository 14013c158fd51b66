import { Injectable } from '@nestjs/common';
import { keysOf, type TextSketch } from '../../domain/corroboration/text-sketch.js';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';

/** What a source's text has in common with another's, seen from the source. */
export interface TextMatchRow {
  sourceId: string;
  otherId: string;
  relation: 'SAME' | 'CARRIES' | 'CARRIED';
  resemblance: number;
  /** The share of the source's text that the other has. */
  contained: number;
}

/** A text that a source shares with others, named by the least of the sources that have it as a whole. */
export interface CarriedTextRow {
  sourceId: string;
  textId: string;
  whole: boolean;
}

/** A source whose text may have something in common with a new one. */
export interface CandidateRow extends TextSketch {
  sourceId: string;
  /** The name of its text. */
  textId: string;
}

/** All that is known of a source's texts, as JSON, to be compared. */
export interface KnownTextsRow {
  sourceId: string;
  title: string;
  sketches: unknown;
  nearDuplicates: unknown;
  carries: unknown;
}

/**
 * How many texts are looked up by one hash, the oldest first, and how many of those found are compared, those with the
 * most hashes in common first. So a new text costs the same however many sources the story has, copies of it among them:
 * to join its copies it needs to find some of them only.
 */
const TEXTS_A_HASH = 64;
const TEXTS_COMPARED = 256;

/** The order in which a source's near-duplicates are listed: the closest first. */
export const MATCH_ORDER: KeysetOrder = {
  key: 'closest',
  columns: [
    { sql: Prisma.sql`m.resemblance`, type: 'float8' },
    { sql: Prisma.sql`m.other_id`, type: 'uuid' },
  ],
  descending: true,
};

/** What is known of the texts of a story's sources; writes run under the story's lock. */
@Injectable()
export class SourceTextsRepository {
  constructor(private readonly database: Database) {}

  /** One page of the matches of each source's text, the closest first. */
  listMatches(sources: readonly StoryKey[], page: KeysetPage): Promise<(TextMatchRow & { storyId: string })[]> {
    const { where, orderBy, limit } = keyset(MATCH_ORDER, page);
    return this.database.query<TextMatchRow & { storyId: string }>(Prisma.sql`
      SELECT p.* FROM ${keyTable(sources)} CROSS JOIN LATERAL (
        SELECT m.story_id AS "storyId", m.source_id AS "sourceId", m.other_id AS "otherId", m.relation::text,
          m.resemblance, m.contained
        FROM text_match m WHERE m.story_id = k.story_id AND m.source_id = k.id AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) p`);
  }

  countMatches(sources: readonly StoryKey[]): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT m.story_id || ' ' || m.source_id AS owner, count(*) AS count FROM text_match m
      JOIN ${keyTable(sources)} ON m.story_id = k.story_id AND m.source_id = k.id GROUP BY 1`);
  }

  async insertSketch(tx: Transaction, snapshot: StoryKey, sketch: TextSketch): Promise<void> {
    const { storyId, id } = snapshot;
    await tx.query(Prisma.sql`
      INSERT INTO text_sketch (story_id, snapshot_id, shingles, least)
      VALUES (${storyId}::uuid, ${id}::uuid, ${sketch.shingles}::int, ${sketch.least}::int[])`);
    await tx.query(Prisma.sql`
      INSERT INTO text_sketch_key (story_id, hash, snapshot_id)
      SELECT ${storyId}::uuid, k.hash, ${id}::uuid FROM unnest(${keysOf(sketch)}::int[]) AS k (hash)`);
  }

  /** Other sources of the story whose texts have hashes in common with a sketch. */
  findCandidates(tx: Transaction, source: StoryKey, sketch: TextSketch): Promise<CandidateRow[]> {
    const { storyId, id } = source;
    return tx.query<CandidateRow>(Prisma.sql`
      SELECT n.source_id AS "sourceId", t.shingles, t.least, coalesce(c.text_id, n.source_id) AS "textId"
      FROM (
        SELECT x.snapshot_id, count(*) AS hashes FROM unnest(${keysOf(sketch)}::int[]) AS k (hash)
        CROSS JOIN LATERAL (
          SELECT y.snapshot_id FROM text_sketch_key y WHERE y.story_id = ${storyId}::uuid AND y.hash = k.hash
          ORDER BY y.snapshot_id LIMIT ${TEXTS_A_HASH}
        ) x
        GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${TEXTS_COMPARED}
      ) f
      JOIN text_sketch t ON t.story_id = ${storyId}::uuid AND t.snapshot_id = f.snapshot_id
      JOIN snapshot n ON n.story_id = t.story_id AND n.id = t.snapshot_id
      LEFT JOIN carried_text c ON c.story_id = n.story_id AND c.source_id = n.source_id AND c.whole
      WHERE n.source_id <> ${id}::uuid`);
  }

  /** Stores matches from both sides. Where two sources match in several versions of their texts the closest stands. */
  async insertMatches(tx: Transaction, storyId: string, matches: readonly TextMatchRow[]): Promise<void> {
    await tx.query(Prisma.sql`
      INSERT INTO text_match (story_id, source_id, other_id, relation, resemblance, contained)
      SELECT ${storyId}::uuid, m.* FROM unnest(
        ${matches.map((match) => match.sourceId)}::uuid[], ${matches.map((match) => match.otherId)}::uuid[],
        ${matches.map((match) => match.relation)}::text_relation[],
        ${matches.map((match) => match.resemblance)}::float8[], ${matches.map((match) => match.contained)}::float8[]) AS m
      ON CONFLICT (story_id, source_id, other_id) DO UPDATE
        SET relation = excluded.relation, resemblance = excluded.resemblance, contained = excluded.contained
        WHERE excluded.resemblance > text_match.resemblance`);
  }

  /** The name of a source's text as a whole. */
  async nameOfText(tx: Transaction, source: StoryKey): Promise<string> {
    const [row] = await tx.query<{ textId: string }>(Prisma.sql`
      SELECT text_id AS "textId" FROM carried_text
      WHERE story_id = ${source.storyId}::uuid AND source_id = ${source.id}::uuid AND whole`);
    return row?.textId ?? source.id;
  }

  async insertCarried(tx: Transaction, storyId: string, texts: readonly CarriedTextRow[]): Promise<void> {
    if (texts.length === 0) return;
    await tx.query(Prisma.sql`
      INSERT INTO carried_text (story_id, source_id, text_id, whole)
      SELECT ${storyId}::uuid, t.* FROM unnest(
        ${texts.map((text) => text.sourceId)}::uuid[], ${texts.map((text) => text.textId)}::uuid[],
        ${texts.map((text) => text.whole)}::boolean[]) AS t
      ON CONFLICT DO NOTHING`);
  }

  /** Takes out all that says who carries one of the texts, to be told anew. */
  removeCarried(tx: Transaction, storyId: string, textIds: readonly string[]): Promise<CarriedTextRow[]> {
    return tx.query<CarriedTextRow>(Prisma.sql`
      DELETE FROM carried_text WHERE story_id = ${storyId}::uuid AND text_id = ANY(${textIds}::uuid[])
      RETURNING source_id AS "sourceId", text_id AS "textId", whole`);
  }

  /** Takes out that sources carry a text as a part: they have turned out to have it as a whole. */
  async removeParts(tx: Transaction, storyId: string, sourceIds: readonly string[], textId: string): Promise<void> {
    await tx.query(Prisma.sql`
      DELETE FROM carried_text WHERE story_id = ${storyId}::uuid AND source_id = ANY(${sourceIds}::uuid[])
        AND text_id = ${textId}::uuid AND NOT whole`);
  }

  /** The story's snapshots in the order in which they were written. */
  listSnapshots(tx: Transaction, storyId: string): Promise<{ id: string; sourceId: string }[]> {
    return tx.query(Prisma.sql`
      SELECT id, source_id AS "sourceId" FROM snapshot WHERE story_id = ${storyId}::uuid ORDER BY id`);
  }

  /** All that is known of the texts of a story, source by source. */
  listKnown(tx: Transaction, storyId: string): Promise<KnownTextsRow[]> {
    return tx.query<KnownTextsRow>(Prisma.sql`
      SELECT s.id AS "sourceId", s.title,
        (SELECT jsonb_agg(jsonb_build_array(n.id, k.shingles, md5(k.least::text), (
            SELECT md5(string_agg(y.hash::text, ' ' ORDER BY y.hash)) FROM text_sketch_key y
            WHERE y.story_id = n.story_id AND y.snapshot_id = n.id)) ORDER BY n.id)
          FROM snapshot n LEFT JOIN text_sketch k ON k.story_id = n.story_id AND k.snapshot_id = n.id
          WHERE n.story_id = s.story_id AND n.source_id = s.id) AS sketches,
        (SELECT jsonb_agg(jsonb_build_array(m.other_id, m.relation, m.resemblance, m.contained) ORDER BY m.other_id)
          FROM text_match m WHERE m.story_id = s.story_id AND m.source_id = s.id) AS "nearDuplicates",
        (SELECT jsonb_agg(jsonb_build_array(t.text_id, t.whole) ORDER BY t.text_id)
          FROM carried_text t WHERE t.story_id = s.story_id AND t.source_id = s.id) AS carries
      FROM source s WHERE s.story_id = ${storyId}::uuid ORDER BY s.id`);
  }

  /** Takes out all that is known of the texts of a story, to be found anew. */
  async forget(tx: Transaction, storyId: string): Promise<void> {
    await tx.query(Prisma.sql`DELETE FROM carried_text WHERE story_id = ${storyId}::uuid`);
    await tx.query(Prisma.sql`DELETE FROM text_match WHERE story_id = ${storyId}::uuid`);
    await tx.query(Prisma.sql`DELETE FROM text_sketch_key WHERE story_id = ${storyId}::uuid`);
    await tx.query(Prisma.sql`DELETE FROM text_sketch WHERE story_id = ${storyId}::uuid`);
  }
}
