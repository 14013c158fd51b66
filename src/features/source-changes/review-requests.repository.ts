import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
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
import type { ReviewReason, ReviewState } from './graphql/review-request.type.js';

export interface ReviewRequestRow extends StoryKey {
  claimId: string;
  citationId: string;
  sourceId: string;
  causeId: string;
  reason: ReviewReason;
  sameSurroundings: boolean | null;
  state: ReviewState;
  createdAt: Date;
  note: string | null;
  settledById: string | null;
  settledAt: Date | null;
}

/** What is new of a request. */
export type NewRequest = Pick<
  ReviewRequestRow,
  'storyId' | 'claimId' | 'citationId' | 'sourceId' | 'causeId' | 'reason' | 'sameSurroundings'
>;

export interface ReviewRequestCriteria {
  storyId: string | null;
  claim: StoryKey | null;
  source: StoryKey | null;
  reason: ReviewReason | null;
  state: ReviewState | null;
}

const REQUEST = Prisma.sql`q.story_id AS "storyId", q.id, q.claim_id AS "claimId", q.citation_id AS "citationId",
  q.source_id AS "sourceId", q.cause_id AS "causeId", q.reason::text, q.same_surroundings AS "sameSurroundings",
  q.state::text, q.created_at AS "createdAt", q.note, q.settled_by_id AS "settledById", q.settled_at AS "settledAt"`;

/** Oldest first: what has waited longest. */
export const REQUEST_ORDER = byId(Prisma.sql`q.id`, false);

/** What is to be looked at again. */
@Injectable()
export class ReviewRequestsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<ReviewRequestRow[]> {
    return reader.query<ReviewRequestRow>(Prisma.sql`
      SELECT ${REQUEST} FROM review_request q JOIN ${keyTable(keys)} ON q.story_id = k.story_id AND q.id = k.id`);
  }

  list(criteria: ReviewRequestCriteria, page: KeysetPage): Promise<ReviewRequestRow[]> {
    const { where, orderBy, limit } = keyset(REQUEST_ORDER, page);
    return this.database.query<ReviewRequestRow>(Prisma.sql`
      SELECT ${REQUEST} FROM review_request q WHERE ${matching(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(criteria: ReviewRequestCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM review_request q WHERE ${matching(criteria)}`,
    );
    return row?.count ?? 0;
  }

  async lock(tx: Transaction, { storyId, id }: StoryKey): Promise<ReviewRequestRow | null> {
    const [row] = await tx.query<ReviewRequestRow>(Prisma.sql`
      SELECT ${REQUEST} FROM review_request q
      WHERE q.story_id = ${storyId}::uuid AND q.id = ${id}::uuid FOR UPDATE`);
    return row ?? null;
  }

  /** The last request about the quote of each of a source's citations. */
  findLastAboutQuotes(tx: Transaction, source: StoryKey): Promise<ReviewRequestRow[]> {
    return tx.query<ReviewRequestRow>(Prisma.sql`
      SELECT DISTINCT ON (q.citation_id) ${REQUEST} FROM review_request q
      WHERE q.story_id = ${source.storyId}::uuid AND q.source_id = ${source.id}::uuid AND q.same_surroundings IS NOT NULL
      ORDER BY q.citation_id, q.id DESC`);
  }

  /** Adds requests, leaving out those that are open already or whose citation is gone. Gives the keys of those it added. */
  async insert(tx: Transaction, requests: readonly NewRequest[], now: Date): Promise<StoryKey[]> {
    if (requests.length === 0) return [];
    const of = <K extends keyof NewRequest>(key: K): NewRequest[K][] => requests.map((request) => request[key]);
    return tx.query<StoryKey>(Prisma.sql`
      INSERT INTO review_request (story_id, id, claim_id, citation_id, source_id, cause_id, reason, same_surroundings, state,
        created_at)
      SELECT r.story_id, r.id, r.claim_id, r.citation_id, r.source_id, r.cause_id, r.reason, r.same_surroundings, 'OPEN',
        ${now}::timestamptz
      FROM unnest(${of('storyId')}::uuid[], ${requests.map(() => uuidv7())}::uuid[], ${of('claimId')}::uuid[],
        ${of('citationId')}::uuid[], ${of('sourceId')}::uuid[], ${of('causeId')}::uuid[], ${of('reason')}::review_reason[],
        ${of('sameSurroundings')}::boolean[])
        AS r (story_id, id, claim_id, citation_id, source_id, cause_id, reason, same_surroundings)
      JOIN citation i ON i.story_id = r.story_id AND i.id = r.citation_id
      FOR KEY SHARE OF i
      ON CONFLICT DO NOTHING RETURNING story_id AS "storyId", id`);
  }

  async lapse(tx: Transaction, storyId: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(Prisma.sql`
      UPDATE review_request SET state = 'LAPSED'
      WHERE story_id = ${storyId}::uuid AND id = ANY(${ids}::uuid[]) AND state = 'OPEN'`);
  }

  /** Lapses what is open because a source was corrected or retracted, at its own citations and at those of its reprints. */
  async lapseCausedBy(tx: Transaction, { storyId, id }: StoryKey): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE review_request SET state = 'LAPSED' WHERE story_id = ${storyId}::uuid AND cause_id = ${id}::uuid
        AND state = 'OPEN' AND same_surroundings IS NULL`);
  }

  async settle(tx: Transaction, { storyId, id }: StoryKey, note: string, by: string, now: Date): Promise<void> {
    await tx.reviewRequest.update({
      where: { storyId_id: { storyId, id } },
      data: { state: 'SETTLED', note, settledById: by, settledAt: now },
    });
  }
}

function matching({ storyId, claim, source, reason, state }: ReviewRequestCriteria): Prisma.Sql {
  const conditions = [
    storyId !== null && Prisma.sql`q.story_id = ${storyId}::uuid`,
    claim && Prisma.sql`q.story_id = ${claim.storyId}::uuid AND q.claim_id = ${claim.id}::uuid`,
    source && Prisma.sql`q.story_id = ${source.storyId}::uuid AND q.source_id = ${source.id}::uuid`,
    reason && Prisma.sql`q.reason = ${reason}::review_reason`,
    state && Prisma.sql`q.state = ${state}::review_state`,
  ].filter((condition) => condition instanceof Prisma.Sql);
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}
