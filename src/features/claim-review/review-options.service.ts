import { Injectable } from '@nestjs/common';
import { isPossible, REVIEW_ACTS, TRANSITIONS, type ReviewAct } from '../../domain/review/transitions.js';
import { UserErrorCode } from '../../graphql/errors/index.js';
import { keyOf } from '../../graphql/node/index.js';
import { acting, includes, Role, type GraphqlContext } from '../auth/index.js';
import type { ClaimType } from '../claims/index.js';
import { whyNot } from './claim-review.service.js';
import { FourEyesService, OWN_WORK } from './four-eyes.service.js';
import { ReviewActEnum, type ReviewOptionType } from './graphql/claim-review.types.js';

/** What somebody could do about a claim, and why not what they could not. */
@Injectable()
export class ReviewOptionsService {
  constructor(private readonly fourEyes: FourEyesService) {}

  /** One for each act, in one order; none for those who only read. */
  async list(claim: ClaimType, context: GraphqlContext): Promise<ReviewOptionType[]> {
    if (!includes(context.viewer.role, Role.CONTRIBUTOR)) return [];
    return Promise.all(REVIEW_ACTS.map((act) => this.option(act, claim, context)));
  }

  private async option(act: ReviewAct, claim: ClaimType, context: GraphqlContext): Promise<ReviewOptionType> {
    const { role, fourEyes } = TRANSITIONS[act];
    const { loaders, viewer } = context;
    if (!isPossible(act, claim.status)) return refused(act, UserErrorCode.ILLEGAL_STATE, whyNot(act, claim.status));
    if (!includes(viewer.role, Role[role])) {
      return refused(act, UserErrorCode.NOT_ALLOWED, `This needs the role ${role} or a higher one.`);
    }
    const isAllowed = !fourEyes || (await this.fourEyes.holds(loaders, keyOf(claim), acting(viewer)));
    if (!isAllowed) return refused(act, UserErrorCode.OWN_WORK, OWN_WORK);
    return { act: ReviewActEnum[act], allowed: true, code: null, reason: null };
  }
}

function refused(act: ReviewAct, code: UserErrorCode, reason: string): ReviewOptionType {
  return { act: ReviewActEnum[act], allowed: false, code, reason };
}
