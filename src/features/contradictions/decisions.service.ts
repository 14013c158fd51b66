import { Injectable } from '@nestjs/common';
import {
  actOf,
  afterAct,
  CONTRADICTION_ACTS,
  losersOf,
  upheldProblem,
  type ContradictionAct,
} from '../../domain/contradiction/workflow.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import { DetectionService } from '../detection/index.js';
import { RevisionsRepository, RevisionsService } from '../revisions/index.js';
import { VocabularyService } from '../vocabulary/index.js';
import type { ContradictionRow } from './contradiction.shape.js';
import { ContradictionsRepository } from './contradictions.repository.js';
import {
  changesOf,
  confirmed,
  decided,
  moved,
  reopened,
  type Decision,
  type DecisionAct,
  type HeldContradiction,
} from './decision.js';
import { DecisionsRepository } from './decisions.repository.js';
import { ContradictionStatus, Outcome } from './graphql/contradiction.enums.js';
import type { ContradictionResolveInput } from './graphql/contradiction.inputs.js';
import { LosingClaimsService } from './losing-claims.service.js';

/** People deciding contradictions; `domain/contradiction/workflow.ts` says what can be done from where. */
@Injectable()
export class DecisionsService {
  constructor(
    private readonly database: Database,
    private readonly contradictions: ContradictionsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly losing: LosingClaimsService,
    private readonly vocabulary: VocabularyService,
    private readonly detection: DetectionService,
    private readonly revisions: RevisionsRepository,
    private readonly versions: RevisionsService,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where it is not open or has changed */
  take(act: DecisionAct): Promise<ContradictionRow> {
    return this.act(act, 'take', moved);
  }

  /** @throws UserErrors where it is not in review or has changed */
  release(act: DecisionAct): Promise<ContradictionRow> {
    return this.act(act, 'release', moved);
  }

  /** @throws UserErrors where it is not open, has changed, or the upheld claims do not fit the outcome */
  resolve(act: DecisionAct, input: ContradictionResolveInput): Promise<ContradictionRow> {
    return this.act(act, actOf(input.outcome), (held, now) => {
      const upheld = upheldOf(input, held);
      const losers = losersOf(input.outcome, held.members, upheld);
      const decision = { outcome: input.outcome, note: input.note, upheld, losers, by: act.viewer.accountId };
      return decided(held, decision, now);
    });
  }

  /** @throws UserErrors where it is not open or has changed */
  dismiss(act: DecisionAct, note: string): Promise<ContradictionRow> {
    const decision = { outcome: Outcome.NOT_A_CONFLICT, note, upheld: [], losers: [], by: act.viewer.accountId };
    return this.act(act, 'dismiss', (held, now) => decided(held, decision, now));
  }

  /** @throws UserErrors where it is not settled, has changed, or there is no new evidence */
  confirm(act: DecisionAct, reason: string): Promise<ContradictionRow> {
    return this.act(act, 'confirm', (held) => {
      if (held.row.newEvidenceSince !== null) return confirmed(held, reason);
      throw userError(UserErrorCode.ILLEGAL_STATE, 'No evidence has come since it was decided.', ['id']);
    });
  }

  /** @throws UserErrors where it is not settled or has changed */
  reopen(act: DecisionAct, reason: string): Promise<ContradictionRow> {
    return this.act(act, 'reopen', (held) => reopened(held, reason));
  }

  private async act(
    act: DecisionAct,
    name: ContradictionAct,
    make: (held: HeldContradiction, now: Date) => Decision,
  ): Promise<ContradictionRow> {
    const key = requireIds('Contradiction', act.id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const held = await this.hold(tx, key);
      const { row } = held;
      if (row.version !== act.expectedVersion) {
        const stale = { expected: act.expectedVersion, version: row.version, what: 'contradiction', now: row.status };
        throw await this.versions.stale(tx, 'contradiction', row, stale);
      }
      const status = statusAfter(name, row);
      await this.apply(tx, act, held, make(held, now), status, now);
      const [after] = await this.contradictions.findByKeys([key], tx);
      if (!after) throw new Error('A contradiction that was just decided is not there.');
      return after;
    });
  }

  private async apply(
    tx: Transaction,
    act: DecisionAct,
    held: HeldContradiction,
    decision: Decision,
    status: ContradictionStatus,
    now: Date,
  ): Promise<void> {
    const { key, grounds } = held;
    const ranked = decision.upheld ? await this.decisions.findRanked(tx, key) : [];
    await this.decisions.decide(tx, key, { ...decision.columns, status }, now);
    if (decision.upheld) await this.decisions.uphold(tx, key, decision.upheld);
    await this.record(tx, act, held, decision, status, now);

    const reason = decision.reason ?? '';
    if (decision.losers.length > 0) await this.losing.rankDown(tx, held, act, decision.losers, reason, now);
    if (ranked.length > 0) await this.losing.restore(tx, held, act, ranked, reason, now);
    if (status === ContradictionStatus.OPEN) await this.examine(tx, held, now);
    const questionIds = grounds.map(({ questionId }) => questionId);
    await this.detection.refreshDisputed(tx, key.storyId, questionIds);
  }

  /**
   * What nobody has taken up or decided has to be what the engine finds: of a question with very many answers it may be
   * set aside, and it has lapsed where a member has been ranked DEPRECATED since.
   */
  private async examine(tx: Transaction, { grounds, membersOn }: HeldContradiction, now: Date): Promise<void> {
    const changes = grounds.map((ground, i) => ({ ground, changed: membersOn[i] ?? new Set<string>() }));
    await this.detection.examineAll(tx, changes, now);
  }

  private async hold(tx: Transaction, key: StoryKey): Promise<HeldContradiction> {
    const vocabulary = await this.vocabulary.holdStill(tx);
    // Whether a question is still disputed depends on all of its contradictions, so no other may come meanwhile.
    const questions = await this.decisions.lockQuestionsOf(tx, key);
    const row = await this.decisions.lock(tx, key);
    if (!row) throw notFound('Contradiction', ['id']);
    const members = await this.decisions.findMembers(tx, key);
    const grounds = questions.map(({ id: questionId, subjectId, propertyId, searchExhausted }) => {
      const property = vocabulary.propertiesById.get(propertyId);
      if (!property) throw new Error('A question has a property that the vocabulary lacks.');
      return { storyId: key.storyId, subjectId, questionId, searchExhausted, property, vocabulary };
    });
    const on = (questionId: string) => members.filter((member) => member.questionId === questionId);
    return {
      key,
      row,
      members: members.map(({ claimId }) => claimId),
      grounds,
      membersOn: grounds.map(({ questionId }) => new Set(on(questionId).map(({ claimId }) => claimId))),
    };
  }

  private async record(
    tx: Transaction,
    { viewer, action }: DecisionAct,
    held: HeldContradiction,
    decision: Decision,
    status: ContradictionStatus,
    now: Date,
  ): Promise<void> {
    const { row } = held;
    const { storyId, id } = row;
    await this.revisions.append(tx, 'contradiction', row, {
      version: row.version + 1,
      changes: changesOf(held, decision, status),
      reason: decision.reason,
      actorId: viewer.accountId,
      createdAt: now,
    });
    const before = { status: row.status, outcome: row.outcome, note: row.note };
    const after = { ...decision.record, status, reason: decision.reason };
    const entry = { viewer, action, objectType: 'Contradiction', objectId: id, storyId } as const;
    await this.audit.append(tx, { ...entry, before, after }, now);
  }
}

/** @throws UserErrors ILLEGAL_STATE where the act cannot be done */
function statusAfter(act: ContradictionAct, row: ContradictionRow): ContradictionStatus {
  const status = afterAct(act, row.status);
  if (status !== null) return ContradictionStatus[status];
  const from = CONTRADICTION_ACTS[act].from.join(' or ');
  const message = `The contradiction is ${row.status}; this can be done only where it is ${from}.`;
  throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
}

/** @throws UserErrors where one is no member, or they do not fit the outcome */
function upheldOf({ outcome, upheld: ids }: ContradictionResolveInput, { key, members }: HeldContradiction): string[] {
  const upheld = (ids ?? []).map((globalId, i) => {
    const field = ['input', 'upheld', String(i)];
    const { storyId, id } = requireIds('Claim', globalId, field);
    if (storyId !== key.storyId || !members.includes(id)) {
      throw userError(UserErrorCode.INVALID_INPUT, 'Only members of the contradiction can be upheld.', field);
    }
    return id;
  });
  const problem = upheldProblem(outcome, members.length, new Set(upheld).size);
  if (problem !== null) throw userError(UserErrorCode.INVALID_INPUT, problem, ['input', 'upheld']);
  return upheld;
}
