import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import type { Ground } from '../detection/index.js';
import type { ClaimRow } from './claim.shape.js';
import { ClaimVersionsService, type ClaimEdit, type ClaimRecord } from './claim-versions.service.js';
import { ClaimsRepository } from './claims.repository.js';
import type { Rank } from './graphql/claim.enums.js';

/** The rank that a claim is to have, and the reason that it is to have for it. */
export interface Ranking {
  readonly claimId: string;
  readonly rank: Rank;
  readonly rankReason: string | null;
}

/** A claim that was ranked, and the version that this made. */
export interface RankedClaim {
  readonly claimId: string;
  readonly version: number;
}

/** What ranking changes of a claim. */
export function rankEdit(claim: ClaimRow, rank: Rank, rankReason: string | null): ClaimEdit {
  return {
    columns: { rank, rankReason },
    changes: [
      { field: 'rank', before: claim.rank, after: rank },
      { field: 'rankReason', before: claim.rankReason, after: rankReason },
    ],
  };
}

/** Ranking claims as part of a larger act. */
@Injectable()
export class ClaimRankingsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly versions: ClaimVersionsService,
  ) {}

  /**
   * Ranks claims of one story in a transaction that has locked their questions, as `claimRank` does each.
   * @param grounds of the questions that they answer
   */
  async rankWithin(
    tx: Transaction,
    rankings: readonly Ranking[],
    grounds: readonly Ground[],
    record: ClaimRecord,
    now: Date,
  ): Promise<RankedClaim[]> {
    const [first] = grounds;
    if (!first || rankings.length === 0) return [];
    const keys = rankings.map(({ claimId }) => ({ storyId: first.storyId, id: claimId }));
    const rows = new Map((await this.claims.findByKeys(keys, tx)).map((row) => [row.id, row]));
    const edits = rankings.map(({ claimId, rank, rankReason }) => {
      const claim = rows.get(claimId);
      const ground = grounds.find(({ questionId }) => questionId === claim?.questionId);
      if (!claim || !ground) throw new Error('A claim to be ranked is not there, or its question is not locked.');
      return { claim, ground, edit: rankEdit(claim, rank, rankReason) };
    });
    await this.versions.make(tx, edits, record, now);
    return edits.map(({ claim }) => ({ claimId: claim.id, version: claim.version + 1 }));
  }
}
