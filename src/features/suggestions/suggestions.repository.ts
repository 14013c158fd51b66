import { Injectable } from '@nestjs/common';
import type { Certainty, Polarity } from '../../domain/claim/claim.js';
import type { ListCount } from '../../graphql/connections/index.js';
import {
  Database,
  keyset,
  keyTable,
  Prisma,
  type KeysetOrder,
  type KeysetPage,
  type Reader,
  type StoryKey,
  type Transaction,
} from '../../platform/database/index.js';
import type { SuggestionStatus } from './graphql/suggestion.enums.js';
import type { NamedSubject } from './subject-meant.js';
import type { NamedScopeTerm, NamedValue, SuggestionReaderName } from './suggested.js';

export interface SuggestionRow extends StoryKey {
  sourceId: string;
  snapshotId: string;
  reader: SuggestionReaderName;
  propertyKey: string;
  subjectLabel: string | null;
  polarity: Polarity;
  value: NamedValue;
  scope: NamedScopeTerm[];
  certainty: Certainty;
  claimantName: string | null;
  saidOn: string | null;
  quoteExact: string;
  quotePrefix: string;
  quoteSuffix: string;
  quoteStart: number;
  quoteEnd: number;
  statement: string;
  confidence: number;
  status: SuggestionStatus;
  version: number;
  claimId: string | null;
  corrected: string[];
  reason: string | null;
  decidedById: string | null;
  decidedAt: Date | null;
  createdAt: Date;
}

/** How the suggestions of one property of a story have fared. */
export interface OutcomeRow {
  storyId: string;
  propertyKey: string;
  pending: number;
  accepted: number;
  corrected: number;
  rejected: number;
}

/** What somebody has decided on a suggestion. */
export type Decision = Pick<
  SuggestionRow,
  'status' | 'version' | 'claimId' | 'corrected' | 'reason' | 'decidedById' | 'decidedAt'
> & {
  readonly accepted: Prisma.InputJsonObject | null;
};

/** A suggestion that is being decided on. */
export interface HeldSuggestion extends SuggestionRow {
  /** Whether no newer text of its source has been stored since. */
  isOfNewestText: boolean;
}

const SUGGESTION = Prisma.sql`c.story_id AS "storyId", c.id, c.source_id AS "sourceId", c.snapshot_id AS "snapshotId",
  c.reader::text, c.property_key AS "propertyKey", c.subject_label AS "subjectLabel", c.polarity::text, c.value, c.scope,
  c.certainty::text, c.claimant_name AS "claimantName", c.said_on AS "saidOn", c.quote_exact AS "quoteExact",
  c.quote_prefix AS "quotePrefix", c.quote_suffix AS "quoteSuffix", c.quote_start AS "quoteStart", c.quote_end AS "quoteEnd",
  c.statement, c.confidence, c.status::text, c.version, c.claim_id AS "claimId", c.corrected, c.reason,
  c.decided_by_id AS "decidedById", c.decided_at AS "decidedAt", c.created_at AS "createdAt"`;

/** The order in which a source's suggestions are listed: that of its text. */
export const SUGGESTION_ORDER: KeysetOrder = {
  key: 'text',
  columns: [
    { sql: Prisma.sql`c.quote_start`, type: 'int4' },
    { sql: Prisma.sql`c.id`, type: 'uuid' },
  ],
  descending: false,
};

/** Subjects among which one is looked for by name: a story has few. */
const MOST_SUBJECTS = 1_000;

@Injectable()
export class SuggestionsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<SuggestionRow[]> {
    return reader.query<SuggestionRow>(Prisma.sql`
      SELECT ${SUGGESTION} FROM claim_suggestion c JOIN ${keyTable(keys)} ON c.story_id = k.story_id AND c.id = k.id`);
  }

  /** Locks a suggestion until the transaction ends, so that those who decide on it queue. */
  async lock(tx: Transaction, { storyId, id }: StoryKey): Promise<HeldSuggestion | null> {
    const [row] = await tx.query<HeldSuggestion>(Prisma.sql`
      SELECT ${SUGGESTION}, c.snapshot_id = (
          SELECT coalesce(s.reverted_to_id, (
            SELECT n.id FROM snapshot n WHERE n.story_id = s.story_id AND n.source_id = s.id ORDER BY n.id DESC LIMIT 1))
          FROM source s WHERE s.story_id = c.story_id AND s.id = c.source_id) AS "isOfNewestText"
      FROM claim_suggestion c WHERE c.story_id = ${storyId}::uuid AND c.id = ${id}::uuid FOR UPDATE`);
    return row ?? null;
  }

  /** One page of each source's suggestions, in one status or in all. */
  listBySources(
    sources: readonly StoryKey[],
    status: SuggestionStatus | null,
    page: KeysetPage,
  ): Promise<SuggestionRow[]> {
    const { where, orderBy, limit } = keyset(SUGGESTION_ORDER, page);
    return this.database.query<SuggestionRow>(Prisma.sql`
      SELECT p.* FROM ${keyTable(sources)} CROSS JOIN LATERAL (
        SELECT ${SUGGESTION} FROM claim_suggestion c
        WHERE c.story_id = k.story_id AND c.source_id = k.id AND ${inStatus(status)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}) p`);
  }

  countBySources(sources: readonly StoryKey[], status: SuggestionStatus | null): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT c.story_id || ' ' || c.source_id AS owner, count(*) AS count FROM claim_suggestion c
      JOIN ${keyTable(sources)} ON c.story_id = k.story_id AND c.source_id = k.id WHERE ${inStatus(status)} GROUP BY 1`);
  }

  countOutcomes(storyIds: readonly string[]): Promise<OutcomeRow[]> {
    return this.database.query<OutcomeRow>(Prisma.sql`
      SELECT c.story_id AS "storyId", c.property_key AS "propertyKey",
        count(*) FILTER (WHERE c.status = 'PENDING') AS pending,
        count(*) FILTER (WHERE c.status = 'ACCEPTED' AND c.corrected = '{}') AS accepted,
        count(*) FILTER (WHERE c.status = 'ACCEPTED' AND c.corrected <> '{}') AS corrected,
        count(*) FILTER (WHERE c.status = 'REJECTED') AS rejected
      FROM claim_suggestion c WHERE c.story_id = ANY(${storyIds}::uuid[]) GROUP BY 1, 2 ORDER BY 1, 2`);
  }

  async decide(tx: Transaction, { storyId, id }: StoryKey, { accepted, ...decision }: Decision): Promise<void> {
    const data = { ...decision, accepted: accepted ?? Prisma.DbNull };
    await tx.claimSuggestion.update({ where: { storyId_id: { storyId, id } }, data });
  }

  /** Locks a story until the transaction ends. @returns its title */
  async lockStory(tx: Transaction, storyId: string): Promise<string> {
    const [story] = await tx.query<{ title: string }>(Prisma.sql`
      SELECT title FROM story WHERE id = ${storyId}::uuid FOR NO KEY UPDATE`);
    if (!story) throw new Error('A suggestion has no story.');
    return story.title;
  }

  /** The subjects of a story, as they were made. */
  listSubjects(tx: Transaction, storyId: string): Promise<NamedSubject[]> {
    return tx.query<NamedSubject>(Prisma.sql`
      SELECT s.id, s.kind::text, s.label, s.aliases FROM subject s WHERE s.story_id = ${storyId}::uuid
      ORDER BY s.id LIMIT ${MOST_SUBJECTS}`);
  }
}

function inStatus(status: SuggestionStatus | null): Prisma.Sql {
  return status === null ? Prisma.sql`TRUE` : Prisma.sql`c.status = ${status}::suggestion_status`;
}
