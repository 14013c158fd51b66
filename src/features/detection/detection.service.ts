import { Injectable } from '@nestjs/common';
import { findContradictionsOf } from '../../domain/contradiction/compare-claims.js';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import type { Transaction } from '../../platform/database/index.js';
import type { PropertyRow, VocabularySnapshot } from '../vocabulary/index.js';
import { toProperty } from './comparable-claim.mapper.js';
import { ComparableClaimsService } from './comparable-claims.service.js';
import {
  DetectionRepository,
  memberKeyOf,
  type ContradictionChange,
  type StoredContradictionRow,
} from './detection.repository.js';

/** Where a claim stands, and under which vocabulary it is compared. */
export interface Ground {
  readonly storyId: string;
  readonly questionId: string;
  readonly property: PropertyRow;
  readonly vocabulary: VocabularySnapshot;
}

/**
 * Keeps the stored contradictions equal to what the engine finds. Runs inside the transaction that writes a claim and
 * after that transaction has locked the claim's question, so that two writers who contradict each other at the same
 * instant cannot both miss it.
 */
@Injectable()
export class DetectionService {
  constructor(
    private readonly repository: DetectionRepository,
    private readonly comparable: ComparableClaimsService,
  ) {}

  /**
   * Compares a claim that is new or has changed with the other answers to its question, and stores what differs from
   * what is stored. The cost grows with the number of distinct answers, not with citations or the story's size.
   * @returns the ids of the contradictions that this raised or raised again
   */
  async examine(tx: Transaction, ground: Ground, claimId: string, now: Date): Promise<string[]> {
    const { storyId, questionId, property, vocabulary } = ground;
    const claims = await this.comparable.ofQuestion(tx, storyId, questionId, property);
    const claim = claims.find((each) => each.id === claimId);
    const found = claim
      ? findContradictionsOf(
          toProperty(property),
          claim,
          claims.filter((each) => each !== claim),
          vocabulary.graph,
        )
      : [];
    const stored = await this.repository.findContradictionsOf(tx, storyId, claimId);
    const storedKeys = new Map(stored.map((row) => [row.memberKey, row]));
    const fresh = found.filter((finding) => !storedKeys.has(memberKeyOf(finding.members)));
    const raised =
      fresh.length > 0 ? await this.repository.insertContradictions(tx, storyId, questionId, fresh, now) : [];

    const foundByKey = new Map(found.map((finding) => [memberKeyOf(finding.members), finding]));
    for (const row of stored) {
      const change = changeOf(row, foundByKey.get(row.memberKey));
      if (!change) continue;
      await this.repository.changeContradiction(tx, storyId, row.id, change, now);
      if (change.status === 'OPEN') raised.push(row.id);
    }
    if (found.length > 0 || stored.length > 0) await this.repository.refreshDisputed(tx, storyId, questionId);
    return raised;
  }

  /** Notes on the claim's settled contradictions that evidence came after the decision. */
  markNewEvidence(tx: Transaction, storyId: string, claimId: string, now: Date): Promise<void> {
    return this.repository.markNewEvidence(tx, storyId, claimId, now);
  }

  /** Brings a question's `disputed` up to date after contradictions of it were decided. */
  refreshDisputed(tx: Transaction, storyId: string, questionId: string): Promise<void> {
    return this.repository.refreshDisputed(tx, storyId, questionId);
  }
}

/** A stored contradiction, what is found in its place, and what makes them equal. */
export interface StoredChange {
  readonly row: StoredContradictionRow;
  readonly finding: Finding;
  readonly change: ContradictionChange;
}

/** What makes a stored contradiction equal to what is found now; null where it is already. */
export function changeOf(row: StoredContradictionRow, finding: Finding | undefined): ContradictionChange | null {
  if (!finding) return row.status === 'LAPSED' ? null : { status: 'LAPSED' };
  const { kind, strength, rule, explanation } = finding;
  const change: ContradictionChange = { kind, strength, rule, explanation };
  if (row.status === 'LAPSED') return { ...change, status: statusBeforeLapse(row) };
  const same = row.kind === kind && row.strength === strength && row.rule === rule && row.explanation === explanation;
  return same ? null : change;
}

/** A decision outlives the lapse of its ground: when the ground comes back, so does the decision. */
function statusBeforeLapse(row: StoredContradictionRow): 'OPEN' | 'RESOLVED' | 'DISMISSED' {
  if (row.outcome === null) return 'OPEN';
  return row.outcome === 'NOT_A_CONFLICT' ? 'DISMISSED' : 'RESOLVED';
}
