import { Injectable } from '@nestjs/common';
import { changesByProposal } from '../../domain/review/transitions.js';
import { UserErrorCode, UserErrors, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import {
  ClaimsRepository,
  ClaimVersionsService,
  HeldClaimsService,
  ProposalsRepository,
  ProposalStatus,
  type ProposalRow,
  type WrittenClaim,
} from '../claims/index.js';
import type { FieldChange } from '../revisions/index.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { FourEyesService } from './four-eyes.service.js';
import { ProposalApplyingService } from './proposal-applying.service.js';
import { ProposalEndingsService } from './proposal-endings.service.js';

/** Which proposal is accepted, on which version of its claim. */
export interface Acceptance {
  readonly id: string;
  readonly expectedVersion: number;
  readonly note?: string | null | undefined;
  readonly acknowledgedContradictions?: readonly string[] | null | undefined;
}

/** What people decide on proposals: each once, on record. */
@Injectable()
export class ProposalDecisionsService {
  constructor(
    private readonly database: Database,
    private readonly proposals: ProposalsRepository,
    private readonly held: HeldClaimsService,
    private readonly claims: ClaimsRepository,
    private readonly applying: ProposalApplyingService,
    private readonly versions: ClaimVersionsService,
    private readonly fourEyes: FourEyesService,
    private readonly acknowledgement: AcknowledgementService,
    private readonly endings: ProposalEndingsService,
  ) {}

  /**
   * Changes the claim as proposed, checked anew, and supersedes what else waits to change the same.
   * @throws UserErrors where it was decided on already, the asker wrote it, the claim has changed where it would, or it cannot stand
   */
  async accept(
    { id, expectedVersion, note = null, acknowledgedContradictions }: Acceptance,
    viewer: ActingViewer,
  ): Promise<WrittenClaim> {
    const key = requireIds('ClaimProposal', id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const { claimId } = await this.require(tx, key);
      const held = await this.held.hold(tx, { storyId: key.storyId, id: claimId }, ['id'], now);
      const { claim } = held;
      const row = await this.requirePending(tx, key);
      await this.held.requireVersion(tx, claim, expectedVersion);
      if (!changesByProposal(claim.status)) {
        throw userError(
          UserErrorCode.ILLEGAL_STATE,
          `The claim is ${claim.status}; only a published one has proposals accepted.`,
          ['id'],
        );
      }
      await this.fourEyes.requireOther(tx, row.authorId, viewer);
      const rivals = await this.proposals.findRivals([row], tx);
      const applied = await atProposal(() => this.applying.apply(tx, held, row, now));
      const said = await this.acknowledgementOf(tx, row, acknowledgedContradictions ?? []);
      const act = { viewer, action: 'claimProposalAccept' };
      const edit = { columns: {}, changes: [...applied.changes, ...said] };
      await this.versions.record(tx, [{ claim, edit }], { ...act, reason: row.reason ?? note }, now);
      const madeVersion = claim.version + 1;
      await this.endings.end(tx, [row], { status: ProposalStatus.ACCEPTED, note, madeVersion }, act, now);
      await this.endings.end(tx, rivals, { status: ProposalStatus.SUPERSEDED, note: null }, act, now);
      const [after] = await this.claims.findByKeys([claim], tx);
      if (!after) throw new Error('A claim that was just changed is not there.');
      return { claim: after, alreadyExisted: true, raised: applied.raised, proposal: await this.require(tx, key) };
    });
  }

  /** @throws UserErrors where it was decided on already */
  reject(id: string, note: string, viewer: ActingViewer): Promise<ProposalRow> {
    const act = { viewer, action: 'claimProposalReject' };
    return this.close(id, async (row, tx, now) => {
      await this.endings.end(tx, [row], { status: ProposalStatus.REJECTED, note }, act, now);
    });
  }

  /** @throws UserErrors where it was decided on already, or is neither the asker's nor that of a service they answer for */
  withdraw(id: string, viewer: ActingViewer): Promise<ProposalRow> {
    const act = { viewer, action: 'claimProposalWithdraw' };
    return this.close(id, async (row, tx, now) => {
      await this.fourEyes.requireAnswering(tx, row.authorId, viewer);
      await this.endings.end(tx, [row], { status: ProposalStatus.WITHDRAWN, note: null }, act, now);
    });
  }

  /** Ends a proposal that waits, under the lock on its claim's question. */
  private async close(
    id: string,
    end: (row: ProposalRow, tx: Transaction, now: Date) => Promise<void>,
  ): Promise<ProposalRow> {
    const key = requireIds('ClaimProposal', id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const { claimId } = await this.require(tx, key);
      await this.held.hold(tx, { storyId: key.storyId, id: claimId }, ['id'], now);
      await end(await this.requirePending(tx, key), tx, now);
      return this.require(tx, key);
    });
  }

  /** What a claim newly asserts is published as any claim is; another place where it is made asserts nothing new. */
  private async acknowledgementOf(
    tx: Transaction,
    { storyId, claimId, kind }: ProposalRow,
    given: readonly string[],
  ): Promise<readonly FieldChange[]> {
    return kind === 'REWRITE' ? this.acknowledgement.require(tx, { storyId, id: claimId }, given) : [];
  }

  private async require(tx: Transaction, key: StoryKey): Promise<ProposalRow> {
    const [row] = await this.proposals.findByKeys([key], tx);
    if (!row) throw notFound('ClaimProposal', ['id']);
    return row;
  }

  /** The proposal, which nobody else decides on as its claim's question is locked. */
  private async requirePending(tx: Transaction, key: StoryKey): Promise<ProposalRow> {
    const row = await this.require(tx, key);
    if (row.status === ProposalStatus.PENDING) return row;
    throw userError(UserErrorCode.ILLEGAL_STATE, `The proposal is ${row.status}; it was decided on already.`, ['id']);
  }
}

/** Says of the proposal what is wrong with a part of it. */
async function atProposal<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    throw new UserErrors(error.problems.map((problem) => ({ ...problem, field: ['id'] })));
  }
}
