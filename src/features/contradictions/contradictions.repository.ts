import { Injectable } from '@nestjs/common';
import type { ContradictionKind, Strength } from '../../domain/contradiction/contradiction.js';
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
} from '../../platform/database/index.js';
import type { Asked } from '../../platform/reading/index.js';
import { ContradictionOrderField, type ContradictionStatus } from './graphql/contradiction.enums.js';
import type { ContradictionOrder } from './graphql/contradiction.inputs.js';
import { CONTRADICTION_SHAPE, type ContradictionRow } from './contradiction.shape.js';

export interface MemberRow {
  storyId: string;
  contradictionId: string;
  claimId: string;
  upheld: boolean;
}

/** Which contradictions a list has; null where a criterion does not matter. */
export interface ContradictionCriteria {
  storyId: string | null;
  status: ContradictionStatus | null;
  kind: ContradictionKind | null;
  strength: Strength | null;
}

/** The order that a client asked for; newest first where none. */
export function contradictionOrder(order: ContradictionOrder | null): KeysetOrder {
  const descending = order?.direction !== OrderDirection.ASC;
  if (order?.field !== ContradictionOrderField.UPDATED_AT) return byId(Prisma.sql`x.id`, descending);
  return {
    key: `updatedAt ${order.direction}`,
    columns: [
      { sql: Prisma.sql`x.updated_at`, type: 'timestamptz' },
      { sql: Prisma.sql`x.id`, type: 'uuid' },
    ],
    descending,
  };
}

/** The order in which a claim's contradictions are listed: as they were found. */
export const CLAIM_CONTRADICTION_ORDER = byId(Prisma.sql`m.contradiction_id`, false);

@Injectable()
export class ContradictionsRepository {
  constructor(private readonly database: Database) {}

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<ContradictionRow[]> {
    return reader.query<ContradictionRow>(Prisma.sql`
      SELECT ${CONTRADICTION_SHAPE.select(null)} FROM contradiction x JOIN ${keyTable(keys)} ON x.story_id = k.story_id AND x.id = k.id`);
  }

  /** Those of exactly these members, by the members' ids, sorted and joined. */
  findByMemberKeys(
    storyIds: readonly string[],
    memberKeys: readonly string[],
  ): Promise<(ContradictionRow & { memberKey: string })[]> {
    return this.database.query(Prisma.sql`
      SELECT ${CONTRADICTION_SHAPE.select(null)}, x.member_key AS "memberKey" FROM contradiction x
      JOIN unnest(${storyIds}::uuid[], ${memberKeys}::text[]) AS k (story_id, member_key)
        ON x.story_id = k.story_id AND x.member_key = k.member_key`);
  }

  /** One page of all contradictions. */
  list(
    criteria: ContradictionCriteria,
    order: KeysetOrder,
    page: KeysetPage,
    asked: Asked,
  ): Promise<ContradictionRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ContradictionRow>(Prisma.sql`
      SELECT ${CONTRADICTION_SHAPE.select(asked)} FROM contradiction x WHERE ${matching(criteria)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}`);
  }

  async count(criteria: ContradictionCriteria): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      Prisma.sql`SELECT count(*) AS count FROM contradiction x WHERE ${matching(criteria)}`,
    );
    return row?.count ?? 0;
  }

  /** One page of each story's contradictions. */
  listByStories(
    storyIds: readonly string[],
    criteria: ContradictionCriteria,
    order: KeysetOrder,
    page: KeysetPage,
    asked: Asked,
  ): Promise<ContradictionRow[]> {
    const { where, orderBy, limit } = keyset(order, page);
    return this.database.query<ContradictionRow>(Prisma.sql`
      SELECT r.* FROM unnest(${storyIds}::uuid[]) AS k (story_id)
      CROSS JOIN LATERAL (
        SELECT ${CONTRADICTION_SHAPE.select(asked)} FROM contradiction x WHERE x.story_id = k.story_id AND ${matching(criteria)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countByStories(storyIds: readonly string[], criteria: ContradictionCriteria): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT x.story_id AS owner, count(*) AS count FROM contradiction x
      WHERE x.story_id = ANY(${storyIds}::uuid[]) AND ${matching(criteria)} GROUP BY 1`);
  }

  /** One page of the contradictions of which each claim is a member. */
  listByClaims(
    claims: readonly StoryKey[],
    criteria: ContradictionCriteria,
    page: KeysetPage,
  ): Promise<(ContradictionRow & { claimId: string })[]> {
    const { where, orderBy, limit } = keyset(CLAIM_CONTRADICTION_ORDER, page);
    return this.database.query(Prisma.sql`
      SELECT r.* FROM ${keyTable(claims)} CROSS JOIN LATERAL (
        SELECT ${CONTRADICTION_SHAPE.select(null)}, m.claim_id AS "claimId" FROM contradiction_member m
        JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
        WHERE m.story_id = k.story_id AND m.claim_id = k.id AND ${matching(criteria)} AND ${where}
        ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countByClaims(claims: readonly StoryKey[], criteria: ContradictionCriteria): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, count(*) AS count FROM ${keyTable(claims)}
      JOIN contradiction_member m ON m.story_id = k.story_id AND m.claim_id = k.id
      JOIN contradiction x ON x.story_id = m.story_id AND x.id = m.contradiction_id
      WHERE ${matching(criteria)} GROUP BY 1`);
  }

  /** All contradictions that a claim of each question is in, oldest first. */
  findByQuestions(
    questions: readonly StoryKey[],
    criteria: ContradictionCriteria,
  ): Promise<(ContradictionRow & { of: string })[]> {
    return this.database.query<ContradictionRow & { of: string }>(Prisma.sql`
      SELECT ${CONTRADICTION_SHAPE.select(null)}, k.id AS of FROM contradiction x JOIN ${keyTable(questions)}
        ON x.story_id = k.story_id AND x.question_id = k.id WHERE ${matching(criteria)}
      UNION ALL
      SELECT ${CONTRADICTION_SHAPE.select(null)}, k.id AS of FROM ${keyTable(questions)}
      JOIN contradiction_question n ON n.story_id = k.story_id AND n.question_id = k.id
      JOIN contradiction x ON x.story_id = n.story_id AND x.id = n.contradiction_id WHERE ${matching(criteria)}
      ORDER BY id`);
  }

  /** The members of each contradiction, in the order in which their claims were first written. */
  findMembers(contradictions: readonly StoryKey[], reader: Reader = this.database): Promise<MemberRow[]> {
    return reader.query<MemberRow>(Prisma.sql`
      SELECT m.story_id AS "storyId", m.contradiction_id AS "contradictionId", m.claim_id AS "claimId", m.upheld
      FROM contradiction_member m JOIN ${keyTable(contradictions)} ON m.story_id = k.story_id AND m.contradiction_id = k.id
      ORDER BY m.claim_id`);
  }
}

function matching(criteria: ContradictionCriteria): Prisma.Sql {
  const conditions = [
    ...(criteria.storyId ? [Prisma.sql`x.story_id = ${criteria.storyId}::uuid`] : []),
    ...(criteria.status ? [Prisma.sql`x.status = ${criteria.status}::contradiction_status`] : []),
    ...(criteria.kind ? [Prisma.sql`x.kind = ${criteria.kind}::contradiction_kind`] : []),
    ...(criteria.strength ? [Prisma.sql`x.strength = ${criteria.strength}::strength`] : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`TRUE`;
}
