import { Injectable } from '@nestjs/common';
import type { StoryKey, Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ProposalsRepository, ProposalStatus, type ProposalEnding, type ProposalRow } from '../claims/index.js';
import { NotificationReason, NotificationsService } from '../notifications/index.js';

/** What the author of a proposal is told of its end. */
const TOLD: Readonly<Record<ProposalEnding['status'], NotificationReason>> = {
  ACCEPTED: NotificationReason.PROPOSAL_ACCEPTED,
  REJECTED: NotificationReason.PROPOSAL_REJECTED,
  SUPERSEDED: NotificationReason.PROPOSAL_ENDED,
  WITHDRAWN: NotificationReason.PROPOSAL_ENDED,
  LAPSED: NotificationReason.PROPOSAL_ENDED,
};

/** By which mutation proposals end, and whose act it is. */
export interface EndingAct {
  readonly viewer: ActingViewer;
  readonly action: string;
}

/** The one way in which proposals cease to wait: once, on record, and told to their authors. */
@Injectable()
export class ProposalEndingsService {
  constructor(
    private readonly proposals: ProposalsRepository,
    private readonly audit: AuditRepository,
    private readonly notifications: NotificationsService,
  ) {}

  /** Ends proposals that wait, in a transaction that has locked their claim's question. */
  async end(
    tx: Transaction,
    rows: readonly ProposalRow[],
    what: Pick<ProposalEnding, 'status' | 'note'> & { readonly madeVersion?: number },
    { viewer, action }: EndingAct,
    now: Date,
  ): Promise<void> {
    if (rows.length === 0) return;
    const { status, note, madeVersion = null } = what;
    await this.proposals.end(tx, rows, { status, note, madeVersion, decidedById: viewer.accountId }, now);
    const events = rows.map(({ storyId, id: objectId, claimId, status: was }) => {
      const change = { before: { status: was, claimId }, after: { status, note, ...(madeVersion && { madeVersion }) } };
      return { viewer, action, objectType: 'ClaimProposal' as const, objectId, storyId, ...change };
    });
    await this.audit.appendAll(tx, events, now);
    for (const { storyId, claimId, authorId } of rows) {
      const about = { type: 'Claim', key: { storyId, id: claimId } } as const;
      const notice = { reason: TOLD[status], about, commentId: null, actorId: viewer.accountId };
      await this.notifications.notify(tx, notice, [authorId], now);
    }
  }

  /** Ends all that wait for a claim that ceases to be published: there is nothing any more that they would change. */
  async lapse(tx: Transaction, claim: StoryKey, note: string | null, act: EndingAct, now: Date): Promise<void> {
    const waiting = await this.proposals.findPending(tx, claim);
    await this.end(tx, waiting, { status: ProposalStatus.LAPSED, note }, act, now);
  }
}
