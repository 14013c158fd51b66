import { Injectable } from '@nestjs/common';
import type { ScopeTerm } from '../../domain/claim/claim.js';
import { Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { ValueColumns } from '../detection/index.js';
import type { CitationRow } from './citation.shape.js';
import type { ClaimStatus } from './graphql/claim.enums.js';
import type { CitationFacts, NewClaim } from './claim-writes.repository.js';

/** A claim to insert with its scope, and with what its citations amount to. */
export interface NewCitedClaim extends NewClaim, CitationFacts {
  readonly scope: readonly ScopeTerm[];
  readonly leadCitationId: string;
}

/** A citation with the question that its claim answers. */
export type PlacedCitation = CitationRow & { readonly questionId: string };

/** A claim of a story that is there already. */
export interface KnownClaim {
  readonly id: string;
  readonly identity: string;
  readonly statement: string;
  readonly version: number;
  readonly status: ClaimStatus;
}

type Row = Readonly<Record<string, unknown>>;

/** Writes of many claims, each kind of row in one statement; all run in a transaction that has locked the questions. */
@Injectable()
export class ClaimBatchesRepository {
  findByIdentities(tx: Transaction, storyId: string, identities: readonly string[]): Promise<KnownClaim[]> {
    return tx.query<KnownClaim>(Prisma.sql`
      SELECT id, identity, statement, version, status::text FROM claim WHERE story_id = ${storyId}::uuid AND identity = ANY(${identities}::text[])`);
  }

  /**
   * Inserts claims, and citations of these and of other claims; citations that are there already are left out. A claim
   * names its lead citation and each citation its claim, so they come in one statement.
   * @returns the ids of the citations that are new
   */
  async insert(
    tx: Transaction,
    claims: readonly NewCitedClaim[],
    citations: readonly PlacedCitation[],
    now: Date,
  ): Promise<string[]> {
    const scopes = claims.flatMap(({ storyId, id, scope }) =>
      scope.map(({ dimension, conceptId }) => ({ story_id: storyId, claim_id: id, dimension, concept_id: conceptId })),
    );
    const rows = await tx.query<{ id: string }>(Prisma.sql`
      WITH c AS (
        INSERT INTO claim (story_id, id, question_id, subject_id, property_id, polarity, value_kind, quantity_amount,
          quantity_lower, quantity_upper, quantity_lower_open, quantity_upper_open, quantity_approximate, quantity_unit,
          time_edtf, time_earliest, time_latest, concept_id, boolean_value, text_value, text_language, identity, statement,
          status, rank, version, hedged, first_said_from, first_said_to, lead_citation_id, citation_count, created_by_id,
          created_at, updated_at)
        SELECT story_id, id, question_id, subject_id, property_id, polarity, value_kind, quantity_amount,
          quantity_lower, quantity_upper, quantity_lower_open, quantity_upper_open, quantity_approximate, quantity_unit,
          time_edtf, time_earliest, time_latest, concept_id, boolean_value, text_value, text_language, identity, statement,
          status, rank, 1, hedged, first_said_from, first_said_to, lead_citation_id, citation_count, created_by_id,
          ${now}::timestamptz, ${now}::timestamptz
        FROM json_populate_recordset(NULL::claim, ${JSON.stringify(claims.map(claimRow))}::json)
      ), s AS (
        INSERT INTO claim_scope (story_id, claim_id, dimension, concept_id)
        SELECT story_id, claim_id, dimension, concept_id
        FROM json_populate_recordset(NULL::claim_scope, ${JSON.stringify(scopes)}::json)
      ), i AS (
        INSERT INTO citation (story_id, id, claim_id, question_id, source_id, snapshot_id, quote_exact, quote_prefix, quote_suffix,
          quote_start, quote_end, anchor, claimant_id, certainty, said_on, said_from, said_to, created_by_id, created_at)
        SELECT story_id, id, claim_id, question_id, source_id, snapshot_id, quote_exact, quote_prefix, quote_suffix,
          quote_start, quote_end, anchor, claimant_id, certainty, said_on, said_from, said_to, created_by_id, created_at
        FROM json_populate_recordset(NULL::citation, ${JSON.stringify(citations.map(citationRow))}::json)
        ON CONFLICT DO NOTHING RETURNING id
      ) SELECT id FROM i`);
    return rows.map(({ id }) => id);
  }
}

function claimRow(claim: NewCitedClaim): Row {
  const { saidFrom, saidTo, citations } = claim;
  return {
    ...keyRow(claim),
    question_id: claim.questionId,
    subject_id: claim.subjectId,
    property_id: claim.propertyId,
    polarity: claim.polarity,
    ...valueRow(claim),
    identity: claim.identity,
    statement: claim.statement,
    status: claim.status,
    rank: claim.rank,
    hedged: claim.hedged,
    first_said_from: saidFrom,
    first_said_to: saidTo,
    lead_citation_id: claim.leadCitationId,
    citation_count: citations,
    created_by_id: claim.createdById,
  };
}

function valueRow(value: ValueColumns): Row {
  return {
    value_kind: value.valueKind,
    quantity_amount: value.quantityAmount,
    quantity_lower: value.quantityLower,
    quantity_upper: value.quantityUpper,
    quantity_lower_open: value.quantityLowerOpen,
    quantity_upper_open: value.quantityUpperOpen,
    quantity_approximate: value.quantityApproximate,
    quantity_unit: value.quantityUnit,
    time_edtf: value.timeEdtf,
    time_earliest: value.timeEarliest,
    time_latest: value.timeLatest,
    concept_id: value.conceptId,
    boolean_value: value.booleanValue,
    text_value: value.textValue,
    text_language: value.textLanguage,
  };
}

function citationRow(citation: PlacedCitation): Row {
  return {
    ...keyRow(citation),
    claim_id: citation.claimId,
    // A trigger would look it up, but cannot see a claim of the same statement.
    question_id: citation.questionId,
    source_id: citation.sourceId,
    snapshot_id: citation.snapshotId,
    quote_exact: citation.quoteExact,
    quote_prefix: citation.quotePrefix,
    quote_suffix: citation.quoteSuffix,
    quote_start: citation.quoteStart,
    quote_end: citation.quoteEnd,
    anchor: citation.anchor,
    claimant_id: citation.claimantId,
    certainty: citation.certainty,
    said_on: citation.saidOn,
    said_from: citation.saidFrom,
    said_to: citation.saidTo,
    created_by_id: citation.createdById,
    created_at: citation.createdAt,
  };
}

function keyRow({ storyId, id }: StoryKey): Row {
  return { story_id: storyId, id };
}
