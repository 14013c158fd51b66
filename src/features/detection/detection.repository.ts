import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { DayRange, Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import type { ContradictionKind, Finding, Strength } from '../../domain/contradiction/contradiction.js';
import { Prisma, type Transaction } from '../../platform/database/index.js';
import type { ValueColumns } from './claim-value.mapper.js';

/** A claim that can take part in contradictions, with what explanations say of its earliest citation. */
export interface ComparableClaimRow extends ValueColumns {
  id: string;
  questionId: string;
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

/** A finding, and the questions that its members answer, each once. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly questionIds: readonly string[];
}

/** A question of a subject, as far as the engine has to know it. */
export interface TiedQuestionRow {
  id: string;
  propertyId: string;
  searchExhausted: boolean;
}

/** The columns in which a stored contradiction can differ from what is found now. */
export type ContradictionChange = Partial<
  Pick<StoredContradictionRow, 'kind' | 'strength' | 'rule' | 'explanation' | 'status'>
>;

const STORED = Prisma.sql`x.id, x.member_key AS "memberKey", x.kind::text, x.strength::text, x.rule, x.explanation,
  x.status::text, x.outcome::text, x.version`;

/** The statements of detection; all run inside the transaction that holds the question's lock. */
@Injectable()
export class DetectionRepository {
  /** The claims of questions that raise contradictions: not DEPRECATED, REJECTED or RETRACTED. */
  findComparableClaims(
    tx: Transaction,
    storyId: string,
    questionIds: readonly string[],
  ): Promise<ComparableClaimRow[]> {
    return tx.query<ComparableClaimRow>(Prisma.sql`
      SELECT c.id, c.question_id AS "questionId", c.polarity::text, c.value_kind::text AS "valueKind", c.quantity_amount::text AS "quantityAmount",
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
      WHERE c.story_id = ${storyId}::uuid AND c.question_id = ANY(${questionIds}::uuid[])
        AND c.status NOT IN ('REJECTED', 'RETRACTED') AND c.rank <> 'DEPRECATED'
      ORDER BY c.id`);
  }

  /** All contradictions, LAPSED ones too, of which the claim is a member. */
  findContradictionsOf(tx: Transaction, storyId: string, claimId: string): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT ${STORED} FROM contradiction_member m
      JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
      WHERE m.story_id = ${storyId}::uuid AND m.claim_id = ${claimId}::uuid
      ORDER BY x.id`);
  }

  /** All contradictions, LAPSED ones too, that no pairwise rule finds, of which a member answers one of the questions. */
  findContradictionsAcross(
    tx: Transaction,
    storyId: string,
    questionIds: readonly string[],
  ): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT ${STORED} FROM contradiction x
      WHERE x.story_id = ${storyId}::uuid AND x.question_id = ANY(${questionIds}::uuid[])
        AND x.kind IN ('ARITHMETIC', 'ORDER')
      UNION ALL
      SELECT ${STORED} FROM contradiction x
      WHERE x.story_id = ${storyId}::uuid AND x.id IN (
        SELECT contradiction_id FROM contradiction_question
        WHERE story_id = ${storyId}::uuid AND question_id = ANY(${questionIds}::uuid[]))`);
  }

  /** The questions of a subject about these properties, in one order. */
  findTiedQuestions(
    tx: Transaction,
    storyId: string,
    subjectId: string,
    propertyIds: readonly string[],
  ): Promise<TiedQuestionRow[]> {
    return tx.query<TiedQuestionRow>(Prisma.sql`
      SELECT id, property_id AS "propertyId", search_exhausted AS "searchExhausted" FROM question
      WHERE story_id = ${storyId}::uuid AND subject_id = ${subjectId}::uuid AND property_id = ANY(${propertyIds}::uuid[])
      ORDER BY id`);
  }

  async insertContradictions(
    tx: Transaction,
    storyId: string,
    found: readonly PlacedFinding[],
    now: Date,
  ): Promise<string[]> {
    const rows = found.map((placed) => ({ id: uuidv7(), ...placed }));
    const across = rows.filter(({ questionIds }) => questionIds.length > 1);
    await tx.contradiction.createMany({
      data: rows.map(({ id, finding, questionIds }) => ({
        storyId,
        id,
        memberKey: memberKeyOf(finding.members),
        kind: finding.kind,
        strength: finding.strength,
        rule: finding.rule,
        explanation: finding.explanation,
        questionId: questionIds.length === 1 ? (questionIds[0] ?? null) : null,
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
    if (across.length > 0) {
      await tx.contradictionQuestion.createMany({
        data: across.flatMap(({ id, questionIds }) =>
          questionIds.map((questionId) => ({ storyId, contradictionId: id, questionId })),
        ),
      });
    }
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

  /** Brings `disputed` of questions up to date: whether any of their claims is in a contradiction that is open. */
  async refreshDisputed(tx: Transaction, storyId: string, questionIds: readonly string[]): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE question q SET disputed = d.disputed
      FROM (SELECT k.id, EXISTS (SELECT FROM contradiction x WHERE x.story_id = ${storyId}::uuid
                AND x.question_id = k.id AND x.status IN ('OPEN', 'IN_REVIEW'))
              OR EXISTS (SELECT FROM contradiction_question n
                JOIN contradiction x ON x.story_id = n.story_id AND x.id = n.contradiction_id
                WHERE n.story_id = ${storyId}::uuid AND n.question_id = k.id
                  AND x.status IN ('OPEN', 'IN_REVIEW')) AS disputed
            FROM unnest(${questionIds}::uuid[]) AS k (id)) d
      WHERE q.story_id = ${storyId}::uuid AND q.id = d.id AND q.disputed <> d.disputed`);
  }

  async markExhausted(
    tx: Transaction,
    storyId: string,
    questionIds: readonly string[],
    exhausted: boolean,
  ): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE question SET search_exhausted = ${exhausted}::boolean
      WHERE story_id = ${storyId}::uuid AND id = ANY(${questionIds}::uuid[])`);
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
