import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { acting, Allow, Role, type GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimPayload } from '../claims/index.js';
import { ContradictionLoader, ContradictionPayload } from '../contradictions/index.js';
import { AssignmentsService } from './assignments.service.js';
import { AssignArgs } from './graphql/assign.args.js';

const WHO = 'Editors assign anybody whom people lists; contributors take what nobody has, and give up what they have.';

@Resolver()
export class AssignmentsResolver {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly claims: ClaimLoader,
    private readonly contradictions: ContradictionLoader,
  ) {}

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ClaimPayload, {
    description: `Gives a claim to somebody to work on, or takes it back. Its version stays. ${WHO}`,
  })
  async claimAssign(@Args() args: AssignArgs, @Context() context: GraphqlContext): Promise<Partial<ClaimPayload>> {
    const { key } = await this.assignments.assign('claim', args, acting(context.viewer));
    const claim = await this.claims.claim(context.loaders, key);
    return { ...(claim && { claim }), raised: [] };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ContradictionPayload, {
    description: `Gives a contradiction to somebody to work on, or takes it back. Its version and status stay. ${WHO}`,
  })
  async contradictionAssign(
    @Args() args: AssignArgs,
    @Context() context: GraphqlContext,
  ): Promise<Partial<ContradictionPayload>> {
    const { key } = await this.assignments.assign('contradiction', args, acting(context.viewer));
    const contradiction = await this.contradictions.contradiction(context.loaders, key);
    return { ...(contradiction && { contradiction }) };
  }
}
