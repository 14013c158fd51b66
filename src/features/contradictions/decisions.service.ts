import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService } from '../detection/index.js';
import { RevisionsRepository } from '../revisions/index.js';
import { ContradictionsRepository } from './contradictions.repository.js';
import type { ContradictionRow } from './contradiction.shape.js';
import { ContradictionStatus, Outcome } from './graphql/contradiction.enums.js';
import type { ContradictionResolveInput } from './graphql/contradiction.inputs.js';

/** A person's act on a contradiction: which version it was made on. */
export interface ContradictionAct {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
  /** The mutation's name, for the record. */
  readonly action: string;
}

/** What a decision makes of a contradiction; no outcome takes the decision back. */
interface Decision {
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly upheld: readonly string[];
}

const OPEN: readonly ContradictionStatus[] = [ContradictionStatus.OPEN, ContradictionStatus.IN_REVIEW];
const SETTLED: readonly ContradictionStatus[] = [ContradictionStatus.RESOLVED, ContradictionStatus.DISMISSED];

/** People deciding: resolving, dismissing and reopening contradictions, each with a reason that stays on record. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly contradictions: ContradictionsRepository,
    private readonly detection: DetectionService,
    private readonly revisions: RevisionsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where it is not open, has changed, or the upheld claims do not fit the outcome */
  async resolve(act: ContradictionAct, input: ContradictionResolveInput): Promise<ContradictionRow> {
    return this.decide(act, OPEN, async (tx, key) => {
      const members = await this.contradictions.findMembers([key], tx);
      const upheld = upheldOf(
        input,
        key,
        members.map(({ claimId }) => claimId),
      );
      return { outcome: input.outcome, reason: input.note, upheld };
    });
  }

  /** @throws UserErrors where it is not open or has changed */
  async dismiss(act: ContradictionAct, reason: string): Promise<ContradictionRow> {
    return this.decide(act, OPEN, () => ({ outcome: Outcome.NOT_A_CONFLICT, reason, upheld: [] }));
  }

  /** @throws UserErrors where it is not settled or has changed */
  async reopen(act: ContradictionAct, reason: string): Promise<ContradictionRow> {
    return this.decide(act, SETTLED, () => ({ outcome: null, reason, upheld: [] }));
  }

  private async decide(
    act: ContradictionAct,
    from: readonly ContradictionStatus[],
    make: (tx: Transaction, key: StoryKey) => Promise<Decision> | Decision,
  ): Promise<ContradictionRow> {
    const key = requireIds('Contradiction', act.id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      // Whether a question is still disputed depends on all of its contradictions, so no other may come meanwhile.
      const questionIds = await this.contradictions.lockQuestionsOf(tx, key);
      const row = await this.contradictions.lock(tx, key);
      if (!row) throw notFound('Contradiction', ['id']);
      requireVersion(row, act.expectedVersion);
      if (!from.includes(row.status)) {
        const message = `The contradiction is ${row.status}; this can be done only where it is ${from.join(' or ')}.`;
        throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
      }
      const { outcome, reason, upheld } = await make(tx, key);
      const status = statusOf(outcome);
      const decided = outcome !== null;
      const decision = {
        status,
        outcome,
        note: decided ? reason : null,
        resolvedById: decided ? act.viewer.accountId : null,
        resolvedAt: decided ? now : null,
        newEvidenceSince: null,
      };
      await this.contradictions.decide(tx, key, decision, now);
      await this.contradictions.uphold(tx, key, upheld);
      await this.detection.refreshDisputed(tx, key.storyId, questionIds);
      await this.record(tx, act, row, { status, outcome, reason, upheld }, now);
      const [decidedRow] = await this.contradictions.findByKeys([key], tx);
      if (!decidedRow) throw new Error('A contradiction that was just decided is not there.');
      return decidedRow;
    });
  }

  private async record(
    tx: Transaction,
    { viewer, action }: ContradictionAct,
    row: ContradictionRow,
    after: { status: ContradictionStatus; outcome: Outcome | null; reason: string; upheld: readonly string[] },
    now: Date,
  ): Promise<void> {
    const { storyId, id } = row;
    await this.revisions.append(tx, 'contradiction', row, {
      version: row.version + 1,
      changes: [
        { field: 'status', before: row.status, after: after.status },
        { field: 'outcome', before: row.outcome, after: after.outcome },
      ],
      reason: after.reason,
      actorId: viewer.accountId,
      createdAt: now,
    });
    const before = { status: row.status, outcome: row.outcome, note: row.note };
    await this.audit.append(
      tx,
      {
        viewer,
        action,
        objectType: 'Contradiction',
        objectId: id,
        storyId,
        before,
        after: { ...after, upheld: [...after.upheld] },
      },
      now,
    );
  }
}

/** Deciding that it is no contradiction is the same as dismissing it, by whichever mutation. */
function statusOf(outcome: Outcome | null): ContradictionStatus {
  if (outcome === null) return ContradictionStatus.OPEN;
  return outcome === Outcome.NOT_A_CONFLICT ? ContradictionStatus.DISMISSED : ContradictionStatus.RESOLVED;
}

function upheldOf(input: ContradictionResolveInput, key: StoryKey, members: readonly string[]): string[] {
  const upheld = (input.upheld ?? []).map((globalId, i) => {
    const field = ['input', 'upheld', String(i)];
    const { storyId, id } = requireIds('Claim', globalId, field);
    if (storyId !== key.storyId || !members.includes(id)) {
      throw userError(UserErrorCode.INVALID_INPUT, 'Only members of the contradiction can be upheld.', field);
    }
    return id;
  });
  const count = new Set(upheld).size;
  const refuse = (message: string) => userError(UserErrorCode.INVALID_INPUT, message, ['input', 'upheld']);
  const picksSide = input.outcome === Outcome.CLAIM_WRONG || input.outcome === Outcome.SUPERSEDED;
  if (picksSide && (count === 0 || count === members.length)) {
    throw refuse(`For ${input.outcome} name the claims that are right: at least one, and not all.`);
  }
  if (input.outcome === Outcome.ALL_WRONG && count > 0) throw refuse('For ALL_WRONG no claim can be upheld.');
  return upheld;
}

/** @throws UserErrors STALE_VERSION, saying what the contradiction is now */
function requireVersion(row: ContradictionRow, expected: number): void {
  if (row.version === expected) return;
  const message = `The contradiction has changed since version ${expected}: it is at version ${row.version}, ${row.status}. Read it again.`;
  throw userError(UserErrorCode.STALE_VERSION, message, ['expectedVersion']);
}
