import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/index.js';
import { ClaimRankingsService, Rank } from '../claims/index.js';
import type { DecisionAct, HeldContradiction } from './decision.js';
import { DecisionsRepository, type RankBeforeRow } from './decisions.repository.js';

/** What a decision that finds claims wrong does to them, and what taking it back does. */
@Injectable()
export class LosingClaimsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly rankings: ClaimRankingsService,
  ) {}

  /**
   * Ranks claims DEPRECATED, after the decision has been written: what they contradict is examined again, and this
   * contradiction is held by its decision.
   */
  async rankDown(
    tx: Transaction,
    { key, grounds }: HeldContradiction,
    act: DecisionAct,
    losers: readonly string[],
    note: string,
    now: Date,
  ): Promise<void> {
    const rankReason = `Found wrong when a contradiction was resolved: ${note}`;
    const rankings = losers.map((claimId) => ({ claimId, rank: Rank.DEPRECATED, rankReason }));
    const ranked = await this.rankings.rankWithin(tx, rankings, grounds, { ...act, reason: note }, now);
    await this.decisions.noteRanked(tx, key, ranked);
  }

  /** Gives claims the rank back that they had before a decision that has been taken back. */
  async restore(
    tx: Transaction,
    { grounds }: HeldContradiction,
    act: DecisionAct,
    before: readonly RankBeforeRow[],
    reason: string,
    now: Date,
  ): Promise<void> {
    const rankings = before.map(({ claimId, rank, rankReason }) => ({ claimId, rank: Rank[rank], rankReason }));
    await this.rankings.rankWithin(tx, rankings, grounds, { ...act, reason }, now);
  }
}
