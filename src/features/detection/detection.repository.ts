import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { DayRange, Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import type { Partition } from '../../domain/claim/question.js';
import type { ContradictionKind, Finding, Strength } from '../../domain/contradiction/contradiction.js';
import { keyTable, Prisma, type Reader, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { COMPARED_COLUMNS, IS_COMPARED, STANDS } from './claim-columns.js';
import type { ValueColumns } from './claim-value.mapper.js';

/** A claim that can take part in contradictions, with what explanations say of its earliest citation. */
export interface ComparableClaimRow extends StoryKey, ValueColumns {
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
  /** What is declared of its question; null but in the question's first row. */
  partitions: Partition[] | null;
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
  /** Whether the decision itself took the ground away, so that it stays without: see {@link STORED}. */
  held: boolean;
}

/** What has to be known of a pair that counts as a contradiction and that is as it was. */
export type StandingPairRow = Pick<StoredContradictionRow, 'memberKey' | 'status' | 'outcome'> & { questionId: string };

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

/**
 * The columns of `contradiction x` that detection reads. It is held by its decision where that found members wrong, at
 * least one of these is DEPRECATED for it, and all other members are compared: who looks for the contradiction does not
 * find it any more, though nothing but the decision is the reason.
 */
export const STORED = Prisma.sql`x.id, x.member_key AS "memberKey", x.kind::text, x.strength::text, x.rule, x.explanation,
  x.status::text, x.outcome::text, x.version,
  CASE WHEN x.outcome IN ('CLAIM_WRONG', 'ALL_WRONG') THEN (
    SELECT bool_or(NOT m.upheld AND c.rank = 'DEPRECATED') AND bool_and(${STANDS} AND (c.rank <> 'DEPRECATED' OR NOT m.upheld))
    FROM contradiction_member m JOIN claim c ON c.story_id = m.story_id AND c.id = m.claim_id
    WHERE m.story_id = x.story_id AND m.contradiction_id = x.id) ELSE FALSE END AS held`;

/** Of a row for claim c: the standing partitions of its question, in one order; null in all rows but one of each. */
export const PARTITIONS = Prisma.sql`
  CASE WHEN row_number() OVER (PARTITION BY c.story_id, c.question_id ORDER BY c.id) = 1 THEN (
    SELECT jsonb_agg(jsonb_build_object('id', d.id, 'dimension', d.dimension, 'parts',
      ARRAY(SELECT p.concept_id FROM question_partition_part p
            WHERE p.story_id = d.story_id AND p.partition_id = d.id ORDER BY p.position)) ORDER BY d.id)
    FROM question_partition d
    WHERE d.story_id = c.story_id AND d.question_id = c.question_id AND d.withdrawn_at IS NULL) END`;

/** The statements of detection; all run inside the transaction that holds the question's lock. */
@Injectable()
export class DetectionRepository {
  /** The claims of questions that raise contradictions: not DEPRECATED, REJECTED or RETRACTED. */
  findComparableClaims(reader: Reader, questions: readonly StoryKey[]): Promise<ComparableClaimRow[]> {
    return reader.query<ComparableClaimRow>(Prisma.sql`
      SELECT ${COMPARED_COLUMNS}, c.hedged, c.citation_count AS "citationCount",
        c.first_said_from AS "firstSaidFrom", c.first_said_to AS "firstSaidTo",
        ${daysOf(Prisma.sql`c.said_days`)} AS "saidDays",
        s.id AS "sourceId", s.title AS "sourceTitle", p.name AS "publisherName", a.name AS "claimantName",
        i.said_on AS "saidOn", s.published_at AS "publishedAt", ${PARTITIONS} AS partitions
      FROM ${keyTable(questions)}
      JOIN claim c ON c.story_id = k.story_id AND c.question_id = k.id
      JOIN citation i ON i.story_id = c.story_id AND i.id = c.lead_citation_id
      JOIN source s ON s.story_id = i.story_id AND s.id = i.source_id
      LEFT JOIN agent p ON p.id = s.publisher_id
      LEFT JOIN agent a ON a.id = i.claimant_id
      WHERE ${IS_COMPARED}
      ORDER BY c.id`);
  }

  /** How many claims of each question raise contradictions; a question with none is left out. */
  countComparableClaims(
    reader: Reader,
    questions: readonly StoryKey[],
  ): Promise<(StoryKey & { readonly count: number })[]> {
    return reader.query(Prisma.sql`
      SELECT k.story_id AS "storyId", k.id, count(*) AS count FROM ${keyTable(questions)}
      JOIN claim c ON c.story_id = k.story_id AND c.question_id = k.id
      WHERE ${IS_COMPARED} GROUP BY 1, 2`);
  }

  /** All contradictions, LAPSED ones too, of which any of the claims is a member, each once. */
  findContradictionsOf(
    tx: Transaction,
    storyId: string,
    claimIds: readonly string[],
  ): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT ${STORED} FROM (
        SELECT DISTINCT m.contradiction_id AS id FROM contradiction_member m
        WHERE m.story_id = ${storyId}::uuid AND m.claim_id = ANY(${claimIds}::uuid[])
      ) m JOIN contradiction x ON x.story_id = ${storyId}::uuid AND x.id = m.id
      ORDER BY x.id`);
  }

  /** All pairs of answers to the questions that count as contradictions. */
  findStandingPairs(tx: Transaction, storyId: string, questionIds: readonly string[]): Promise<StandingPairRow[]> {
    return tx.query<StandingPairRow>(Prisma.sql`
      SELECT x.question_id AS "questionId", x.member_key AS "memberKey", x.status::text, x.outcome::text
      FROM contradiction x WHERE x.story_id = ${storyId}::uuid AND x.question_id = ANY(${questionIds}::uuid[])
        AND x.status <> 'LAPSED' AND x.kind NOT IN ('ARITHMETIC', 'ORDER')`);
  }

  /** The contradictions of these sets of claims, LAPSED ones too. */
  findByMemberKeys(tx: Transaction, storyId: string, keys: readonly string[]): Promise<StoredContradictionRow[]> {
    return tx.query<StoredContradictionRow>(Prisma.sql`
      SELECT ${STORED} FROM contradiction x
      WHERE x.story_id = ${storyId}::uuid AND x.member_key = ANY(${keys}::text[]) ORDER BY x.id`);
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

  /**
   * Locks the questions that contradictions across questions name, but for those that are locked already. Their own
   * writers may meet this one; who loses such a deadlock tries again.
   * @returns their ids
   */
  async lockOtherQuestions(
    tx: Transaction,
    storyId: string,
    contradictionIds: readonly string[],
    locked: readonly string[],
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(Prisma.sql`
      SELECT q.id FROM question q WHERE q.story_id = ${storyId}::uuid AND q.id <> ALL(${locked}::uuid[])
        AND q.id IN (SELECT n.question_id FROM contradiction_question n
          WHERE n.story_id = ${storyId}::uuid AND n.contradiction_id = ANY(${contradictionIds}::uuid[]))
      ORDER BY q.id FOR NO KEY UPDATE`);
    return rows.map(({ id }) => id);
  }

  async insertContradictions(
    tx: Transaction,
    storyId: string,
    found: readonly PlacedFinding[],
    now: Date,
  ): Promise<string[]> {
    const rows = found.map(({ finding, questionIds }) => ({
      ...finding,
      id: uuidv7(),
      memberKey: memberKeyOf(finding.members),
      questionId: questionIds.length === 1 ? (questionIds[0] ?? null) : null,
      // A question of its own is named in the contradiction itself.
      questionIds: questionIds.length > 1 ? questionIds : [],
    }));
    await tx.query(Prisma.sql`
      WITH f AS (
        SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS f (id uuid, "memberKey" text,
          kind contradiction_kind, strength strength, rule text, explanation text, "questionId" uuid,
          members uuid[], "questionIds" uuid[])
      ), x AS (
        INSERT INTO contradiction (story_id, id, member_key, kind, strength, rule, explanation, question_id, status,
          published, version, voices, detected_at, updated_at)
        SELECT ${storyId}::uuid, id, "memberKey", kind, strength, rule, explanation, "questionId", 'OPEN',
          NOT EXISTS (SELECT FROM claim c
            WHERE c.story_id = ${storyId}::uuid AND c.id = ANY(f.members) AND c.status <> 'PUBLISHED'),
          1, (SELECT min(voices_of(${storyId}::uuid, m)) FROM unnest(f.members) m),
          ${now}::timestamptz, ${now}::timestamptz FROM f
      ), q AS (
        INSERT INTO contradiction_question (story_id, contradiction_id, question_id)
        SELECT ${storyId}::uuid, id, unnest("questionIds") FROM f
      )
      INSERT INTO contradiction_member (story_id, contradiction_id, claim_id, upheld)
      SELECT ${storyId}::uuid, id, unnest(members), FALSE FROM f`);
    return rows.map(({ id }) => id);
  }

  /** Changes contradictions, all in one statement; what a change leaves out stays. */
  async changeContradictions(
    tx: Transaction,
    storyId: string,
    changes: readonly (ContradictionChange & { readonly id: string })[],
    now: Date,
  ): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE contradiction x SET kind = coalesce(f.kind, x.kind), strength = coalesce(f.strength, x.strength),
        rule = coalesce(f.rule, x.rule), explanation = coalesce(f.explanation, x.explanation),
        status = coalesce(f.status, x.status), version = version + 1, updated_at = ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(changes)}::json) AS f (id uuid, kind contradiction_kind,
        strength strength, rule text, explanation text, status contradiction_status)
      WHERE x.story_id = ${storyId}::uuid AND x.id = f.id`);
  }

  /** Marks the settled contradictions of claims as having evidence that the decision did not see. */
  async markNewEvidence(tx: Transaction, storyId: string, claimIds: readonly string[], now: Date): Promise<void> {
    await tx.query(Prisma.sql`
      UPDATE contradiction x SET new_evidence_since = ${now}, updated_at = ${now}, version = version + 1
      FROM contradiction_member m
      WHERE m.story_id = ${storyId}::uuid AND m.claim_id = ANY(${claimIds}::uuid[])
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
