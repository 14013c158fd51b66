import { Injectable } from '@nestjs/common';
import { UserErrors } from '../../graphql/errors/index.js';
import { encodeId } from '../../graphql/node/index.js';
import type { Transaction } from '../../platform/database/index.js';
import { Role, type ActingViewer } from '../auth/index.js';
import {
  CitingService,
  ClaimContentService,
  ClaimVersionsService,
  ProposalsRepository,
  type CheckedCitation,
  type CitationInput,
  type HeldClaim,
  type ProposalRow,
} from '../claims/index.js';
import { RevisionsService, type FieldChange } from '../revisions/index.js';

/** What a proposal made of its claim. */
export interface Applied {
  readonly changes: readonly FieldChange[];
  readonly raised: readonly string[];
}

/** Changes claims as was proposed, in the way in which claims that are not published are changed. */
@Injectable()
export class ProposalApplyingService {
  constructor(
    private readonly content: ClaimContentService,
    private readonly citing: CitingService,
    private readonly versions: ClaimVersionsService,
    private readonly proposals: ProposalsRepository,
    private readonly revisions: RevisionsService,
  ) {}

  /** @throws UserErrors where what it would change has changed since, or what it says cannot stand any more */
  async apply(tx: Transaction, held: HeldClaim, proposal: ProposalRow, now: Date): Promise<Applied> {
    const { claim, ground } = held;
    const change = proposal.input;
    switch (change.kind) {
      case 'REWRITE': {
        await this.requireUntouched(tx, held, proposal);
        const edit = await this.content.rewrite(tx, held, change.input);
        const changes = edit.changes.filter(({ before, after }) => before !== after);
        const raised = await this.versions.write(tx, [{ claim, ground, edit }], now);
        return { changes, raised };
      }
      case 'CITE': {
        const author = { accountId: proposal.authorId, role: Role.CONTRIBUTOR };
        const checked = await this.check(tx, claim.storyId, change.citations, author, now);
        return this.content.cite(tx, held, checked, ['id'], now);
      }
      case 'UNCITE': {
        const citation = await this.content.removable(tx, { storyId: claim.storyId, id: change.citationId });
        return this.content.uncite(tx, held, citation, now);
      }
    }
  }

  /** Finds the quotes again; in a text that has changed since, by what stood around them. */
  private async check(
    tx: Transaction,
    storyId: string,
    citations: readonly CitationInput[],
    author: ActingViewer,
    now: Date,
  ): Promise<CheckedCitation[]> {
    const check = (inputs: readonly CitationInput[]) =>
      this.citing.check(
        tx,
        storyId,
        inputs.map((input) => ({ input, field: ['id'] })),
        author,
        now,
      );
    try {
      return await check(
        citations.map(({ quote: { exact, start = null }, ...rest }) => ({ ...rest, quote: { exact, start } })),
      );
    } catch (error) {
      if (!(error instanceof UserErrors)) throw error;
      return check(
        citations.map(({ quote: { exact, prefix = null, suffix = null }, ...rest }) => ({
          ...rest,
          quote: { exact, prefix, suffix },
        })),
      );
    }
  }

  private async requireUntouched(tx: Transaction, { claim }: HeldClaim, proposal: ProposalRow): Promise<void> {
    if ((await this.proposals.findStale([proposal], tx)).length === 0) return;
    const { version, statement, status } = claim;
    const [what, now] = [`claim ${encodeId('Claim', claim)}`, `"${statement}", ${status}`];
    throw await this.revisions.stale(tx, 'claim', claim, { expected: proposal.baseVersion, version, what, now });
  }
}
