import { Injectable } from '@nestjs/common';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { decodeId } from '../../graphql/node/index.js';
import { Database, Prisma, type StoryKey } from '../../platform/database/index.js';
import { includes, Role, type ActingViewer } from '../auth/index.js';
import { isByOthers, isProposedByOthers } from '../claim-review/index.js';
import type { ReviewFilter } from './graphql/review.args.js';
import { ReviewKind, type ReviewItemType } from './graphql/review.types.js';
import { isFree, ReviewLeasesRepository } from './review-leases.repository.js';
import { toReviewItem } from './review-queue.mapper.js';
import { ReviewQueueRepository, type ReviewedType, type ReviewItemRow } from './review-queue.repository.js';
import { criteriaOf } from './review-queue.service.js';

/** What contributors decide on; all else is for editors. */
const OF_CONTRIBUTORS: readonly ReviewKind[] = [ReviewKind.SUGGESTION];

/**
 * Hands out the queue, so that two who ask at once get different items. Leases are neither locks nor part of the record:
 * whoever may act on something acts, whoever has it at hand.
 */
@Injectable()
export class ReviewLeasesService {
  constructor(
    private readonly database: Database,
    private readonly queue: ReviewQueueRepository,
    private readonly leases: ReviewLeasesRepository,
  ) {}

  /**
   * The first item that the asker may decide on and nobody else has at hand; null where there is none. One that the asker
   * has already comes again, unless it is passed over.
   */
  async next(
    viewer: ActingViewer,
    filter: ReviewFilter | null,
    except: readonly string[],
  ): Promise<ReviewItemType | null> {
    const { accountId } = viewer;
    const criteria = criteriaOf(filter, new Date());
    const kinds = criteria.kinds.filter((kind) => mayDecideOn(viewer, kind));
    const passed = except.flatMap((id) => decodeId(id)?.id ?? []);
    return this.database.transaction(async (tx) => {
      await this.leases.queueUp(tx);
      await this.leases.clear(tx);
      const row = await this.queue.first(
        tx,
        { ...criteria, kinds },
        (type) => Prisma.sql`${isFree(accountId)} AND t.id <> ALL(${passed}::uuid[])
          AND ${isOfOthers(type, accountId)}`,
      );
      if (!row) return null;
      await this.leases.take(tx, row, row.type, accountId);
      const [leased] = await this.queue.findByKeys([row], tx);
      return leased ? toReviewItem(leased) : null;
    });
  }

  /**
   * Gives the asker an item, or more time with it.
   * @throws UserErrors where it does not wait, or somebody else has it at hand
   */
  async renew({ accountId }: ActingViewer, id: string): Promise<ReviewItemType> {
    const key = requireItem(id);
    return this.database.transaction(async (tx) => {
      await this.leases.queueUp(tx);
      const [row] = await this.queue.findByKeys([key], tx);
      if (!row) throw userError(UserErrorCode.ILLEGAL_STATE, 'This does not wait for anybody.', ['id']);
      if (!(await this.leases.take(tx, key, row.type, accountId))) throw atHand(row);
      const [leased] = await this.queue.findByKeys([key], tx);
      if (!leased) throw new Error('An item that was just leased is not there.');
      return toReviewItem(leased);
    });
  }

  /** Gives an item back; nothing happens where the asker does not have it. Null where it does not wait any more. */
  async release({ accountId }: ActingViewer, id: string): Promise<ReviewItemType | null> {
    const key = requireItem(id);
    return this.database.transaction(async (tx) => {
      await this.leases.giveBack(tx, key, accountId);
      const [row] = await this.queue.findByKeys([key], tx);
      return row ? toReviewItem(row) : null;
    });
  }
}

/** Whether row `t` is nothing that this account, or whoever answers for it, would decide on as its own. */
function isOfOthers(type: ReviewedType, accountId: string): Prisma.Sql {
  if (type === 'Claim') return isByOthers(Prisma.sql`t.story_id`, Prisma.sql`t.id`, accountId);
  return type === 'ClaimProposal' ? isProposedByOthers(Prisma.sql`t.author_id`, accountId) : Prisma.sql`TRUE`;
}

function mayDecideOn({ role }: ActingViewer, kind: ReviewKind): boolean {
  return includes(role, OF_CONTRIBUTORS.includes(kind) ? Role.CONTRIBUTOR : Role.EDITOR);
}

/** @throws UserErrors NOT_FOUND or WRONG_TYPE */
function requireItem(id: string): StoryKey {
  const decoded = decodeId(id);
  if (!decoded) throw userError(UserErrorCode.NOT_FOUND, 'There is nothing with this id.', ['id']);
  if (REVIEWED.includes(decoded.type) && decoded.storyId !== undefined)
    return { storyId: decoded.storyId, id: decoded.id };
  const message = `This id is one of type ${decoded.type}; only what people decide on waits: ${REVIEWED.join(', ')}.`;
  throw userError(UserErrorCode.WRONG_TYPE, message, ['id']);
}

const REVIEWED: readonly string[] = ['Claim', 'Contradiction', 'ReviewRequest', 'ClaimSuggestion', 'ClaimProposal'];

function atHand({ lease }: ReviewItemRow) {
  const until = lease ? ` until ${new Date(lease.expiresAt).toISOString()}` : '';
  return userError(UserErrorCode.ILLEGAL_STATE, `Somebody else has this at hand${until}.`, ['id']);
}
