import { Injectable } from '@nestjs/common';
import type { Finding } from '../../domain/contradiction/contradiction.js';
import type { Transaction } from '../../platform/database/index.js';
import {
  DetectionRepository,
  memberKeyOf,
  type ContradictionChange,
  type PlacedFinding,
  type StoredContradictionRow,
} from './detection.repository.js';

/** Whether no pairwise rule finds such a contradiction. */
export function isAcross({ kind }: StoredContradictionRow): boolean {
  return kind === 'ARITHMETIC' || kind === 'ORDER';
}

/**
 * Whether a person has decided it or is deciding. Such a pair of answers is kept as long as it does not fit, though the
 * question has so many answers that others are kept in its place.
 */
export function isTakenUp({ status, outcome }: Pick<StoredContradictionRow, 'status' | 'outcome'>): boolean {
  return status === 'IN_REVIEW' || outcome !== null;
}

/** What bringing stored contradictions up to what is found did. */
export interface BroughtUp {
  /** Ids of those that it raised or raised again. */
  readonly raised: readonly string[];
  /** Ids of those that lost their ground. */
  readonly lapsed: readonly string[];
}

/** Makes stored contradictions equal to what is found. */
@Injectable()
export class StoredContradictions {
  constructor(private readonly repository: DetectionRepository) {}

  /** @param stored all that the findings are to take the place of, LAPSED ones too */
  async bringUpTo(
    tx: Transaction,
    storyId: string,
    found: readonly PlacedFinding[],
    stored: readonly StoredContradictionRow[],
    now: Date,
  ): Promise<BroughtUp> {
    const storedKeys = new Set(stored.map((row) => row.memberKey));
    const fresh = found.filter(({ finding }) => !storedKeys.has(memberKeyOf(finding.members)));
    const raised = fresh.length > 0 ? await this.repository.insertContradictions(tx, storyId, fresh, now) : [];

    const foundByKey = new Map(found.map(({ finding }) => [memberKeyOf(finding.members), finding]));
    const changes = stored.flatMap((row) => {
      const change = changeOf(row, groundOf(row, foundByKey.get(row.memberKey)));
      return change ? [{ ...change, id: row.id }] : [];
    });
    if (changes.length > 0) await this.repository.changeContradictions(tx, storyId, changes, now);
    const became = (wanted: string) => changes.filter(({ status }) => status === wanted).map(({ id }) => id);
    return { raised: [...raised, ...became('OPEN')], lapsed: became('LAPSED') };
  }
}

/** A stored contradiction, what is found in its place, and what makes them equal. */
export interface StoredChange {
  readonly row: StoredContradictionRow;
  readonly finding: Finding;
  readonly change: ContradictionChange;
}

/** What a stored contradiction has to be equal to: what is found, or what it says where its decision holds it. */
export function groundOf(row: StoredContradictionRow, found: Finding | undefined): Finding | undefined {
  if (found || !row.held) return found;
  const { memberKey, kind, strength, rule, explanation } = row;
  return { members: memberKey.split(' '), kind, strength, rule, explanation };
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
