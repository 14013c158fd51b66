import { Injectable } from '@nestjs/common';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { badUserInput, UserErrorCode, userError } from '../../graphql/errors/index.js';
import { idsOf, notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type StoryKey } from '../../platform/database/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ReviewRequestType } from './graphql/review-request.type.js';
import { ReviewState } from './graphql/review-request.type.js';
import type { ReviewRequestFilter } from './graphql/source-changes.inputs.js';
import { toReviewRequest } from './review-request.mapper.js';
import { REQUEST_ORDER, ReviewRequestsRepository, type ReviewRequestCriteria } from './review-requests.repository.js';
import type { SourceAct } from './source-changes.service.js';

/** The list of what is to be looked at again, and how it gets shorter. */
@Injectable()
export class ReviewRequestsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ReviewRequestsRepository,
    private readonly audit: AuditRepository,
  ) {}

  async list(filter: ReviewRequestFilter | null, args: PageArgs): Promise<ConnectionOf<ReviewRequestType>> {
    const criteria = criteriaOf(filter);
    const page = pageRequest(args, REQUEST_ORDER);
    const rows = await this.repository.list(criteria, page);
    return toConnection(
      rows.map(toReviewRequest),
      page,
      (node) => [node.localId],
      () => this.repository.count(criteria),
    );
  }

  /** @throws UserErrors where it is no longer open */
  async settle({ id, reason, viewer }: SourceAct): Promise<ReviewRequestType> {
    const key = requireIds('ReviewRequest', id, ['id']);
    return this.database.transaction(async (tx) => {
      const now = new Date();
      const row = await this.repository.lock(tx, key);
      if (!row) throw notFound('ReviewRequest', ['id']);
      if (row.state !== ReviewState.OPEN) {
        throw userError(UserErrorCode.ILLEGAL_STATE, 'Nobody has to look at this any more.', ['id']);
      }
      await this.repository.settle(tx, key, reason, viewer.accountId, now);
      const { storyId, id: objectId } = key;
      const before = { state: row.state, claimId: row.claimId, reason: row.reason };
      const after = { state: ReviewState.SETTLED, note: reason };
      const entry = { viewer, action: 'reviewRequestSettle', objectType: 'ReviewRequest', objectId, storyId } as const;
      await this.audit.append(tx, { ...entry, before, after }, now);
      return toReviewRequest({
        ...row,
        state: ReviewState.SETTLED,
        note: reason,
        settledById: viewer.accountId,
        settledAt: now,
      });
    });
  }
}

function criteriaOf(filter: ReviewRequestFilter | null): ReviewRequestCriteria {
  return {
    storyId: filter?.story ? named('Story', filter.story, 'story').id : null,
    claim: filter?.claim ? scoped('Claim', filter.claim, 'claim') : null,
    source: filter?.source ? scoped('Source', filter.source, 'source') : null,
    reason: filter?.reason ?? null,
    state: filter?.state ?? null,
  };
}

function named(type: 'Story', id: string, field: string): { readonly id: string } {
  return idsOf(type, id) ?? refuse(type, field);
}

function scoped(type: 'Claim' | 'Source', id: string, field: string): StoryKey {
  return idsOf(type, id) ?? refuse(type, field);
}

function refuse(type: string, field: string): never {
  throw badUserInput(`${field} must be the id of a ${type.toLowerCase()}.`, ['filter', field]);
}
