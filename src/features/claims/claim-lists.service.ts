import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  carriedConnection,
  pageRequest,
  toConnection,
  type BatchedList,
  type ConnectionOf,
} from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import type { Asked } from '../../platform/reading/index.js';
import type { StoryType } from '../stories/index.js';
import { toClaim } from './claim.mapper.js';
import { CLAIM_SHAPE, type ClaimRow } from './claim.shape.js';
import './story-claims.shape.js';
import { claimOrder, ClaimsRepository, type ClaimCriteria } from './claims.repository.js';
import type { ClaimListArgs } from './graphql/claim.args.js';
import type { ClaimFilter } from './graphql/claim.inputs.js';
import type { ClaimType } from './graphql/claim.type.js';

/** Lists of claims, of all stories or of one. */
@Injectable()
export class ClaimListsService {
  constructor(private readonly claims: ClaimsRepository) {}

  /** @param asked what is asked of each */
  async list(args: ClaimListArgs, asked: Asked): Promise<ConnectionOf<ClaimType>> {
    const order = claimOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    const page = pageRequest(args, order);
    const rows = await this.claims.list(criteria, order, page, asked);
    return toConnection(rows.map(toClaim), page, cursorIn(order.key), () => this.claims.count(criteria));
  }

  /**
   * A page of a story's claims: those that came with the story, where it was read for just this page.
   * @param asked what is asked of each
   */
  listOfStory(
    loaders: Loaders,
    story: StoryType,
    args: ClaimListArgs,
    asked: Asked,
  ): ConnectionOf<ClaimType> | Promise<ConnectionOf<ClaimType>> {
    const storyId = story.localId;
    const order = claimOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    const list: BatchedList<string, ClaimRow, ClaimType> = {
      name: `story.claims ${JSON.stringify(criteria)}`,
      ordering: order,
      nameOf: String,
      read: (storyIds, page) => this.claims.listByStories(storyIds, criteria, order, page, asked),
      ownerOf: (row) => row.storyId,
      toNode: toClaim,
      cursorOf: cursorIn(order.key),
      count: (storyIds) => this.claims.countByStories(storyIds, criteria),
    };
    const carried = CLAIM_SHAPE.rowsFrom(story, 'claims', { storyId });
    if (carried) return carriedConnection(loaders, storyId, args, list, carried.map(toClaim));
    return batchedConnection(loaders, storyId, args, list);
  }
}

function cursorIn(ordering: string): (claim: ClaimType) => string[] {
  const byUpdate = ordering.startsWith('updatedAt');
  return (claim) => (byUpdate ? [claim.updatedAt.toISOString(), claim.localId] : [claim.localId]);
}

function criteriaOf(filter: ClaimFilter | null): ClaimCriteria {
  const story = filter?.story ? idsOf('Story', filter.story) : null;
  if (filter?.story && !story) throw badUserInput('story must be the id of a story.', ['filter', 'story']);
  const subject = filter?.subject ? idsOf('Subject', filter.subject) : null;
  if (filter?.subject && !subject) throw badUserInput('subject must be the id of a subject.', ['filter', 'subject']);
  if (story && subject && story.id !== subject.storyId) {
    throw badUserInput('The subject is of another story.', ['filter', 'subject']);
  }
  return {
    storyId: story?.id ?? subject?.storyId ?? null,
    subjectId: subject?.id ?? null,
    propertyKey: filter?.property ?? null,
    status: filter?.status ?? null,
  };
}
