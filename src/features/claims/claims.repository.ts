import { Injectable } from '@nestjs/common';
import type { Polarity, ScopeTerm } from '../../domain/claim/claim.js';
import { OrderDirection, type ListCount } from '../../graphql/connections/index.js';
import {
  byId,
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
import type { ValueColumns } from '../detection/index.js';
import type { ClaimStatus, Rank } from './graphql/claim.enums.js';
import { ClaimOrderField, type ClaimOrder } from './graphql/claim.inputs.js';

export interface ClaimRow extends StoryKey, ValueColumns {
  questionId: string;
  subjectId: string;
  propertyId: string;
  polarity: Polarity;
  scope: ScopeTerm[];
  identity: string;
  statement: string;
  status: ClaimStatus;
  rank: Rank;
  rankReason: string | null;
  version: number;
  createdById: string;
  createdAt: Date;
  updatedAt: Date;
  /** For reading the value: its property's unit, and its concept's label. */
  propertyUnit: string | null;
  conceptLabel: string | null;
}

/** Which claims a list has; null where a criterion does not matter. */
export interface ClaimCriteria {
  storyId: string | null;
  subjectId: string | null;
  propertyKey: string | null;
  status: ClaimStatus | null;
}

/** The columns of {@link ClaimRow}, of `claim c` joined by {@link JOINED}. */
const CLAIM = Prisma.sql`c.story_id AS "storyId", c.id, c.question_id AS "questionId", c.subject_id AS "subjectId",
  c.property_id AS "propertyId", c.polarity::text, c.value_kind::text AS "valueKind",
  c.quantity_amount::text AS "quantityAmount", c.quantity_lower::text AS "quantityLower",
  c.quantity_upper::text AS "quantityUpper", c.quantity_lower_open AS "quantityLowerOpen",
  c.quantity_upper_open AS "quantityUpperOpen", c.quantity_approximate AS "quantityApproximate",
  c.quantity_unit AS "quantityUnit", c.time_edtf AS "timeEdtf", c.time_earliest AS "timeEarliest",
  c.time_latest AS "timeLatest", c.concept_id AS "conceptId", c.boolean_value AS "booleanValue",
  c.text_value AS "textValue", c.text_language AS "textLanguage", c.identity, c.statement, c.status::text, c.rank::text,
  c.rank_reason AS "rankReason", c.version, c.created_by_id AS "createdById", c.created_at AS "createdAt",
  c.updated_at AS "updatedAt", p.unit AS "propertyUnit", v.pref_label AS "conceptLabel",
  coalesce((SELECT jsonb_agg(jsonb_build_object('dimension', t.dimension, 'conceptId', t.concept_id) ORDER BY t.dimension)
              FROM claim_scope t WHERE t.story_id = c.story_id AND t.claim_id = c.id), '[]') AS scope`;

const JOINED = Prisma.sql`JOIN property p ON p.id = c.property_id LEFT JOIN concept v ON v.id = c.concept_id`;

/** The order that a client asked for; newest first where none. */
export function claimOrder(order: ClaimOrder | null): KeysetOrder {
  const descending = order?.direction !== OrderDirection.ASC;
  if (order?.field !== ClaimOrderField.UPDATED_AT) return byId(Prisma.sql`c.id`, descending);
  return {
    key: `updatedAt ${order.direction}`,
    columns: [
      { sql: Prisma.sql`c.updated_at`, type: 'timestamptz' },
      { sql: Prisma.sql`c.id`, type: 'uuid' },
    ],
    descending,
  };
}

/** Reads of claims. */
@Injectable()
export class ClaimsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<ClaimRow[]> {
    return reader.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM} FROM claim c ${JOINED} JOIN ${keyTable(keys)} ON c.story_id = k.story_id AND c.id = k.id`);
  }

  async findByIdentity(tx: Transaction, storyId: string, identity: string): Promise<ClaimRow | null> {
    const rows = await tx.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM} FROM claim c ${JOINED} WHERE c.story_id = ${storyId}::uuid AND c.identity = ${identity}`);
    return rows[0] ?? null;
  }

  /** One page of all claims. */
  list(criteria: ClaimCriteria, order: KeysetOrder, page: KeysetPage): Promise<ClaimRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM} FROM claim c ${JOINED} WHERE ${matching(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(criteria: ClaimCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM claim c WHERE ${matching(criteria)}`,
    );
    return row?.count ?? 0;
  }

  /** One page of each story's claims. */
  listByStories(
    storyIds: readonly string[],
    criteria: ClaimCriteria,
    order: KeysetOrder,
    page: KeysetPage,
  ): Promise<ClaimRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ClaimRow>(Prisma.sql`
      SELECT r.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${CLAIM} FROM claim c ${JOINED} WHERE c.story_id = k.story_id AND ${matching(criteria)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countByStories(storyIds: readonly string[], criteria: ClaimCriteria): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT c.story_id AS owner, count(*) AS count FROM claim c
      WHERE c.story_id = ANY(${storyIds}::uuid[]) AND ${matching(criteria)} GROUP BY 1`);
  }

  /** The answers to each question that stand: not REJECTED or RETRACTED. */
  findByQuestions(questions: readonly StoryKey[]): Promise<ClaimRow[]> {
    return this.database.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM} FROM claim c ${JOINED} JOIN ${keyTable(questions)} ON c.story_id = k.story_id AND c.question_id = k.id
      WHERE c.status NOT IN ('REJECTED', 'RETRACTED')`);
  }
}

function matching(criteria: ClaimCriteria): Prisma.Sql {
  const conditions = [
    ...(criteria.storyId ? [Prisma.sql`c.story_id = ${criteria.storyId}::uuid`] : []),
    ...(criteria.subjectId ? [Prisma.sql`c.subject_id = ${criteria.subjectId}::uuid`] : []),
    ...(criteria.propertyKey
      ? [Prisma.sql`c.property_id = (SELECT id FROM property WHERE key = ${criteria.propertyKey})`]
      : []),
    ...(criteria.status ? [Prisma.sql`c.status = ${criteria.status}::claim_status`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}
