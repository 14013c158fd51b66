import { Injectable } from '@nestjs/common';
import type { ListCount } from '../../graphql/connections/index.js';
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
import type { FieldChange } from '../revisions/index.js';
import type { ContentChange } from './content-change.js';
import { ProposalStatus, type ProposalKind } from './graphql/proposal.types.js';

export interface ProposalRow extends StoryKey {
  claimId: string;
  kind: ProposalKind;
  status: ProposalStatus;
  baseVersion: number;
  changes: readonly FieldChange[];
  /** What it changes, by names that rival proposals share. */
  touches: readonly string[];
  input: ContentChange;
  reason: string | null;
  authorId: string;
  createdAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  note: string | null;
  /** The version of the claim that it made, once it was accepted. */
  madeVersion: number | null;
}

/** What becomes of proposals that wait. */
export interface ProposalEnding {
  readonly status: Exclude<ProposalStatus, ProposalStatus.PENDING>;
  readonly decidedById: string;
  readonly note: string | null;
  readonly madeVersion: number | null;
}

/** The order in which proposals are listed: oldest first. */
export const PROPOSAL_ORDER = byId(Prisma.sql`p.id`, false);

const PROPOSAL = Prisma.sql`p.story_id AS "storyId", p.id, p.claim_id AS "claimId", p.kind::text, p.status::text,
  p.base_version AS "baseVersion", p.changes, p.touches, p.input, p.reason, p.author_id AS "authorId",
  p.created_at AS "createdAt", p.decided_by_id AS "decidedById", p.decided_at AS "decidedAt", p.note,
  p.made_version AS "madeVersion"`;

@Injectable()
export class ProposalsRepository {
  constructor(private readonly database: Database) {}

  async insert(tx: Transaction, rows: readonly ProposalRow[]): Promise<void> {
    await tx.claimProposal.createMany({
      data: rows.map((row) => ({
        ...row,
        touches: [...row.touches],
        changes: row.changes.map((change) => ({ ...change })),
        input: JSON.parse(JSON.stringify(row.input)) as Prisma.InputJsonObject,
      })),
    });
  }

  findByKeys(keys: readonly StoryKey[], reader: Reader = this.database): Promise<ProposalRow[]> {
    return reader.query<ProposalRow>(Prisma.sql`
      SELECT ${PROPOSAL} FROM claim_proposal p JOIN ${keyTable(keys)} ON p.story_id = k.story_id AND p.id = k.id`);
  }

  /** Those of a claim that wait, oldest first. */
  findPending(tx: Transaction, { storyId, id }: StoryKey): Promise<ProposalRow[]> {
    return tx.query<ProposalRow>(Prisma.sql`
      SELECT ${PROPOSAL} FROM claim_proposal p
      WHERE p.story_id = ${storyId}::uuid AND p.claim_id = ${id}::uuid AND p.status = 'PENDING' ORDER BY p.id`);
  }

  /** What those of claims of a story touch that wait and touch any of this. */
  findTouching(
    tx: Transaction,
    storyId: string,
    claimIds: readonly string[],
    touches: readonly string[],
  ): Promise<Pick<ProposalRow, 'claimId' | 'touches'>[]> {
    return tx.query(Prisma.sql`
      SELECT p.claim_id AS "claimId", p.touches FROM claim_proposal p
      WHERE p.story_id = ${storyId}::uuid AND p.claim_id = ANY(${claimIds}::uuid[]) AND p.touches && ${touches}::text[]
        AND p.status = 'PENDING'`);
  }

  /** Those that wait and change the same as each of the given ones, oldest first. */
  findRivals(
    proposals: readonly StoryKey[],
    reader: Reader = this.database,
  ): Promise<(ProposalRow & { owner: string })[]> {
    return reader.query<ProposalRow & { owner: string }>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, ${PROPOSAL} FROM ${keyTable(proposals)}
      JOIN claim_proposal o ON o.story_id = k.story_id AND o.id = k.id
      JOIN claim_proposal p ON p.story_id = o.story_id AND p.claim_id = o.claim_id AND p.id <> o.id
        AND p.touches && o.touches AND p.status = 'PENDING'
      ORDER BY p.id`);
  }

  /** Which of these wait although what they would change has been changed since they were made. */
  findStale(proposals: readonly StoryKey[], reader: Reader = this.database): Promise<StoryKey[]> {
    return reader.query<StoryKey>(Prisma.sql`
      SELECT p.story_id AS "storyId", p.id FROM ${keyTable(proposals)}
      JOIN claim_proposal p ON p.story_id = k.story_id AND p.id = k.id AND p.status = 'PENDING'
      WHERE EXISTS (
        SELECT FROM revision r CROSS JOIN jsonb_array_elements(r.changes) d
        WHERE r.story_id = p.story_id AND r.claim_id = p.claim_id AND r.version > p.base_version
          AND CASE d->>'field' WHEN 'bounds' THEN 'assertion' ELSE d->>'field' END = ANY(p.touches))`);
  }

  /** One page of each claim's proposals. */
  listByClaims(claims: readonly StoryKey[], status: ProposalStatus | null, page: KeysetPage): Promise<ProposalRow[]> {
    const { where, orderBy, limit } = keyset(PROPOSAL_ORDER, page);
    return this.database.query<ProposalRow>(Prisma.sql`
      SELECT r.* FROM ${keyTable(claims)} CROSS JOIN LATERAL (
        SELECT ${PROPOSAL} FROM claim_proposal p
        WHERE p.story_id = k.story_id AND p.claim_id = k.id AND ${isIn(status)} AND ${where} ORDER BY ${orderBy} LIMIT ${limit}
      ) r`);
  }

  countByClaims(claims: readonly StoryKey[], status: ProposalStatus | null): Promise<ListCount[]> {
    return this.database.query<ListCount>(Prisma.sql`
      SELECT k.story_id || ' ' || k.id AS owner, count(*) AS count FROM claim_proposal p
      JOIN ${keyTable(claims)} ON p.story_id = k.story_id AND p.claim_id = k.id WHERE ${isIn(status)} GROUP BY 1`);
  }

  /** Ends some that wait, all of one story. */
  async end(tx: Transaction, proposals: readonly StoryKey[], ending: ProposalEnding, now: Date): Promise<void> {
    const { status, decidedById, note, madeVersion } = ending;
    const storyId = { in: [...new Set(proposals.map((each) => each.storyId))] };
    await tx.claimProposal.updateMany({
      where: { storyId, id: { in: proposals.map(({ id }) => id) } },
      data: { status, decidedById, decidedAt: now, note, madeVersion },
    });
  }
}

function isIn(status: ProposalStatus | null): Prisma.Sql {
  return status === null ? Prisma.sql`TRUE` : Prisma.sql`p.status = ${status}::proposal_status`;
}
