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
import { idsOf, keyOf } from '../../graphql/node/index.js';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { groupedBy, type Loaders } from '../../platform/loading/index.js';
import type { Asked } from '../../platform/reading/index.js';
import type { ClaimType } from '../claims/index.js';
import { CONTRADICTION_SHAPE, type ContradictionRow } from './contradiction.shape.js';
import { toContradiction } from './contradiction.mapper.js';
import {
  CLAIM_CONTRADICTION_ORDER,
  contradictionOrder,
  ContradictionsRepository,
  type ContradictionCriteria,
} from './contradictions.repository.js';
import type {
  ClaimContradictionArgs,
  ContradictionFilter,
  ContradictionListArgs,
  QuestionContradictionArgs,
} from './graphql/contradiction.inputs.js';
import type { ContradictionType } from './graphql/contradiction.type.js';

/** Lists of contradictions: of all stories, of one, of a claim. */
@Injectable()
export class ContradictionListsService {
  constructor(private readonly contradictions: ContradictionsRepository) {}

  /** @param asked what is asked of each */
  async list(args: ContradictionListArgs, asked: Asked): Promise<ConnectionOf<ContradictionType>> {
    const order = contradictionOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    const page = pageRequest(args, order);
    const rows = await this.contradictions.list(criteria, order, page, asked);
    return toConnection(rows.map(toContradiction), page, cursorIn(order.key), () =>
      this.contradictions.count(criteria),
    );
  }

  /** @param asked what is asked of each */
  listOfStory(
    loaders: Loaders,
    storyId: string,
    args: ContradictionListArgs,
    asked: Asked,
  ): Promise<ConnectionOf<ContradictionType>> {
    const order = contradictionOrder(args.orderBy ?? null);
    const criteria = criteriaOf(args.filter ?? null);
    return batchedConnection(loaders, storyId, args, {
      name: `story.contradictions ${JSON.stringify(criteria)}`,
      ordering: order,
      nameOf: String,
      read: (storyIds, page) => this.contradictions.listByStories(storyIds, criteria, order, page, asked),
      ownerOf: (row) => row.storyId,
      toNode: toContradiction,
      cursorOf: cursorIn(order.key),
      count: (storyIds) => this.contradictions.countByStories(storyIds, criteria),
    });
  }

  /** The contradictions that an answer to a question is in, oldest first: one statement for all questions of a page. */
  listOfQuestion(loaders: Loaders, question: StoryKey, args: QuestionContradictionArgs): Promise<ContradictionType[]> {
    const criteria = criteriaOf(args.filter ?? null);
    const load = async (questions: readonly StoryKey[]) => {
      const rows = await this.contradictions.findByQuestions(questions, criteria);
      const owner = (row: (typeof rows)[number]) => nameOfKey({ storyId: row.storyId, id: row.of });
      return groupedBy(questions, rows, owner, nameOfKey).map((group) => group.map(toContradiction));
    };
    const name = `question.contradictions ${JSON.stringify(criteria)}`;
    return loaders.get<StoryKey, ContradictionType[]>(name, load, nameOfKey).load(question);
  }

  /** A page of a claim's contradictions: those that came with the claim, where it was read for just this page. */
  listOfClaim(
    loaders: Loaders,
    claim: ClaimType,
    args: ClaimContradictionArgs,
  ): ConnectionOf<ContradictionType> | Promise<ConnectionOf<ContradictionType>> {
    const criteria = criteriaOf(args.filter ?? null);
    const list: BatchedList<StoryKey, ContradictionRow & { claimId: string }, ContradictionType> = {
      name: `claim.contradictions ${JSON.stringify(criteria)}`,
      ordering: CLAIM_CONTRADICTION_ORDER,
      nameOf: nameOfKey,
      read: (claims, page) => this.contradictions.listByClaims(claims, criteria, page),
      ownerOf: (row) => nameOfKey({ storyId: row.storyId, id: row.claimId }),
      toNode: toContradiction,
      cursorOf: (contradiction) => [contradiction.localId],
      count: (claims) => this.contradictions.countByClaims(claims, criteria),
    };
    const carried = CONTRADICTION_SHAPE.rowsFrom(claim, 'contradictions', { storyId: claim.storyId });
    if (carried) return carriedConnection(loaders, keyOf(claim), args, list, carried.map(toContradiction));
    return batchedConnection(loaders, keyOf(claim), args, list);
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
