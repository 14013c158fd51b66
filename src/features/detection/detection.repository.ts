import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { DayRange, Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import type { ContradictionKind, Finding, Strength } from '../../domain/contradiction/contradiction.js';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import type { ValueColumns } from './claim-value.mapper.js';

/** A claim that can take part in contradictions, with what explanations say of its earliest citation. */
export interface ComparableClaimRow extends ValueColumns {
  id: string;
  polarity: Polarity;
  scope: ScopeTerm[];
  hedged: boolean;
  preferred: boolean;
  citationCount: number;
  identity: string;
  firstSaidFrom: Date | null;
  firstSaidTo: Date | null;
  saidDays: DayRange[];
  sourceId: string;
  sourceTitle: string;
  publisherName: string | null;
  claimantName: string | null;
  saidOn: string | null;
  publishedAt: Date | null;
}

export interface StoredContradictionRow {
  id: string;
  memberKey: string;
  kind: ContradictionKind;
  strength: Strength;
  rule: string;
  explanation: string;
  status: 'OPEN' | 'IN_REVIEW' | 'RESOLVED' | 'DISMISSED' | 'LAPSED';
  outcome: string | null;
  version: number;
}

/** The columns in which a stored contradiction can differ from what is found now. */
export type ContradictionChange = Partial<
  Pick<StoredContradictionRow, 'kind' | 'strength' | 'rule' | 'explanation' | 'status'>
>;

/** The statements of detection; all run inside the transaction that holds the question's lock. */
@Injectable()
export class DetectionRepository {
  /** The claims of a question that raise contradictions: not DEPRECATED, REJECTED or RETRACTED. */
  findComparableClaims(tx: Transaction, storyId: string, questionId: string): Promise<ComparableClaimRow[]> {
    return tx.query<ComparableClaimRow>(Prisma.sql`
      SELECT c.id, c.polarity::text, c.value_kind::text AS "valueKind", c.quantity_amount::text AS "quantityAmount",
        c.quantity_lower::text AS "quantityLower", c.quantity_upper::text AS "quantityUpper",
        c.quantity_lower_open AS "quantityLowerOpen", c.quantity_upper_open AS "quantityUpperOpen",
        c.quantity_approximate AS "quantityApproximate", c.quantity_unit AS "quantityUnit", c.time_edtf AS "timeEdtf",
        c.time_earliest AS "timeEarliest", c.time_latest AS "timeLatest", c.concept_id AS "conceptId",
        c.boolean_value AS "booleanValue", c.text_value AS "textValue", c.text_language AS "textLanguage",
        coalesce((SELECT jsonb_agg(jsonb_build_object('dimension', t.dimension, 'conceptId', t.concept_id) ORDER BY t.dimension)
                    FROM claim_scope t WHERE t.story_id = c.story_id AND t.claim_id = c.id), '[]') AS scope,
        c.hedged, c.rank = 'PREFERRED' AS preferred, c.citation_count AS "citationCount", c.identity,
        c.first_said_from AS "firstSaidFrom", c.first_said_to AS "firstSaidTo",
        ${daysOf(Prisma.sql`c.said_days`)} AS "saidDays",
        s.id AS "sourceId", s.title AS "sourceTitle", p.name AS "publisherName", a.name AS "claimantName",
        i.said_on AS "saidOn", s.published_at AS "publishedAt"
      FROM claim c
      JOIN citation i ON i.story_id = c.story_id AND i.id = c.lead_citation_id
      JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
      LEFT JOIN agent p ON p.id = s.publisher_id
      LEFT JOIN agent a ON a.id = i.claimant_id
      WHERE c.story_id = ${storyId}::uuid AND c.question_id = ${questionId}::uuid
        AND c.status NOT IN ('REJECTED', 'RETRACTED') AND c.rank <> 'DEPRECATED'
      ORDER BY c.id`);
  }

  /** All contradictions, LAPSED ones too, of which the claim is a member. */
  findContradictionsOf(tx: Transaction, storyId: string, claimId: string): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT x.id, x.member_key AS "memberKey", x.kind::text, x.strength::text, x.rule, x.explanation, x.status::text,
        x.outcome::text, x.version
      FROM contradiction_member m
      JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
      WHERE m.story_id = ${storyId}::uuid AND m.claim_id = ${claimId}::uuid
      ORDER BY x.id`);
  }

  async insertContradictions(
    tx: Transaction,
    storyId: string,
    questionId: string,
    findings: readonly Finding[],
    now: Date,
  ): Promise<string[]> {
    const rows = findings.map((finding) => ({ id: uuidv7(), finding }));
    await tx.contradiction.createMany({
      data: rows.map(({ id, finding }) => ({
        storyId,
        id,
        memberKey: memberKeyOf(finding.members),
        kind: finding.kind,
        strength: finding.strength,
        rule: finding.rule,
        explanation: finding.explanation,
        questionId,
        status: 'OPEN' as const,
        version: 1,
        detectedAt: now,
        updatedAt: now,
      })),
    });
    await tx.contradictionMember.createMany({
      data: rows.flatMap(({ id, finding }) =>
        finding.members.map((claimId) => ({ storyId, contradictionId: id, claimId, upheld: false })),
      ),
    });
    return rows.map(({ id }) => id);
  }

  async changeContradiction(
    tx: Transaction,
    storyId: string,
    id: string,
    change: ContradictionChange,
    now: Date,
  ): Promise<void> {
    await tx.contradiction.update({
      where: { storyId_id: { storyId, id } },
      data: { ...change, version: { increment: 1 }, updatedAt: now },
    });
  }

  /** Marks the settled contradictions of a claim as having evidence that the decision did not see. */
  async markNewEvidence(tx: Transaction, storyId: string, claimId: string, now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE contradiction x SET new_evidence_since = ${now}, updated_at = ${now}, version = version + 1
      FROM contradiction_member m
      WHERE m.story_id = ${storyId}::uuid AND m.claim_id = ${claimId}::uuid
        AND x.story_id = m.story_id AND x.id = m.contradiction_id
        AND x.status IN ('RESOLVED', 'DISMISSED') AND x.new_evidence_since IS NULL`);
  }

  async refreshDisputed(tx: Transaction, storyId: string, questionId: string): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE question q SET disputed = now_disputed
      FROM (SELECT EXISTS (SELECT FROM contradiction x WHERE x.story_id = ${storyId}::uuid
              AND x.question_id = ${questionId}::uuid AND x.status IN ('OPEN', 'IN_REVIEW')) AS now_disputed) d
      WHERE q.story_id = ${storyId}::uuid AND q.id = ${questionId}::uuid AND q.disputed <> now_disputed`);
  }
}

/** A datemultirange as the engine's day ranges, counted from 1 January 1970; none where it is null. */
export function daysOf(days: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`coalesce((SELECT jsonb_agg(jsonb_build_object('first', lower(d) - DATE '1970-01-01',
    'last', upper(d) - DATE '1970-01-02') ORDER BY d) FROM unnest(${days}) d), '[]')`;
}

/** One contradiction for one set of claims: the members' ids, sorted and joined. */
export function memberKeyOf(members: readonly string[]): string {
  return [...members].sort().join(' ');
}
