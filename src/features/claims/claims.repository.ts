import { Injectable } from '@nestjs/common';
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
import { STANDS } from '../detection/index.js';
import type { Asked } from '../../platform/reading/index.js';
import { CLAIM_SHAPE, type ClaimRow } from './claim.shape.js';
import type { ClaimStatus } from './graphql/claim.enums.js';
import { ClaimOrderField, type ClaimOrder } from './graphql/claim.inputs.js';

/** Which claims a list has; null where a criterion does not matter. */
export interface ClaimCriteria {
  storyId: string | null;
  subjectId: string | null;
  propertyKey: string | null;
  status: ClaimStatus | null;
}

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

  /** @param asked what is asked of each; everything for null */
  findAsked(keys: readonly StoryKey[], asked: Asked | null): Promise<ClaimRow[]> {
    return this.findByKeys(keys, this.database, asked);
  }

  findByKeys(
    keys: readonly StoryKey[],
    reader: Reader = this.database,
    asked: Asked | null = null,
  ): Promise<ClaimRow[]> {
    return reader.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM_SHAPE.select(asked)} FROM claim c JOIN ${keyTable(keys)} ON c.story_id = k.story_id AND c.id = k.id`);
  }

  async findByIdentity(tx: Transaction, storyId: string, identity: string): Promise<ClaimRow | null> {
    const rows = await tx.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM_SHAPE.select(null)} FROM claim c WHERE c.story_id = ${storyId}::uuid AND c.identity = ${identity}`);
    return rows[0] ?? null;
  }

  /** One page of all claims. */
  list(criteria: ClaimCriteria, order: KeysetOrder, page: KeysetPage, asked: Asked): Promise<ClaimRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ClaimRow>(Prisma.sql`
      SELECT ${CLAIM_SHAPE.select(asked)} FROM claim c WHERE ${matching(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
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
    asked: Asked,
  ): Promise<ClaimRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ClaimRow>(Prisma.sql`
      SELECT r.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${CLAIM_SHAPE.select(asked)} FROM claim c WHERE c.story_id = k.story_id AND ${matching(criteria)} AND ${where}
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
      SELECT ${CLAIM_SHAPE.select(null)} FROM claim c JOIN ${keyTable(questions)} ON c.story_id = k.story_id AND c.question_id = k.id
      WHERE ${STANDS}`);
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
