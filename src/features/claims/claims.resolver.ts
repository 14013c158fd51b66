import { Args, Context, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { acting, Allow, Role, type Viewer } from '../auth/index.js';
import { ClaimEditsService } from './claim-edits.service.js';
import { ClaimImportService } from './claim-import.service.js';
import { ClaimListsService } from './claim-lists.service.js';
import { ClaimLoader } from './claim.loader.js';
import { toClaimPayload } from './claim.mapper.js';
import { ClaimsService } from './claims.service.js';
import { ClaimListArgs, ClaimRankArgs, ClaimUpdateArgs } from './graphql/claim.args.js';
import { ClaimImportInput, ClaimImportPayload } from './graphql/claim-import.inputs.js';
import { ClaimCreateInput, ClaimPayload } from './graphql/claim.inputs.js';
import { ClaimConnection, ClaimType } from './graphql/claim.type.js';

/** The root fields of claims. */
@Resolver()
export class ClaimsResolver {
  constructor(
    private readonly lists: ClaimListsService,
    private readonly loader: ClaimLoader,
    private readonly claims: ClaimsService,
    private readonly edits: ClaimEditsService,
    private readonly imports: ClaimImportService,
  ) {}

  @Allow(Role.READER)
  @Query(() => ClaimType, { nullable: true, description: 'The claim with this id; null where there is none.' })
  claim(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context('loaders') loaders: Loaders,
    @Info() info: GraphQLResolveInfo,
  ): Promise<ClaimType | null> | null {
    const key = idsOf('Claim', id);
    return key && this.loader.claim(loaders, key, askedOf(info));
  }

  @Allow(Role.READER)
  @Query(() => ClaimConnection, {
    name: 'claims',
    description: 'Claims of all stories, newest first unless asked otherwise.',
  })
  list(@Args() args: ClaimListArgs, @Info() info: GraphQLResolveInfo): Promise<ConnectionOf<ClaimType>> {
    return this.lists.list(args, askedOf(info));
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ClaimPayload, {
    description:
      'Writes a claim with the citations that make it. Where the story has the claim already, adds the citations to it; where that is published, proposes them.',
  })
  async claimCreate(
    @Args('input', { description: 'What to write.' }) input: ClaimCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    const written = await this.claims.create(input, acting(viewer));
    return { ...toClaimPayload(written), alreadyExisted: written.alreadyExisted };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ClaimImportPayload, {
    description:
      'Writes many claims of one story at once, all of them or, where any cannot stand, none. The outcome is that of writing them one by one, at a fraction of the cost.',
  })
  async claimImport(
    @Args('input', { description: 'What to write.' }) input: ClaimImportInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimImportPayload>> {
    return { claimImport: await this.imports.import(input, acting(viewer)) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => ClaimPayload, {
    description:
      'Changes what a claim says; of a published one, proposes it. Its contradictions are examined again once it is changed.',
  })
  async claimUpdate(
    @Args() { id, expectedVersion, input, reason = null }: ClaimUpdateArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'claimUpdate', reason };
    return toClaimPayload(await this.edits.update(act, input));
  }

  @Allow(Role.EDITOR)
  @Mutation(() => ClaimPayload, {
    description: 'Ranks a claim among the answers to its question. A DEPRECATED claim raises no contradictions.',
  })
  async claimRank(
    @Args() { id, expectedVersion, rank, reason }: ClaimRankArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<ClaimPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer), action: 'claimRank', reason };
    return toClaimPayload(await this.edits.rank(act, rank));
  }
}
