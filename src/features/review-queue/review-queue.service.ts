import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { encodeId, idsOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { ReviewFilter, ReviewQueueArgs } from './graphql/review.args.js';
import {
  ReviewKind,
  type ReviewCountType,
  type ReviewItemType,
  type ReviewQueueChangeType,
} from './graphql/review.types.js';
import { toReviewItem } from './review-queue.mapper.js';
import {
  canHold,
  isReviewed,
  QUEUE_ORDER,
  ReviewQueueRepository,
  type ReviewCriteria,
  type ReviewItemRow,
} from './review-queue.repository.js';

/** A page of the queue, with what it is a page of. */
export interface ReviewPage extends ConnectionOf<ReviewItemType> {
  readonly criteria: ReviewCriteria;
}

/** What waits for people, in one order. */
@Injectable()
export class ReviewQueueService {
  constructor(private readonly repository: ReviewQueueRepository) {}

  async list(args: ReviewQueueArgs, now: Date): Promise<ReviewPage> {
    const criteria = criteriaOf(args.filter ?? null, now);
    const page = pageRequest(args, QUEUE_ORDER);
    const rows = await this.repository.list(criteria, page);
    const { edges, nodes, pageInfo, totalCount } = toConnection(
      rows.map(toReviewItem),
      page,
      ({ urgency, waitingSince, objectId }) => [urgency, waitingSince.toISOString(), objectId],
      () => this.total(criteria),
    );
    return { edges, nodes, pageInfo, totalCount, criteria };
  }

  /** How many wait of each kind that the criteria let through. */
  async counts(criteria: ReviewCriteria): Promise<ReviewCountType[]> {
    const counts = new Map((await this.repository.countKinds(criteria)).map(({ kind, count }) => [kind, count]));
    return criteria.kinds.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
  }

  /**
   * What became of something that came, changed or left, in a part of the queue.
   * @param told the type of its node and its id, with a space between, as triggers tell them
   * @returns null where nothing of this type can be in that part
   */
  async changed(loaders: Loaders, criteria: ReviewCriteria, told: StoryKey): Promise<ReviewQueueChangeType | null> {
    const [type = '', id = ''] = told.id.split(' ');
    if (!isReviewed(type)) throw new Error(`The review queue has nothing of type ${type}.`);
    if (!canHold(criteria, type)) return null;
    const key = { storyId: told.storyId, id };
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.repository.findByKeys(keys, undefined, criteria);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey);
    };
    const row = await loaders.get<StoryKey, ReviewItemRow | null>('review change', load, nameOfKey).load(key);
    return { id: encodeId(type, key), item: row && toReviewItem(row) };
  }

  private async total(criteria: ReviewCriteria): Promise<number> {
    return (await this.repository.countKinds(criteria)).reduce((sum, { count }) => sum + count, 0);
  }
}

/**
 * @param path of the filter among the arguments
 * @throws GraphQLError BAD_USER_INPUT where an id is none of its kind
 */
export function criteriaOf(
  filter: ReviewFilter | null,
  now: Date,
  path: readonly string[] = ['filter'],
): ReviewCriteria {
  const story = filter?.story ? idsOf('Story', filter.story) : null;
  if (filter?.story && !story) throw badUserInput('story must be the id of a story.', [...path, 'story']);
  const assignee = filter?.assignee ? idsOf('User', filter.assignee) : null;
  if (filter?.assignee && !assignee) throw badUserInput('assignee must be the id of a user.', [...path, 'assignee']);
  const kinds = filter?.kinds && filter.kinds.length > 0 ? filter.kinds : Object.values(ReviewKind);
  const minutes = filter?.minutesWaiting ?? null;
  return {
    kinds: Object.values(ReviewKind).filter((kind) => kinds.includes(kind)),
    storyId: story?.id ?? null,
    assigneeId: assignee?.id ?? null,
    until: minutes === null ? null : new Date(now.getTime() - minutes * 60_000),
  };
}
