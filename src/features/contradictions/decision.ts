import type { Prisma, StoryKey } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import type { Ground } from '../detection/index.js';
import type { FieldChange } from '../revisions/index.js';
import type { ContradictionRow } from './contradiction.shape.js';
import type { ContradictionStatus, Outcome } from './graphql/contradiction.enums.js';

/** A person's act on a contradiction: which version it was made on. */
export interface DecisionAct {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
  /** The mutation's name, for the record. */
  readonly action: string;
}

/** A contradiction during an act: locked, with the questions that its members answer. */
export interface HeldContradiction {
  readonly key: StoryKey;
  readonly row: ContradictionRow;
  /** Ids of its members, sorted. */
  readonly members: readonly string[];
  readonly grounds: readonly Ground[];
  /** Its members by the question that they answer, in the order of the grounds. */
  readonly membersOn: readonly ReadonlySet<string>[];
}

/** What an act makes of a contradiction. */
export interface Decision {
  readonly columns: Prisma.ContradictionUncheckedUpdateInput;
  readonly changes: readonly FieldChange[];
  readonly reason: string | null;
  /** Members that are right; null where the act leaves that as it is. */
  readonly upheld: readonly string[] | null;
  /** Members that are wrong, and are ranked so. */
  readonly losers: readonly string[];
  /** What the audit log says besides status and reason. */
  readonly record: Prisma.InputJsonObject;
}

/** Moves a contradiction without deciding it. */
export function moved(): Decision {
  return { columns: {}, changes: [], reason: null, upheld: null, losers: [], record: {} };
}

/** Decides a contradiction. */
export function decided(
  { row }: HeldContradiction,
  decision: { outcome: Outcome; note: string; upheld: readonly string[]; losers: readonly string[]; by: string },
  now: Date,
): Decision {
  const { outcome, note, upheld, losers, by } = decision;
  return {
    columns: { outcome, note, resolvedById: by, resolvedAt: now, newEvidenceSince: null },
    changes: [{ field: 'outcome', before: row.outcome, after: outcome }],
    reason: note,
    upheld,
    losers,
    record: { outcome, upheld: [...upheld] },
  };
}

/** Lets a decision stand although there is new evidence. */
export function confirmed({ row }: HeldContradiction, reason: string): Decision {
  const before = row.newEvidenceSince?.toISOString() ?? null;
  return {
    columns: { newEvidenceSince: null },
    changes: [{ field: 'newEvidenceSince', before, after: null }],
    reason,
    upheld: null,
    losers: [],
    record: { outcome: row.outcome },
  };
}

/** Takes a decision back. */
export function reopened({ row }: HeldContradiction, reason: string): Decision {
  return {
    columns: { outcome: null, note: null, resolvedById: null, resolvedAt: null, newEvidenceSince: null },
    changes: [{ field: 'outcome', before: row.outcome, after: null }],
    reason,
    upheld: [],
    losers: [],
    record: { outcome: null, upheld: [] },
  };
}

/** What changes of a contradiction, field by field, where its status does as well. */
export function changesOf(
  { row }: HeldContradiction,
  { changes }: Decision,
  status: ContradictionStatus,
): FieldChange[] {
  const all = [{ field: 'status', before: row.status, after: status }, ...changes];
  return all.filter(({ before, after }) => before !== after);
}
