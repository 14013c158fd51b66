import { Injectable } from '@nestjs/common';
import { nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import type { ReviewRequestType } from './graphql/review-request.type.js';
import { toReviewRequest } from './review-request.mapper.js';
import { ReviewRequestsRepository } from './review-requests.repository.js';

/** Requests by key, many in one statement. */
@Injectable()
export class ReviewRequestLoader {
  constructor(private readonly repository: ReviewRequestsRepository) {}

  load(loaders: Loaders, key: StoryKey): Promise<ReviewRequestType | null> {
    const load = async (keys: readonly StoryKey[]) => {
      const rows = await this.repository.findByKeys(keys);
      return inOrderOf(keys, rows, nameOfKey, nameOfKey).map((row) => row && toReviewRequest(row));
    };
    return loaders.get<StoryKey, ReviewRequestType | null>('reviewRequest', load, nameOfKey).load(key);
  }
}
