import { Args, Context, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { acting, Actor, ActorLoader, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import { ProposalListsService } from '../claim-review/index.js';
import { ClaimLoader } from '../claims/index.js';
import { ContradictionLoader } from '../contradictions/index.js';
import { ReviewRequestLoader } from '../source-changes/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import { SuggestionLoader } from '../suggestions/index.js';
import { ReviewItemArgs, ReviewNextArgs, ReviewQueueArgs } from './graphql/review.args.js';
import {
  ReviewCountType,
  ReviewItemConnection,
  ReviewItemPayload,
  ReviewItemType,
  ReviewLeaseType,
  ReviewObjectUnion,
  type ReviewObject,
} from './graphql/review.types.js';
import { LEASE_MINUTES } from './lease-minutes.js';
import { ReviewLeasesService } from './review-leases.service.js';
import { ReviewQueueService, type ReviewPage } from './review-queue.service.js';

@Resolver()
export class ReviewQueueResolver {
  constructor(
    private readonly queue: ReviewQueueService,
    private readonly leases: ReviewLeasesService,
  ) {}

  @Allow(Role.CONTRIBUTOR)
  @Query(() => ReviewItemConnection, {
    description:
      'All that waits for a person, the most urgent first, and of equals what has waited longest: submitted claims; changes to what published claims say; claims that cannot both hold, the better attested on every side the sooner; claims whose quotes or sources are not as they were; settled contradictions that evidence came to; published claims found made elsewhere too; what may be reconciled; suggestions.',
    complexity: 10,
  })
  reviewQueue(@Args() args: ReviewQueueArgs): Promise<ReviewPage> {
    return this.queue.list(args, new Date());
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ReviewItemPayload, {
    description: `Hands out the first item that the caller may decide on and that nobody else has at hand, for ${LEASE_MINUTES} minutes: no claim that the caller wrote a part of, nothing that the caller proposed, and for contributors suggestions only. What the caller has at hand already comes again unless it is passed over. Nobody is kept from acting on it.`,
  })
  async reviewNext(
    @Args() { filter, except }: ReviewNextArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ReviewItemPayload>> {
    return { reviewItem: await this.leases.next(acting(viewer), filter ?? null, except ?? []) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ReviewItemPayload, {
    description: `Gives the caller ${LEASE_MINUTES} minutes more with an item, or takes it where nobody has it at hand.`,
  })
  async reviewRenew(
    @Args() { id }: ReviewItemArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ReviewItemPayload>> {
    return { reviewItem: await this.leases.renew(acting(viewer), id) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ReviewItemPayload, { description: 'Gives an item back, so that others can be handed it.' })
  async reviewRelease(
    @Args() { id }: ReviewItemArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ReviewItemPayload>> {
    return { reviewItem: await this.leases.release(acting(viewer), id) };
  }
}

@Resolver(() => ReviewItemConnection)
export class ReviewPagesResolver {
  constructor(private readonly queue: ReviewQueueService) {}

  @ResolveField(() => [ReviewCountType], {
    description: 'How many wait of each kind that the filter lets through. Counted only when asked for.',
    complexity: 100,
  })
  counts({ criteria }: ReviewPage): Promise<ReviewCountType[]> {
    return this.queue.counts(criteria);
  }
}

@Resolver(() => ReviewItemType)
export class ReviewItemsResolver {
  constructor(
    private readonly stories: StoryLoader,
    private readonly claims: ClaimLoader,
    private readonly contradictions: ContradictionLoader,
    private readonly requests: ReviewRequestLoader,
    private readonly suggestions: SuggestionLoader,
    private readonly proposals: ProposalListsService,
  ) {}

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story({ storyId }: ReviewItemType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> {
    return this.stories.story(loaders, storyId);
  }

  @ResolveField(() => ReviewObjectUnion, { description: 'What is to be decided on.' })
  object(
    { type, storyId, objectId }: ReviewItemType,
    _args: unknown,
    { loaders, viewer }: GraphqlContext,
  ): Promise<ReviewObject | null> {
    const key = { storyId, id: objectId };
    switch (type) {
      case 'Claim':
        return this.claims.claim(loaders, key);
      case 'Contradiction':
        return this.contradictions.contradiction(loaders, key);
      case 'ReviewRequest':
        return this.requests.load(loaders, key);
      case 'ClaimSuggestion':
        return this.suggestions.load(loaders, key);
      case 'ClaimProposal':
        return this.proposals.load(loaders, key, viewer);
    }
  }
}

@Resolver(() => ReviewLeaseType)
export class ReviewLeasesResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => Actor, { description: 'Who has it at hand.' })
  holder({ holderId }: ReviewLeaseType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, holderId);
  }
}
