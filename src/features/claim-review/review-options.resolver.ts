import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../auth/index.js';
import { ClaimType } from '../claims/index.js';
import { ReviewOptionType } from './graphql/claim-review.types.js';
import { ReviewOptionsService } from './review-options.service.js';

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ReviewOptionsResolver {
  constructor(private readonly options: ReviewOptionsService) {}

  @ResolveField(() => [ReviewOptionType], {
    description:
      'What the asker could do about where it stands in review, and why not the rest. Empty for those who only read.',
  })
  reviewActs(claim: ClaimType, _args: unknown, context: GraphqlContext): Promise<ReviewOptionType[]> {
    return this.options.list(claim, context);
  }
}
