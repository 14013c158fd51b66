import { Args, Context, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { ReasonArgs } from '../../graphql/validation/reason.args.js';
import { acting, Actor, ActorLoader, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { CitationType, ClaimLoader, ClaimType } from '../claims/index.js';
import { SourceLoader, SourcePayload, SourceType } from '../sources/index.js';
import { ReviewRequestConnection, ReviewRequestType } from './graphql/review-request.type.js';
import { ReviewRequestListArgs, ReviewRequestPayload } from './graphql/source-changes.inputs.js';
import { ReviewRequestLoader } from './review-request.loader.js';
import { ReviewRequestsService } from './review-requests.service.js';

@Resolver(() => ReviewRequestType)
export class ReviewRequestsResolver {
  constructor(
    private readonly service: ReviewRequestsService,
    private readonly claims: ClaimLoader,
    private readonly sources: SourceLoader,
    private readonly actors: ActorLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => ReviewRequestConnection, {
    description:
      'Claims to be looked at again, since something happened to what they rest on; the longest waiting first.',
  })
  reviewRequests(@Args() args: ReviewRequestListArgs): Promise<ConnectionOf<ReviewRequestType>> {
    return this.service.list(args.filter ?? null, args);
  }

  @ResolveField(() => ClaimType, { description: 'The claim to look at.' })
  claim(
    { storyId, claimId }: ReviewRequestType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId, id: claimId });
  }

  @ResolveField(() => CitationType, { description: 'The citation that is concerned.' })
  citation(
    { storyId, citationId }: ReviewRequestType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<CitationType | null> {
    return this.claims.citation(loaders, { storyId, id: citationId });
  }

  @ResolveField(() => SourceType, { description: 'The source of that citation.' })
  source(
    { storyId, sourceId }: ReviewRequestType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<SourceType | null> {
    return this.sources.source(loaders, { storyId, id: sourceId });
  }

  @ResolveField(() => SourceType, {
    description: 'The source that something happened to: the citation’s own, or one that it derives from.',
  })
  cause(
    { storyId, causeId }: ReviewRequestType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<SourceType | null> {
    return this.sources.source(loaders, { storyId, id: causeId });
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who settled it.' })
  settledBy(
    { settledById }: ReviewRequestType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<Actor | null> | null {
    return settledById === null ? null : this.actors.load(loaders, settledById);
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ReviewRequestPayload, {
    description:
      'Says that the claim has been looked at, and what came of it. It is not asked again for the same reason.',
  })
  async reviewRequestSettle(
    @Args() { id, reason }: ReasonArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ReviewRequestPayload>> {
    return { reviewRequest: await this.service.settle({ id, reason, viewer: acting(viewer) }) };
  }
}

/** Requests that the outcome of a change comes with. */
const MOST_SHOWN = 100;

/** What this feature adds to the outcome of a source's change. */
@Resolver(() => SourcePayload)
export class RaisedRequestsResolver {
  constructor(private readonly requests: ReviewRequestLoader) {}

  @ResolveField(() => [ReviewRequestType], {
    nullable: true,
    description: `What the change has put up for review, the first ${MOST_SHOWN} of it; null where it was no change of a source that is there.`,
  })
  reviewRequests(
    { raised }: SourcePayload,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<(ReviewRequestType | null)[]> | null {
    if (!raised) return null;
    return Promise.all(raised.slice(0, MOST_SHOWN).map((key) => this.requests.load(loaders, key)));
  }

  @ResolveField(() => Int, {
    nullable: true,
    description: 'How many requests the change has put up for review; `reviewRequests` of the query lists them all.',
  })
  reviewRequestCount({ raised }: SourcePayload): number | null {
    return raised?.length ?? null;
  }
}
