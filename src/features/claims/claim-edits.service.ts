import { Injectable } from '@nestjs/common';
import { changesByProposal, stands } from '../../domain/review/transitions.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import type { ActingViewer } from '../auth/index.js';
import { ClaimContentService } from './claim-content.service.js';
import { rankEdit } from './claim-rankings.service.js';
import { ClaimVersionsService, type ClaimEdit } from './claim-versions.service.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import type { WrittenClaim } from './claims.service.js';
import { touchesOf, type ContentChange } from './content-change.js';
import type { Rank } from './graphql/claim.enums.js';
import type { ClaimUpdateInput } from './graphql/claim.inputs.js';
import { HeldClaimsService, type HeldClaim } from './held-claims.service.js';
import { ProposingService } from './proposing.service.js';

/** One act on a claim: which version it was made from, and why. */
export interface ClaimAct {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
  /** The mutation's name, for the record. */
  readonly action: string;
  readonly reason: string | null;
}

/** What an act makes of a claim; with what to keep of it where it changes what the claim says, and can so be proposed. */
type ActedEdit = ClaimEdit & { readonly content?: ContentChange };

/** Changes of claims that are there: each makes the claim's next version and examines its contradictions again. */
@Injectable()
export class ClaimEditsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly held: HeldClaimsService,
    private readonly content: ClaimContentService,
    private readonly proposing: ProposingService,
    private readonly versions: ClaimVersionsService,
  ) {}

  /**
   * Changes what a claim says; proposes it where the claim is published.
   * @throws UserErrors where the input cannot stand, or another claim of the story says the same already
   */
  async update(act: ClaimAct, input: ClaimUpdateInput): Promise<WrittenClaim> {
    return this.edit(act, async (held, tx) => {
      requireStanding(held.claim);
      return { ...(await this.content.rewrite(tx, held, input)), content: { kind: 'REWRITE', input } };
    });
  }

  async rank(act: ClaimAct, rank: Rank): Promise<WrittenClaim> {
    return this.edit(act, ({ claim }) => rankEdit(claim, rank, act.reason));
  }

  /**
   * One act on a claim as it stands, under the lock on its question. What changes nothing leaves no trace.
   * @param change what the act makes of the claim; refuses by throwing UserErrors
   * @throws UserErrors NOT_FOUND, STALE_VERSION
   */
  async edit(
    act: ClaimAct,
    change: (held: HeldClaim, tx: Transaction, now: Date) => ActedEdit | Promise<ActedEdit>,
  ): Promise<WrittenClaim> {
    const key = requireIds('Claim', act.id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const held = await this.held.hold(tx, key, ['id'], now);
      const { claim, ground } = held;
      await this.held.requireVersion(tx, claim, act.expectedVersion);
      const edit = await change(held, tx, now);
      const real = edit.changes.filter((each) => each.before !== each.after);
      const isSame = real.length === 0 && (edit.columns.identity ?? claim.identity) === claim.identity;
      if (isSame) return { claim, alreadyExisted: true, raised: [] };
      if (edit.content && changesByProposal(claim.status)) {
        const proposal = { change: edit.content, changes: real, touches: touchesOf(real), reason: act.reason };
        return {
          claim,
          alreadyExisted: true,
          raised: [],
          proposal: await this.proposing.propose(tx, claim, proposal, act, now),
        };
      }
      const raised = await this.versions.make(tx, [{ claim, ground, edit: { ...edit, changes: real } }], act, now);
      const [edited] = await this.claims.findByKeys([key], tx);
      if (!edited) throw new Error('A claim that was just changed is not there.');
      return { claim: edited, alreadyExisted: true, raised };
    });
  }
}

/** @throws UserErrors ILLEGAL_STATE where the claim has been refused or withdrawn */
function requireStanding({ status }: ClaimRow): void {
  if (stands(status)) return;
  throw userError(UserErrorCode.ILLEGAL_STATE, `The claim is ${status}; it can be changed once it is reopened.`, [
    'id',
  ]);
}
