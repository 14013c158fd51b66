import { Injectable } from '@nestjs/common';
import { Database, keyTable, Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type {
  ModelProblem,
  ModelReadingStatus,
  SourceReading as SourceReadingModel,
} from '../../generated/prisma/client.js';
import type { Suggested, SuggestionReaderName } from './suggested.js';

/** A source's newest text, and what was last read of the source. */
export interface ReadingStateRow extends StoryKey {
  snapshotId: string;
  /** Bytes of the text. */
  size: number;
  publishedAt: Date | null;
  readSnapshotId: string | null;
  reader: string | null;
  /** How far the model is; null where none is set, or the source has not been read. */
  modelStatus: ModelReadingStatus | null;
  modelProblem: ModelProblem | null;
  modelDueAt: Date | null;
  modelFailures: number | null;
}

/** How far a model is with a source's text. */
export type ModelState = Pick<SourceReadingModel, 'modelStatus' | 'modelProblem' | 'modelDueAt' | 'modelFailures'>;

/** What was read of a source's text. */
export interface KeptReading {
  readonly snapshotId: string;
  /** Names all that decides what is read. */
  readonly reader: string;
  readonly suggestions: readonly SuggestionEntry[];
  /** Whose suggestions from before go where they are not among these. */
  readonly replaces: readonly SuggestionReaderName[];
  readonly model: ModelState;
}

/** A suggestion as it is stored, with the id that it gets if it is new. */
export type SuggestionEntry = Suggested & { readonly id: string };

/** What has been read of sources. */
@Injectable()
export class SourceReadingsRepository {
  constructor(private readonly database: Database) {}

  findStates(sources: readonly StoryKey[]): Promise<ReadingStateRow[]> {
    return this.database.query<ReadingStateRow>(Prisma.sql`
      SELECT s.story_id AS "storyId", s.id, n.id AS "snapshotId", n.size, s.published_at AS "publishedAt",
        r.snapshot_id AS "readSnapshotId", r.reader, r.model_status::text AS "modelStatus",
        r.model_problem::text AS "modelProblem", r.model_due_at AS "modelDueAt", r.model_failures AS "modelFailures"
      FROM ${keyTable(sources)} JOIN source s ON s.story_id = k.story_id AND s.id = k.id
      CROSS JOIN LATERAL (
        SELECT n.id, octet_length(n.text) AS size FROM snapshot n WHERE n.story_id = s.story_id AND n.source_id = s.id
          AND (s.reverted_to_id IS NULL OR n.id = s.reverted_to_id)
        ORDER BY n.id DESC LIMIT 1) n
      LEFT JOIN source_reading r ON r.story_id = s.story_id AND r.source_id = s.id`);
  }

  /**
   * Locks a source until the transaction ends, so that those who have read it queue.
   * @returns the id of its newest snapshot
   */
  async lock(tx: Transaction, { storyId, id }: StoryKey): Promise<string | null> {
    await tx.query(
      Prisma.sql`SELECT FROM source WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid FOR NO KEY UPDATE`,
    );
    const [newest] = await tx.query<{ id: string }>(Prisma.sql`
      SELECT n.id FROM source s JOIN snapshot n ON n.story_id = s.story_id AND n.source_id = s.id
        AND (s.reverted_to_id IS NULL OR n.id = s.reverted_to_id)
      WHERE s.story_id = ${storyId}::uuid AND s.id = ${id}::uuid ORDER BY n.id DESC LIMIT 1`);
    return newest?.id ?? null;
  }

  /**
   * Gives a text that is due to whoever asks first.
   * @param until when it is due again, where nothing comes of it
   */
  async takeDue({ storyId, id, reader }: ReadingStateRow, now: Date, until: Date): Promise<boolean> {
    const taken = await this.database.query<{ id: string }>(Prisma.sql`
      UPDATE source_reading SET model_status = 'READING', model_problem = NULL, model_due_at = ${until}::timestamptz
      WHERE story_id = ${storyId}::uuid AND source_id = ${id}::uuid AND reader = ${reader} AND model_due_at <= ${now}::timestamptz
      RETURNING source_id AS id`);
    return taken.length > 0;
  }

  /** By what a source was last read; to be asked while the source is locked. */
  async readerOf(tx: Transaction, { storyId, id }: StoryKey): Promise<string | null> {
    const where = { storyId_sourceId: { storyId, sourceId: id } };
    return (await tx.sourceReading.findUnique({ where, select: { reader: true } }))?.reader ?? null;
  }

  /**
   * Stores what was read of a source in place of what waits from before. What has been decided stays as it is, and so
   * does the id of what is suggested still. Suggestions of an older text go in any case.
   */
  async keep(
    tx: Transaction,
    { storyId, id: sourceId }: StoryKey,
    { snapshotId, reader, suggestions, replaces, model }: KeptReading,
    now: Date,
  ): Promise<void> {
    const identities = suggestions.map(({ identity }) => identity);
    await tx.query(Prisma.sql`
      DELETE FROM claim_suggestion c WHERE c.story_id = ${storyId}::uuid AND c.source_id = ${sourceId}::uuid
        AND c.status = 'PENDING' AND c.identity <> ALL(${identities}::text[])
        AND (c.reader::text = ANY(${replaces}::text[]) OR c.snapshot_id <> ${snapshotId}::uuid)`);
    const rows = suggestions.map(({ quote, ...suggestion }) => ({ ...suggestion, ...quote }));
    await tx.query(Prisma.sql`
      INSERT INTO claim_suggestion AS c (story_id, id, source_id, snapshot_id, reader, identity, property_key, subject_label,
        polarity, value, scope, certainty, claimant_name, said_on, quote_exact, quote_prefix, quote_suffix, quote_start,
        quote_end, statement, confidence, status, version, corrected, created_at)
      SELECT ${storyId}::uuid, n.id, ${sourceId}::uuid, ${snapshotId}::uuid, n.reader::suggestion_reader, n.identity,
        n."propertyKey", n."subjectLabel", n.polarity::polarity, n.value, n.scope, n.certainty::certainty, n."claimantName",
        n."saidOn", n.exact, n.prefix, n.suffix, n.start, n."end", n.statement, n.confidence, 'PENDING', 1, '{}',
        ${now}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n (id uuid, reader text, identity text, "propertyKey" text,
        "subjectLabel" text, polarity text, value jsonb, scope jsonb, certainty text, "claimantName" text, "saidOn" text,
        exact text, prefix text, suffix text, start int, "end" int, statement text, confidence float8)
      ON CONFLICT (story_id, source_id, identity) DO UPDATE SET version = c.version + 1, snapshot_id = EXCLUDED.snapshot_id,
        reader = EXCLUDED.reader, value = EXCLUDED.value, scope = EXCLUDED.scope, subject_label = EXCLUDED.subject_label, certainty = EXCLUDED.certainty, said_on = EXCLUDED.said_on,
        quote_prefix = EXCLUDED.quote_prefix, quote_suffix = EXCLUDED.quote_suffix, quote_start = EXCLUDED.quote_start,
        quote_end = EXCLUDED.quote_end, statement = EXCLUDED.statement, confidence = EXCLUDED.confidence
      WHERE c.status = 'PENDING' AND (c.snapshot_id, c.reader, c.value, c.scope, c.subject_label, c.certainty, c.said_on,
        c.quote_prefix, c.quote_suffix, c.quote_start, c.statement, c.confidence) IS DISTINCT FROM (EXCLUDED.snapshot_id,
        EXCLUDED.reader, EXCLUDED.value, EXCLUDED.scope, EXCLUDED.subject_label, EXCLUDED.certainty, EXCLUDED.said_on,
        EXCLUDED.quote_prefix, EXCLUDED.quote_suffix, EXCLUDED.quote_start, EXCLUDED.statement, EXCLUDED.confidence)`);
    await tx.sourceReading.upsert({
      where: { storyId_sourceId: { storyId, sourceId } },
      create: { storyId, sourceId, snapshotId, reader, readAt: now, ...model },
      update: { snapshotId, reader, readAt: now, ...model },
    });
  }
}
