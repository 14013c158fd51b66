import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  carriedConnection,
  type BatchedList,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { keyOf, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, nameOfKey, type StoryKey, type Transaction } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DetectionService } from '../detection/index.js';
import { RevisionsRepository, type FieldChange } from '../revisions/index.js';
import { CITATION_ORDER, CitationsRepository, type CitationOwner } from './citations.repository.js';
import { CITATION_SHAPE, type CitationRow } from './citation.shape.js';
import { citedChanges, CitingService } from './citing.service.js';
import { ClaimWritesRepository } from './claim-writes.repository.js';
import { toCitation } from './claim.mapper.js';
import { ClaimsRepository } from './claims.repository.js';
import type { ClaimRow } from './claim.shape.js';
import type { CitationAddInput } from './graphql/citation.inputs.js';
import type { CitationType } from './graphql/citation.type.js';
import type { ClaimType } from './graphql/claim.type.js';
import { HeldClaimsService } from './held-claims.service.js';

/** The places where claims are made: lists, additions, removals. */
@Injectable()
export class CitationsService {
  constructor(
    private readonly database: Database,
    private readonly claims: ClaimsRepository,
    private readonly citations: CitationsRepository,
    private readonly citing: CitingService,
    private readonly writes: ClaimWritesRepository,
    private readonly held: HeldClaimsService,
    private readonly revisions: RevisionsRepository,
    private readonly detection: DetectionService,
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

  /** @throws UserErrors where the claim is not there, the citation cannot stand or is there already */
  async add(
    { claim, citation }: CitationAddInput,
    viewer: ActingViewer,
  ): Promise<{ citation: CitationRow; claim: ClaimRow }> {
    const key = requireIds('Claim', claim, ['input', 'claim']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const { claim: held, ground } = await this.held.hold(tx, key, ['input', 'claim'], now);
      const checked = await this.citing.check(
        tx,
        key.storyId,
        [{ input: citation, field: ['input', 'citation'] }],
        viewer,
        now,
      );
      const [added] = await this.citing.add(tx, key, checked, false, now);
      if (!added) {
        throw userError(UserErrorCode.ALREADY_EXISTS, 'The claim has this citation already.', ['input', 'citation']);
      }
      await this.detection.examine(tx, ground, key.id, now);
      await this.detection.markNewEvidence(tx, key.storyId, [key.id], now);
      await this.revise(tx, held, citedChanges([added]), null, viewer, now);
      const { storyId, id: objectId } = added;
      const after = { claimId: key.id };
      await this.audit.append(
        tx,
        { viewer, action: 'citationAdd', objectType: 'Citation', objectId, storyId, after },
        now,
      );
      const [row] = await this.citations.findByKeys([added], tx);
      const [claimRow] = await this.claims.findByKeys([key], tx);
      if (!row || !claimRow) throw new Error('A citation that was just written is not there.');
      return { citation: row, claim: claimRow };
    });
  }

  /** @throws UserErrors where the citation is not there, or is the last on which its claim stands */
  async remove(id: string, reason: string, viewer: ActingViewer): Promise<ClaimRow> {
    const key = requireIds('Citation', id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const claimKey = { storyId: key.storyId, id: (await this.require(tx, key)).claimId };
      const { claim: held, ground } = await this.held.hold(tx, claimKey, ['id'], now);
      // Somebody may have removed it before the question was locked.
      const citation = await this.require(tx, key);
      if ((await this.citations.countOfClaim(tx, claimKey)) === 1) {
        const message = 'This is the only citation of its claim: retract the claim instead.';
        throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
      }
      await this.writes.dropLead(tx, claimKey);
      await this.citations.remove(tx, key);
      await this.writes.recomputeFacts(tx, claimKey, now);
      await this.detection.examine(tx, ground, claimKey.id, now);
      const { quoteExact, sourceId, claimantId, certainty, saidOn } = citation;
      const changes = [{ field: 'citation', before: quoteExact, after: null }];
      await this.revise(tx, held, changes, reason, viewer, now);
      const before = { claimId: claimKey.id, sourceId, quoteExact, claimantId, certainty, saidOn };
      await this.audit.append(
        tx,
        {
          viewer,
          action: 'citationRemove',
          objectType: 'Citation',
          objectId: key.id,
          storyId: key.storyId,
          before,
          after: { reason },
        },
        now,
      );
      const [claim] = await this.claims.findByKeys([claimKey], tx);
      if (!claim) throw new Error('The claim of a removed citation is not there.');
      return claim;
    });
  }

  private async require(tx: Transaction, key: StoryKey): Promise<CitationRow> {
    const [citation] = await this.citations.findByKeys([key], tx);
    if (!citation) throw notFound('Citation', ['id']);
    return citation;
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
