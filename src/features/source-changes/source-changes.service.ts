import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Prisma, type StoryKey, type Transaction } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { DocumentsService } from '../imports/index.js';
import { SourcesRepository, SourceStatus, type SourceRow } from '../sources/index.js';
import { ReviewReason } from './graphql/review-request.type.js';
import { NewTextService, type TextOutcome } from './new-text.service.js';
import { QuotesRepository } from './quotes.repository.js';
import { ReviewRequestsRepository } from './review-requests.repository.js';

/** A source after a change, and what came of it. */
export interface ChangedSource extends Pick<TextOutcome, 'raised'> {
  readonly source: SourceRow;
  /** Null where its text was not looked at. */
  readonly changes: TextOutcome['changes'] | null;
}

/** What an editor does to a source, and why. */
export interface SourceAct {
  readonly id: string;
  readonly reason: string;
  readonly viewer: ActingViewer;
}

/** What the work on a locked source gives, and what the record says of it. */
interface Work extends Pick<TextOutcome, 'raised'> {
  readonly changes?: TextOutcome['changes'];
  readonly after: Prisma.InputJsonObject;
}

/** Sources that change after claims rest on them. */
@Injectable()
export class SourceChangesService {
  constructor(
    private readonly database: Database,
    private readonly documents: DocumentsService,
    private readonly sources: SourcesRepository,
    private readonly newText: NewTextService,
    private readonly quotes: QuotesRepository,
    private readonly requests: ReviewRequestsRepository,
    private readonly audit: AuditRepository,
  ) {}

  /**
   * Fetches a source's address again, and keeps its text where that has changed.
   * @throws UserErrors where the source has no address, or the address gives nothing that can be read
   */
  async refresh(id: string, viewer: ActingViewer): Promise<ChangedSource> {
    const key = requireIds('Source', id, ['id']);
    const [source] = await this.sources.findByKeys([key]);
    if (!source) throw notFound('Source', ['id']);
    if (source.url === null) {
      const message = 'The source has no address to look at. Give its new text with sourceCorrect.';
      throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
    }
    const { document } = await this.documents.fetch(source.url, null, ['id']);
    return this.change(key, viewer, 'sourceRefresh', async (tx, _source, now) => {
      const outcome = await this.newText.apply(tx, key, document.text, document.mediaType, now);
      return { ...outcome, after: recordOf(outcome) };
    });
  }

  /**
   * Marks a source as corrected by its publisher, with its new text where that is given.
   * @throws UserErrors where it has been retracted
   */
  async correct({ id, reason, viewer }: SourceAct, text: string | null): Promise<ChangedSource> {
    const key = requireIds('Source', id, ['id']);
    return this.change(key, viewer, 'sourceCorrect', async (tx, source, now) => {
      if (source.status === SourceStatus.RETRACTED) throw illegal('The source has been retracted; reinstate it first.');
      const outcome = text === null ? null : await this.newText.apply(tx, key, text, 'text/plain', now);
      await this.sources.setStatus(tx, key, SourceStatus.CORRECTED, reason);
      const raised = await this.raise(tx, key, [ReviewReason.SOURCE_CORRECTED, ReviewReason.ORIGIN_CORRECTED], now);
      const all = [...(outcome?.raised ?? []), ...raised];
      const after = {
        status: SourceStatus.CORRECTED,
        reason,
        ...(outcome && recordOf(outcome)),
        reviewRequests: all.length,
      };
      return { ...(outcome && { changes: outcome.changes }), raised: all, after };
    });
  }

  /** @throws UserErrors where it has been retracted already */
  async retract({ id, reason, viewer }: SourceAct): Promise<ChangedSource> {
    const key = requireIds('Source', id, ['id']);
    return this.change(key, viewer, 'sourceRetract', async (tx, source, now) => {
      if (source.status === SourceStatus.RETRACTED) throw illegal('The source has been retracted already.');
      await this.sources.setStatus(tx, key, SourceStatus.RETRACTED, reason);
      const raised = await this.raise(tx, key, [ReviewReason.SOURCE_RETRACTED, ReviewReason.ORIGIN_RETRACTED], now);
      return { raised, after: { status: SourceStatus.RETRACTED, reason, reviewRequests: raised.length } };
    });
  }

  /**
   * Takes a correction or retraction back; what it put up for review and nobody has settled lapses.
   * @throws UserErrors where there is none
   */
  async reinstate({ id, reason, viewer }: SourceAct): Promise<ChangedSource> {
    const key = requireIds('Source', id, ['id']);
    return this.change(key, viewer, 'sourceReinstate', async (tx, source) => {
      if (source.status === SourceStatus.ACTIVE) throw illegal('The source has been neither corrected nor retracted.');
      await this.sources.setStatus(tx, key, SourceStatus.ACTIVE, null);
      await this.requests.lapseCausedBy(tx, key);
      return { raised: [], after: { status: SourceStatus.ACTIVE, reason } };
    });
  }

  /** Runs work on a source while nobody else changes or quotes it, and records it. */
  private async change(
    key: StoryKey,
    viewer: ActingViewer,
    action: string,
    work: (tx: Transaction, source: SourceRow, now: Date) => Promise<Work>,
  ): Promise<ChangedSource> {
    return this.database.transaction(async (tx) => {
      const now = new Date();
      await this.sources.lockStory(tx, key.storyId);
      const source = await this.sources.lock(tx, key);
      if (!source) throw notFound('Source', ['id']);
      const { after, changes, raised } = await work(tx, source, now);
      const { storyId, id: objectId } = key;
      const before = { status: source.status, statusReason: source.statusReason };
      await this.audit.append(tx, { viewer, action, objectType: 'Source', objectId, storyId, before, after }, now);
      const [changed] = await this.sources.findByKeys([key], tx);
      return { source: changed ?? source, changes: changes ?? null, raised };
    });
  }

  /** Puts up for review what rests on a source, and what rests on its reprints. */
  private async raise(
    tx: Transaction,
    cause: StoryKey,
    [own, derived]: readonly [ReviewReason, ReviewReason],
    now: Date,
  ): Promise<StoryKey[]> {
    const { storyId, id: causeId } = cause;
    const reprints = await this.sources.findDerived(tx, cause);
    const citations = await this.quotes.findStanding(tx, storyId, [causeId, ...reprints]);
    const requests = citations.map(({ id: citationId, claimId, sourceId }) => ({
      storyId,
      claimId,
      citationId,
      sourceId,
      causeId,
      reason: sourceId === causeId ? own : derived,
      sameSurroundings: null,
    }));
    return this.requests.insert(tx, requests, now);
  }
}

function recordOf({ snapshotId, changes, raised }: TextOutcome): Prisma.InputJsonObject {
  return { snapshotId, changes: changes.length, reviewRequests: raised.length };
}

function illegal(message: string): Error {
  return userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
}
