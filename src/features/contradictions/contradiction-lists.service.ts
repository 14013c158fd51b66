import { Injectable } from '@nestjs/common';
import {
  batchedConnection,
  pageRequest,
  toConnection,
  type ConnectionOf,
  type PageArgs,
} from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { idsOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { toContradiction } from './contradiction.mapper.js';
import {
  CLAIM_CONTRADICTION_ORDER,
  contradictionOrder,
  ContradictionsRepository,
  type ContradictionCriteria,
} from './contradictions.repository.js';
import type { ContradictionFilter, ContradictionListArgs } from './graphql/contradiction.inputs.js';
import type { ContradictionType } from './graphql/contradiction.type.js';

/** Lists of contradictions: of all stories, of one, of a claim. */
@Injectable()
export class ContradictionListsService {
  constructor(private readonly contradictions: ContradictionsRepository) {}

  async list(args: ContradictionListArgs): Promise<ConnectionOf<ContradictionType>> {
    const order = contradictionOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    const page = pageRequest(args, order);
    const rows = await this.contradictions.list(criteria, order, page);
    return toConnection(rows.map(toContradiction), page, cursorIn(order.key), () =>
      this.contradictions.count(criteria),
    );
  }

  listOfStory(
    loaders: Loaders,
    storyId: string,
    args: ContradictionListArgs,
  ): Promise<ConnectionOf<ContradictionType>> {
    const order = contradictionOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    return batchedConnection(loaders, storyId, args, {
      name: `story.contradictions ${JSON.stringify(criteria)}`,
      ordering: order,
      nameOf: String,
      read: (storyIds, page) => this.contradictions.listByStories(storyIds, criteria, order, page),
      ownerOf: (row) => row.storyId,
      toNode: toContradiction,
      cursorOf: cursorIn(order.key),
      count: (storyIds) => this.contradictions.countByStories(storyIds, criteria),
    });
  }

  listOfClaim(
    loaders: Loaders,
    claim: StoryKey,
    filter: ContradictionFilter | null,
    args: PageArgs,
  ): Promise<ConnectionOf<ContradictionType>> {
    const criteria = criteriaOf(filter);
    return batchedConnection(loaders, claim, args, {
      name: `claim.contradictions ${JSON.stringify(criteria)}`,
      ordering: CLAIM_CONTRADICTION_ORDER,
      nameOf: nameOfKey,
      read: (claims, page) => this.contradictions.listByClaims(claims, criteria, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.claimId }),
      toNode: toContradiction,
      cursorOf: (contradiction) => [contradiction.localId],
      count: (claims) => this.contradictions.countByClaims(claims, criteria),
    });
  }
}

function cursorIn(ordering: string): (contradiction: ContradictionType) => string[] {
  const byUpdate = ordering.startsWith('updatedAt');
  return ({ updatedAt, localId }) => (byUpdate ? [updatedAt.toISOString(), localId] : [localId]);
}

function criteriaOf(filter: ContradictionFilter | null): ContradictionCriteria {
  const story = filter?.story ? idsOf('Story', filter.story) : null;
  if (filter?.story && !story) throw badUserInput('story must be the id of a story.', ['filter', 'story']);
  return {
    storyId: story?.id ?? null,
    status: filter?.status ?? null,
    kind: filter?.kind ?? null,
    strength: filter?.strength ?? null,
  };
}
