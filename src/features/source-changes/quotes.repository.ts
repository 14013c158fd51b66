import { Injectable } from '@nestjs/common';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';

/** A quote as it was written, and where it stands by now. */
export interface QuoteRow extends StoryKey {
  claimId: string;
  sourceId: string;
  snapshotId: string;
  exact: string;
  prefix: string;
  suffix: string;
  start: number;
  end: number;
}

/** Where a quote stands in the newest text. */
export interface QuotePlace {
  readonly id: string;
  readonly anchor: 'ANCHORED' | 'MOVED' | 'AMBIGUOUS' | 'ORPHANED';
  /** Null where it stands just where it did, or nowhere that can be told. */
  readonly movedStart: number | null;
  readonly movedEnd: number | null;
}

/** A citation of a claim that stands. */
export interface StandingCitation {
  readonly id: string;
  readonly claimId: string;
  readonly sourceId: string;
}

/** The quotes of sources whose texts have changed; whoever calls holds the source. */
@Injectable()
export class QuotesRepository {
  findOfSource(tx: Transaction, source: StoryKey): Promise<QuoteRow[]> {
    return tx.query<QuoteRow>(Prisma.sql`
      SELECT i.story_id AS "storyId", i.id, i.claim_id AS "claimId", i.source_id AS "sourceId",
        i.snapshot_id AS "snapshotId", i.quote_exact AS exact, i.quote_prefix AS prefix, i.quote_suffix AS suffix,
        i.quote_start AS start, i.quote_end AS "end"
      FROM citation i WHERE i.story_id = ${source.storyId}::uuid AND i.source_id = ${source.id}::uuid ORDER BY i.id`);
  }

  /** Citations of sources, of claims that are neither rejected nor retracted. */
  findStanding(tx: Transaction, storyId: string, sourceIds: readonly string[]): Promise<StandingCitation[]> {
    return tx.query<StandingCitation>(Prisma.sql`
      SELECT i.id, i.claim_id AS "claimId", i.source_id AS "sourceId" FROM citation i
      JOIN claim c ON c.story_id = i.story_id AND c.id = i.claim_id
      WHERE i.story_id = ${storyId}::uuid AND i.source_id = ANY(${sourceIds}::uuid[])
        AND c.status NOT IN ('REJECTED', 'RETRACTED')
      ORDER BY i.id`);
  }

  async place(tx: Transaction, storyId: string, places: readonly QuotePlace[]): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE citation i SET anchor = p.anchor, moved_start = p.moved_start, moved_end = p.moved_end
      FROM unnest(${places.map(({ id }) => id)}::uuid[], ${places.map(({ anchor }) => anchor)}::anchor_state[],
        ${places.map(({ movedStart }) => movedStart)}::int[], ${places.map(({ movedEnd }) => movedEnd)}::int[])
        AS p (id, anchor, moved_start, moved_end)
      WHERE i.story_id = ${storyId}::uuid AND i.id = p.id AND (i.anchor, i.moved_start, i.moved_end)
        IS DISTINCT FROM (p.anchor, p.moved_start, p.moved_end)`);
  }
}
