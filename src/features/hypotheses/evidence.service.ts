import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { EvidenceRepository, type ClaimFacts } from './evidence.repository.js';
import { isAnswer, requireCategorical, requireStanding, requireStory } from './evidence-rules.js';
import type { EvidenceAddInput, EvidenceGradeInput, EvidenceRemoveArgs } from './graphql/hypotheses.inputs.js';

/** Most claims that one question's answers are weighed against: a matrix is weighed in memory, and read by people. */
const MAX_EVIDENCE = 500;

/** Whose matrix was changed. */
export interface ChangedEvidence {
  readonly question: StoryKey;
  /** Id of the claim within its story; null where it was removed. */
  readonly evidence: string | null;
}

/** Changes of matrices: which claims are weighed, and how each editor finds that they fit the answers. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly evidence: EvidenceRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** @throws UserErrors where the question is not categorical, or the claim cannot be evidence on it or is already */
  async add(input: EvidenceAddInput, viewer: ActingViewer): Promise<ChangedEvidence> {
    const [atQuestion, atClaim] = [
      ['input', 'question'],
      ['input', 'claim'],
    ] as const;
    const question = requireIds('Question', input.question, atQuestion);
    const claimKey = requireIds('Claim', input.claim, atClaim);
    return this.database.transaction(async (tx) => {
      const held = await this.evidence.lockQuestion(tx, question);
      if (!held) throw notFound('Question', atQuestion);
      requireCategorical(held, atQuestion);
      const claim = await this.requireEvidence(tx, claimKey, question, atClaim);
      const key = { storyId: question.storyId, questionId: question.id, claimId: claim.id };
      const before = await this.evidence.lockEvidence(tx, key);
      if (before && !before.removed) {
        throw userError(UserErrorCode.ALREADY_EXISTS, 'This claim is evidence on the question already.', atClaim);
      }
      if ((await this.evidence.countEvidence(tx, question)) >= MAX_EVIDENCE) {
        const message = `A question has at most ${MAX_EVIDENCE} claims as evidence: remove what tells its answers least apart.`;
        throw userError(UserErrorCode.ILLEGAL_STATE, message, atQuestion);
      }
      const now = new Date();
      const note = input.note ?? null;
      await this.evidence.putEvidence(tx, key, { note, addedById: viewer.accountId, addedAt: now });
      await this.record(tx, question, { viewer, action: 'evidenceAdd', after: { claimId: claim.id, note } }, now);
      return { question, evidence: claim.id };
    });
  }

  /** @throws UserErrors NOT_FOUND where the claim is no evidence on the question */
  async remove(args: EvidenceRemoveArgs, viewer: ActingViewer): Promise<ChangedEvidence> {
    const question = requireIds('Question', args.question, ['question']);
    const claim = requireIds('Claim', args.claim, ['claim']);
    requireStory(claim, question, ['claim']);
    return this.database.transaction(async (tx) => {
      if (!(await this.evidence.lockQuestion(tx, question))) throw notFound('Question', ['question']);
      const key = { storyId: question.storyId, questionId: question.id, claimId: claim.id };
      const before = await this.evidence.lockEvidence(tx, key);
      if (!before || before.removed) {
        throw userError(UserErrorCode.NOT_FOUND, 'This claim is no evidence on the question.', ['claim']);
      }
      const now = new Date();
      const { reason } = args;
      await this.evidence.takeEvidence(tx, key, {
        removedById: viewer.accountId,
        removedAt: now,
        removalReason: reason,
      });
      const change = { before: { claimId: claim.id, note: before.note }, after: { reason } };
      await this.record(tx, question, { viewer, action: 'evidenceRemove', ...change }, now);
      return { question, evidence: null };
    });
  }

  /**
   * Keeps the viewer's own grade; nobody else's changes. What it was before stays in the audit log.
   * @throws UserErrors where the hypothesis is no standing answer to a categorical question, or the evidence is not on
   *         that question's matrix
   */
  async grade(input: EvidenceGradeInput, viewer: ActingViewer): Promise<ChangedEvidence> {
    const [atHypothesis, atEvidence] = [
      ['input', 'hypothesis'],
      ['input', 'evidence'],
    ] as const;
    const hypothesisKey = requireIds('Claim', input.hypothesis, atHypothesis);
    const evidenceKey = requireIds('Claim', input.evidence, atEvidence);
    return this.database.transaction(async (tx) => {
      const hypothesis = await this.requireHypothesis(tx, hypothesisKey, atHypothesis);
      const { storyId, questionId } = hypothesis;
      const question = { storyId, id: questionId };
      const claim = await this.requireEvidence(tx, evidenceKey, question, atEvidence);
      const held = await this.evidence.lockEvidence(tx, { storyId, questionId, claimId: claim.id });
      if (!held || held.removed) {
        const message = 'This claim is no evidence on the question that the hypothesis answers; add it first.';
        throw userError(UserErrorCode.ILLEGAL_STATE, message, atEvidence);
      }
      const cell = { evidenceId: claim.id, hypothesisId: hypothesis.id };
      const key = { storyId, questionId, ...cell, accountId: viewer.accountId };
      const before = await this.evidence.findGrade(tx, key);
      const after = input.grade ? { consistency: input.grade, note: input.note ?? null } : null;
      const isSame = before?.consistency === after?.consistency && before?.note === after?.note;
      if (isSame) return { question, evidence: claim.id };
      const now = new Date();
      if (after) await this.evidence.putGrade(tx, key, after, now);
      else await this.evidence.takeGrade(tx, key);
      const change = {
        ...(before && { before: { ...cell, ...before } }),
        after: { ...cell, ...(after ?? { consistency: null, note: input.note ?? null }) },
      };
      await this.record(tx, question, { viewer, action: 'evidenceGrade', ...change }, now);
      return { question, evidence: claim.id };
    });
  }

  /** A claim that stands, is of the question's story and is none of its hypotheses. */
  private async requireEvidence(
    tx: Transaction,
    key: StoryKey,
    question: StoryKey,
    field: readonly string[],
  ): Promise<ClaimFacts> {
    requireStory(key, question, field);
    const claim = await this.evidence.findClaim(tx, key);
    if (!claim) throw notFound('Claim', field);
    if (claim.questionId === question.id && isAnswer(claim)) {
      const message =
        'This claim is itself an answer to the question, which cannot be evidence for or against answers.';
      throw userError(UserErrorCode.INVALID_INPUT, message, field);
    }
    requireStanding(claim, field);
    return claim;
  }

  private async requireHypothesis(tx: Transaction, key: StoryKey, field: readonly string[]): Promise<ClaimFacts> {
    const claim = await this.evidence.findClaim(tx, key);
    if (!claim) throw notFound('Claim', field);
    requireCategorical(claim, field);
    if (!isAnswer(claim)) {
      const message = 'A hypothesis is an affirmed answer; this claim denies one, or says that none is known.';
      throw userError(UserErrorCode.INVALID_INPUT, message, field);
    }
    requireStanding(claim, field);
    return claim;
  }

  private async record(
    tx: Transaction,
    question: StoryKey,
    entry: Pick<Parameters<AuditRepository['append']>[1], 'viewer' | 'action' | 'before' | 'after'>,
    now: Date,
  ): Promise<void> {
    const { storyId, id: objectId } = question;
    await this.audit.append(tx, { ...entry, objectType: 'Question', objectId, storyId }, now);
  }
}
