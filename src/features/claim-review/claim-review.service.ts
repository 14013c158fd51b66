import { Injectable } from '@nestjs/common';
import {
  changesByProposal,
  isPossible,
  stands,
  TRANSITIONS,
  type ReviewAct,
  type ReviewState,
} from '../../domain/review/transitions.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ClaimEditsService, ClaimStatus, type WrittenClaim } from '../claims/index.js';
import { NotificationReason, NotificationsService } from '../notifications/index.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import { ClaimAuthorsRepository } from './claim-authors.repository.js';
import { FourEyesService } from './four-eyes.service.js';
import { ProposalEndingsService } from './proposal-endings.service.js';

/** Which mutation does what. */
const ACTIONS: Readonly<Record<ReviewAct, string>> = {
  SUBMIT: 'claimSubmit',
  WITHDRAW: 'claimWithdraw',
  REQUEST_CHANGES: 'claimRequestChanges',
  APPROVE: 'claimApprove',
  REJECT: 'claimReject',
  RETRACT: 'claimRetract',
  REOPEN: 'claimReopen',
};

/** What the authors of a claim are told of it. */
const TOLD: Readonly<Partial<Record<ReviewAct, NotificationReason>>> = {
  REQUEST_CHANGES: NotificationReason.CLAIM_CHANGES_REQUESTED,
  APPROVE: NotificationReason.CLAIM_APPROVED,
  REJECT: NotificationReason.CLAIM_REJECTED,
};

/** On which claim something is done, from which version, and why. */
export interface ReviewDecision {
  readonly id: string;
  readonly expectedVersion: number;
  readonly reason?: string | null | undefined;
  /** Conflicts that do not keep it from being published. */
  readonly acknowledged?: readonly string[] | null | undefined;
}

/** Moves claims through review, as the table of transitions allows. */
@Injectable()
export class ClaimReviewService {
  constructor(
    private readonly edits: ClaimEditsService,
    private readonly fourEyes: FourEyesService,
    private readonly acknowledgement: AcknowledgementService,
    private readonly authors: ClaimAuthorsRepository,
    private readonly notifications: NotificationsService,
    private readonly proposals: ProposalEndingsService,
  ) {}

  /**
   * Does one act on a claim.
   * @throws UserErrors ILLEGAL_STATE where the claim does not stand where the act can be done, OWN_WORK where the act needs a
   *   second person, UNACKNOWLEDGED_CONFLICT where it publishes, STALE_VERSION, NOT_FOUND
   */
  async perform(
    act: ReviewAct,
    { id, expectedVersion, reason = null, acknowledged }: ReviewDecision,
    viewer: ActingViewer,
  ): Promise<WrittenClaim> {
    const { to, fourEyes } = TRANSITIONS[act];
    const action = ACTIONS[act];
    return this.edits.edit({ id, expectedVersion, viewer, action, reason }, async ({ claim }, tx, now) => {
      if (!isPossible(act, claim.status))
        throw userError(UserErrorCode.ILLEGAL_STATE, whyNot(act, claim.status), ['id']);
      if (fourEyes) await this.fourEyes.require(tx, claim, viewer);
      const publishes = to === 'PUBLISHED';
      const said = publishes ? await this.acknowledgement.require(tx, claim, acknowledged ?? []) : [];
      await this.tellAuthors(tx, act, claim, viewer, now);
      if (changesByProposal(claim.status)) await this.proposals.lapse(tx, claim, reason, { viewer, action }, now);
      return {
        columns: { status: ClaimStatus[to] },
        changes: [{ field: 'status', before: claim.status, after: to }, ...said],
        bearsOnComparison: stands(claim.status) !== stands(to),
      };
    });
  }

  private async tellAuthors(
    tx: Transaction,
    act: ReviewAct,
    claim: StoryKey,
    viewer: ActingViewer,
    now: Date,
  ): Promise<void> {
    const reason = TOLD[act];
    if (!reason) return;
    const authors = await this.authors.findAuthors([claim], tx);
    const about = { type: 'Claim', key: { storyId: claim.storyId, id: claim.id } } as const;
    const notice = { reason, about, commentId: null, actorId: viewer.accountId };
    const to = authors.map(({ accountId }) => accountId);
    await this.notifications.notify(tx, notice, to, now);
  }
}

/** Why an act cannot be done where a claim stands. */
export function whyNot(act: ReviewAct, state: ReviewState): string {
  return `The claim is ${state}; this can be done only where it is ${TRANSITIONS[act].from.join(' or ')}.`;
}
