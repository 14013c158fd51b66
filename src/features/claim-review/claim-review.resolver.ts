import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { TRANSITIONS } from '../../domain/review/transitions.js';
import { DecisionArgs, VersionArgs } from '../../graphql/validation/reason.args.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ClaimPayload, toClaimPayload } from '../claims/index.js';
import { ClaimReviewService } from './claim-review.service.js';
import { ClaimApproveArgs } from './graphql/claim-review.args.js';

/** What people do about where a claim stands in review. */
@Resolver()
export class ClaimReviewResolver {
  constructor(private readonly review: ClaimReviewService) {}

  @Allow(Role[TRANSITIONS.SUBMIT.role])
  @Mutation(() => ClaimPayload, { description: 'Puts a DRAFT, or one that was sent back, up for review.' })
  async claimSubmit(@Args() args: VersionArgs, @Context('viewer') viewer: Viewer): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('SUBMIT', args, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.WITHDRAW.role])
  @Mutation(() => ClaimPayload, { description: 'Takes a claim back from review: it is a DRAFT again.' })
  async claimWithdraw(@Args() args: VersionArgs, @Context('viewer') viewer: Viewer): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('WITHDRAW', args, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.APPROVE.role])
  @Mutation(() => ClaimPayload, {
    description:
      'Publishes a claim that is in review. Nobody who wrote any part of it can: not who made it, changed what it says or cited it, nor who answers for a service that did. A claim in conflicts that are not settled is published only where they are acknowledged.',
  })
  async claimApprove(
    @Args() { id, expectedVersion, note: reason, acknowledgedContradictions: acknowledged }: ClaimApproveArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    const decision = { id, expectedVersion, reason, acknowledged };
    return toClaimPayload(await this.review.perform('APPROVE', decision, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.REQUEST_CHANGES.role])
  @Mutation(() => ClaimPayload, { description: 'Sends a claim that is in review back, with what has to change.' })
  async claimRequestChanges(
    @Args() args: DecisionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('REQUEST_CHANGES', args, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.REJECT.role])
  @Mutation(() => ClaimPayload, {
    description: 'Refuses a claim that is in review. It stays on record and raises no contradictions any more.',
  })
  async claimReject(@Args() args: DecisionArgs, @Context('viewer') viewer: Viewer): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('REJECT', args, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.RETRACT.role])
  @Mutation(() => ClaimPayload, {
    description: 'Withdraws a claim. It stays on record and raises no contradictions any more.',
  })
  async claimRetract(@Args() args: DecisionArgs, @Context('viewer') viewer: Viewer): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('RETRACT', args, acting(viewer)));
  }

  @Allow(Role[TRANSITIONS.REOPEN.role])
  @Mutation(() => ClaimPayload, {
    description: 'Makes a claim that was refused or withdrawn a DRAFT again. Its contradictions are examined again.',
  })
  async claimReopen(@Args() args: DecisionArgs, @Context('viewer') viewer: Viewer): Promise<Partial<ClaimPayload>> {
    return toClaimPayload(await this.review.perform('REOPEN', args, acting(viewer)));
  }
}
