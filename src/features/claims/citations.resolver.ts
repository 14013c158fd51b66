import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { ReasonArgs } from '../../graphql/validation/reason.args.js';
import { keyOf } from '../../graphql/node/index.js';
import { AgentLoader, AgentType } from '../agents/index.js';
import { acting, Actor, ActorLoader, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { SnapshotType, SourceLoader, SourceType } from '../sources/index.js';
import { CitationsService } from './citations.service.js';
import { ClaimLoader } from './claim.loader.js';
import { toCitation, toClaim } from './claim.mapper.js';
import { toProposal } from './proposal.mapper.js';
import { CitationAddInput, CitationPayload } from './graphql/citation.inputs.js';
import { CitationConnection, CitationType } from './graphql/citation.type.js';
import { ClaimType } from './graphql/claim.type.js';

@Resolver(() => CitationType)
export class CitationsResolver {
  constructor(
    private readonly service: CitationsService,
    private readonly claims: ClaimLoader,
    private readonly sources: SourceLoader,
    private readonly agents: AgentLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ClaimType, { description: 'The claim that is made here.' })
  claim(citation: CitationType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId: citation.storyId, id: citation.claimId });
  }

  @ResolveField(() => SourceType, { description: 'The document that makes it.' })
  source(citation: CitationType, _args: unknown, { loaders }: GraphqlContext): SourceType | Promise<SourceType | null> {
    return this.sources.sourceOf(loaders, citation, { storyId: citation.storyId, id: citation.sourceId });
  }

  @ResolveField(() => SnapshotType, { description: 'The text in which the quote was found.' })
  snapshot(citation: CitationType, _args: unknown, { loaders }: GraphqlContext): Promise<SnapshotType | null> {
    return this.sources.snapshot(loaders, { storyId: citation.storyId, id: citation.snapshotId });
  }

  @ResolveField(() => AgentType, {
    nullable: true,
    description: 'Who is quoted; null where the source speaks in its own voice.',
  })
  claimant(citation: CitationType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> | null {
    return citation.claimantId === null ? null : this.agents.load(loaders, citation.claimantId);
  }

  @ResolveField(() => Actor, { description: 'Who wrote it here.' })
  createdBy(citation: CitationType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, citation.createdById);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => CitationPayload, {
    description: 'Adds a further place where a claim is made; of a published claim, proposes it.',
  })
  async citationAdd(
    @Args('input', { description: 'What to add.' }) input: CitationAddInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<CitationPayload>> {
    const { citation, claim, proposal } = await this.service.add(input, acting(viewer));
    return {
      claim: toClaim(claim),
      ...(citation && { citation: toCitation(citation) }),
      ...(proposal && { proposal: toProposal(proposal) }),
    };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => CitationPayload, {
    description:
      'Removes a citation that does not make its claim. The last one cannot be removed. Of a published claim, proposes it.',
  })
  async citationRemove(
    @Args() { id, reason }: ReasonArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<CitationPayload>> {
    const { claim, proposal } = await this.service.remove(id, reason, acting(viewer));
    return { claim: toClaim(claim), ...(proposal && { proposal: toProposal(proposal) }) };
  }
}

/** What this feature adds to a source. */
@Resolver(() => SourceType)
export class SourceCitationsResolver {
  constructor(private readonly service: CitationsService) {}

  @ResolveField(() => CitationConnection, { description: 'The claims it makes, each with its words.' })
  @FieldArgs(ForwardArgs)
  citations(source: SourceType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<CitationType>> {
    return this.service.listOfSource(loaders, keyOf(source), args);
  }
}
