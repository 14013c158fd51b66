import { Args, ArgsType, Context, Field, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { ReasonArgs } from '../../graphql/validation/reason.args.js';
import { acting, Actor, ActorLoader, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import {
  ClaimLoader,
  ClaimPayload,
  ClaimProposalConnection,
  ProposalPayload,
  ClaimProposalType,
  ClaimType,
  ProposalStatus,
  toClaimPayload,
  toProposal,
} from '../claims/index.js';
import { ClaimApproveArgs } from './graphql/claim-review.args.js';
import { ProposalDecisionsService } from './proposal-decisions.service.js';
import { ProposalListsService } from './proposal-lists.service.js';

@ArgsType()
export class ClaimProposalListArgs extends ForwardArgs {
  @Field(() => ProposalStatus, { nullable: true, description: 'Only those of which this became.' })
  @IsOptional()
  readonly status?: ProposalStatus | null;
}

/** What this feature adds to a claim. */
@Resolver(() => ClaimType)
export class ClaimProposalsResolver {
  constructor(private readonly lists: ProposalListsService) {}

  @ResolveField(() => ClaimProposalConnection, {
    description: 'Changes that were proposed since it was published, oldest first. None for those who only read.',
  })
  @FieldArgs(ClaimProposalListArgs)
  proposals(
    claim: ClaimType,
    args: ClaimProposalListArgs,
    { loaders, viewer }: GraphqlContext,
  ): ConnectionOf<ClaimProposalType> | Promise<ConnectionOf<ClaimProposalType>> {
    return this.lists.list(loaders, viewer, keyOf(claim), args.status ?? null, args);
  }
}

@Resolver(() => ClaimProposalType)
export class ProposalsResolver {
  constructor(
    private readonly lists: ProposalListsService,
    private readonly decisions: ProposalDecisionsService,
    private readonly claims: ClaimLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ClaimType, { description: 'The claim that it would change.' })
  claim(proposal: ClaimProposalType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId: proposal.storyId, id: proposal.claimId });
  }

  @ResolveField(() => Actor, { description: 'Who made it.' })
  author(proposal: ClaimProposalType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, proposal.authorId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who decided on it; null while it is PENDING.' })
  decidedBy(proposal: ClaimProposalType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> | null {
    return proposal.decidedById === null ? null : this.actors.load(loaders, proposal.decidedById);
  }

  @ResolveField(() => [ClaimProposalType], {
    description: 'Others of the claim that are PENDING and change the same: accepting it supersedes them.',
  })
  rivals(proposal: ClaimProposalType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimProposalType[]> {
    return this.lists.rivals(loaders, keyOf(proposal));
  }

  @ResolveField(() => Boolean, {
    description:
      'Whether it is PENDING and the claim has since been changed in what it would change: it cannot be accepted any more.',
  })
  stale(proposal: ClaimProposalType, _args: unknown, { loaders }: GraphqlContext): Promise<boolean> {
    return this.lists.isStale(loaders, keyOf(proposal));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ClaimPayload, {
    description:
      'Changes a published claim as was proposed; expectedVersion is the claim’s. Its author, and who answers for them, cannot. Everything is checked again, and what else waits to change the same is superseded.',
  })
  async claimProposalAccept(
    @Args() args: ClaimApproveArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.decisions.accept(args, acting(viewer)));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ProposalPayload, { description: 'Refuses a proposal. It stays on record, with the reason.' })
  async claimProposalReject(
    @Args() { id, reason }: ReasonArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ProposalPayload>> {
    return { proposal: toProposal(await this.decisions.reject(id, reason, acting(viewer))) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ProposalPayload, {
    description: 'Takes back a proposal of one’s own, or of a service that one answers for.',
  })
  async claimProposalWithdraw(
    @Args('id', { type: () => ID, description: 'The proposal.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ProposalPayload>> {
    return { proposal: toProposal(await this.decisions.withdraw(id, acting(viewer))) };
  }
}
