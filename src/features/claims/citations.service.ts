import { Injectable } from '@nestjs/common';
import { changesByProposal } from '../../domain/review/transitions.js';
import {
  batchedConnection,
  carriedConnection,
  type BatchedList,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { keyOf, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, nameOfKey, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { RevisionsRepository, type FieldChange } from '../revisions/index.js';
import { CITATION_ORDER, CitationsRepository, type CitationOwner } from './citations.repository.js';
import { CITATION_SHAPE, type CitationRow } from './citation.shape.js';
import { CitingService } from './citing.service.js';
import { citedAlready, ClaimContentService, uncitedChanges } from './claim-content.service.js';
import { toCitation } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import type { CitationAddInput } from './graphql/citation.inputs.js';
import type { CitationType } from './graphql/citation.type.js';
import type { ClaimType } from './graphql/claim.type.js';
import { HeldClaimsService } from './held-claims.service.js';
import type { ProposalRow } from './proposals.repository.js';
import { ProposingService } from './proposing.service.js';

/** What became of a claim that was cited once more or less. */
export interface CitedClaim {
  /** Null where it is only proposed. */
  readonly citation: CitationRow | null;
  readonly claim: ClaimRow;
  readonly proposal?: ProposalRow;
}

/** The places where claims are made: lists, additions, removals. */
@Injectable()
export class CitationsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly citations: CitationsRepository,
    private readonly citing: CitingService,
    private readonly content: ClaimContentService,
    private readonly proposing: ProposingService,
    private readonly held: HeldClaimsService,
    private readonly revisions: RevisionsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /** A page of a claim's citations: those that came with the claim, where it was read for just this page. */
  listOfClaim(
    loaders: Loaders,
    claim: ClaimType,
    args: PageArgs,
  ): ConnectionOf<CitationType> | Promise<ConnectionOf<CitationType>> {
    const { storyId } = claim;
    const list = this.listOf('claim');
    const carried = CITATION_SHAPE.rowsFrom(claim, 'citations', { storyId });
    if (carried) return carriedConnection(loaders, keyOf(claim), args, list, carried.map(toCitation));
    return batchedConnection(loaders, keyOf(claim), args, list);
  }

  /** A page of the citations of a source. */
  listOfSource(loaders: Loaders, source: StoryKey, args: PageArgs): Promise<ConnectionOf<CitationType>> {
    return batchedConnection(loaders, source, args, this.listOf('source'));
  }

  private listOf(owner: CitationOwner): BatchedList<StoryKey, CitationRow, CitationType> {
    return {
      name: `${owner}.citations`,
      ordering: CITATION_ORDER,
      nameOf: nameOfKey,
      read: (keys, page) => this.citations.listByOwners(owner, keys, page),
      ownerOf: (row: CitationRow) =>
        nameOfKey({ storyId: row.storyId, id: owner === 'claim' ? row.claimId : row.sourceId }),
      toNode: toCitation,
      cursorOf: (citation) => [citation.localId],
      count: (keys) => this.citations.countByOwners(owner, keys),
    };
  }

  /**
   * Adds a citation; proposes it where the claim is published.
   * @throws UserErrors where the claim is not there, the citation cannot stand or is there already
   */
  async add({ claim, citation }: CitationAddInput, viewer: ActingViewer): Promise<CitedClaim> {
    const key = requireIds('Claim', claim, ['input', 'claim']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const field = ['input', 'citation'];
      const held = await this.held.hold(tx, key, ['input', 'claim'], now);
      const checked = await this.citing.check(tx, key.storyId, [{ input: citation, field }], viewer, now);
      if (changesByProposal(held.claim.status)) {
        const cited = [{ claim: held.claim, citations: checked }];
        const [proposal] = await this.proposing.proposeCitations(tx, cited, viewer, now);
        if (!proposal) throw citedAlready(field);
        const { storyId, id: objectId, kind } = proposal;
        const record = { objectType: 'ClaimProposal', objectId, storyId, after: { claimId: key.id, kind } } as const;
        await this.audit.append(tx, { viewer, action: 'citationAdd', ...record }, now);
        return { citation: null, claim: held.claim, proposal };
      }
      const { added, changes } = await this.content.cite(tx, held, checked, field, now);
      await this.revise(tx, held.claim, changes, null, viewer, now);
      const { storyId, id: objectId } = added[0] ?? key;
      const record = { objectType: 'Citation', objectId, storyId, after: { claimId: key.id } } as const;
      await this.audit.append(tx, { viewer, action: 'citationAdd', ...record }, now);
      const [row] = await this.citations.findByKeys(added, tx);
      if (!row) throw new Error('A citation that was just written is not there.');
      return { citation: row, claim: await this.reread(tx, key) };
    });
  }

  /**
   * Removes a citation; proposes that where the claim is published.
   * @throws UserErrors where the citation is not there, or is the last on which its claim stands
   */
  async remove(id: string, reason: string, viewer: ActingViewer): Promise<Omit<CitedClaim, 'citation'>> {
    const key = requireIds('Citation', id, ['id']);
    const act = { viewer, action: 'citationRemove' };
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const [named] = await this.citations.findByKeys([key], tx);
      if (!named) throw notFound('Citation', ['id']);
      const claimKey = { storyId: key.storyId, id: named.claimId };
      const held = await this.held.hold(tx, claimKey, ['id'], now);
      // Somebody may have removed it before the question was locked.
      const citation = await this.content.removable(tx, key);
      if (changesByProposal(held.claim.status)) {
        const change = { kind: 'UNCITE', citationId: key.id } as const;
        const proposal = { change, changes: uncitedChanges(citation), touches: [`citation ${key.id}`], reason };
        return { claim: held.claim, proposal: await this.proposing.propose(tx, held.claim, proposal, act, now) };
      }
      const { changes } = await this.content.uncite(tx, held, citation, now);
      await this.revise(tx, held.claim, changes, reason, viewer, now);
      const { quoteExact, sourceId, claimantId, certainty, saidOn } = citation;
      const before = { claimId: claimKey.id, sourceId, quoteExact, claimantId, certainty, saidOn };
      const record = {
        objectType: 'Citation',
        objectId: key.id,
        storyId: key.storyId,
        before,
        after: { reason },
      } as const;
      await this.audit.append(tx, { ...act, ...record }, now);
      return { claim: await this.reread(tx, claimKey) };
    });
  }

  private async reread(tx: Transaction, key: StoryKey): Promise<ClaimRow> {
    const [claim] = await this.claims.findByKeys([key], tx);
    if (!claim) throw new Error('The claim of a citation is not there.');
    return claim;
  }

  private async revise(
    tx: Transaction,
    claim: ClaimRow,
    changes: readonly FieldChange[],
    reason: string | null,
    { accountId: actorId }: ActingViewer,
    now: Date,
  ): Promise<void> {
    const revision = { version: claim.version + 1, changes, reason, actorId, createdAt: now };
    await this.revisions.append(tx, 'claim', claim, revision);
  }
}
