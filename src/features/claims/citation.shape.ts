import type { Certainty } from '../../domain/claim/claim.js';
import { Prisma, type StoryKey } from '../../platform/database/index.js';
import { jsonList, RowShape, type Carrier, type Carry } from '../../platform/reading/index.js';
import { carrySource } from '../sources/index.js';
import type { AnchorState } from './graphql/claim.enums.js';

export interface CitationRow extends StoryKey, Carrier {
  claimId: string;
  sourceId: string;
  snapshotId: string;
  quoteExact: string;
  quotePrefix: string;
  quoteSuffix: string;
  quoteStart: number;
  quoteEnd: number;
  anchor: AnchorState;
  /** Where its words stand in the source's newest text, where that is elsewhere. */
  movedStart?: number | null;
  movedEnd?: number | null;
  claimantId: string | null;
  certainty: Certainty;
  saidOn: string | null;
  saidFrom: Date | null;
  saidTo: Date | null;
  createdById: string;
  createdAt: Date;
}

/** How rows of `citation i` are read. */
export const CITATION_SHAPE = new RowShape<CitationRow>({
  id: 'i.id',
  outer: ['i.story_id AS "storyId"'],
  fields: {
    id: [],
    claim: ['i.claim_id AS "claimId"'],
    source: ['i.source_id AS "sourceId"'],
    snapshot: ['i.snapshot_id AS "snapshotId"'],
    quote: {
      exact: ['i.quote_exact AS "quoteExact"'],
      prefix: ['i.quote_prefix AS "quotePrefix"'],
      suffix: ['i.quote_suffix AS "quoteSuffix"'],
      start: ['i.quote_start AS "quoteStart"'],
      end: ['i.quote_end AS "quoteEnd"'],
    },
    anchor: ['i.anchor::text'],
    currentPosition: [
      'i.anchor::text',
      'i.quote_start AS "quoteStart"',
      'i.quote_end AS "quoteEnd"',
      'i.moved_start AS "movedStart"',
      'i.moved_end AS "movedEnd"',
    ],
    claimant: ['i.claimant_id AS "claimantId"'],
    certainty: ['i.certainty::text'],
    saidOn: ['i.said_on AS "saidOn"', 'i.said_from AS "saidFrom"'],
    createdBy: ['i.created_by_id AS "createdById"'],
    createdAt: ['i.created_at AS "createdAt"'],
  },
  hidden: ['i.said_to AS "saidTo"'],
  instants: ['saidFrom', 'saidTo', 'createdAt'],
}).carry('source', carrySource(Prisma.sql`i.story_id`, Prisma.sql`i.source_id`));

/**
 * Lets a claim come with the first of its citations.
 * @param storyId the column of the row that names the story
 * @param id the column of the row that names the claim
 */
export function carryCitations(storyId: Prisma.Sql, id: Prisma.Sql): Carry {
  return (asked, field) => {
    const page = asked.page(field);
    return (
      page &&
      jsonList(Prisma.sql`SELECT ${CITATION_SHAPE.within(page.asked)} FROM citation i
        WHERE i.story_id = ${storyId} AND i.claim_id = ${id} ORDER BY i.id LIMIT ${page.first + 1}`)
    );
  };
}
