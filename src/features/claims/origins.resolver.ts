import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { AgentLoader, AgentType } from '../agents/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { SourceLoader, SourceType } from '../sources/index.js';
import { CitationConnection, type CitationType } from './graphql/citation.type.js';
import { ClaimType } from './graphql/claim.type.js';
import { OriginConnection, OriginTieType, OriginType } from './graphql/origin.type.js';
import { OriginsService } from './origins.service.js';

@Resolver(() => ClaimType)
export class ClaimOriginsResolver {
  constructor(private readonly service: OriginsService) {}

  @ResolveField(() => OriginConnection, {
    description:
      'The origins that its corroboration counts, each with why its citations are one; the most cited first.',
  })
  @FieldArgs(ForwardArgs)
  origins(claim: ClaimType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<OriginType>> {
    return this.service.list(loaders, keyOf(claim), args);
  }
}

@Resolver(() => OriginType)
export class OriginsResolver {
  constructor(private readonly service: OriginsService) {}

  @ResolveField(() => CitationConnection, {
    description: 'Its citations, in the order in which they were written here.',
  })
  @FieldArgs(ForwardArgs)
  citations(origin: OriginType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<CitationType>> {
    return this.service.citationsOf(loaders, origin, args);
  }
}

@Resolver(() => OriginTieType)
export class OriginTiesResolver {
  constructor(
    private readonly agents: AgentLoader,
    private readonly sources: SourceLoader,
  ) {}

  @ResolveField(() => AgentType, {
    nullable: true,
    description: 'The publisher group or the claimant; null where a document ties them.',
  })
  agent(tie: OriginTieType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> | null {
    return tie.agentId === null ? null : this.agents.load(loaders, tie.agentId);
  }

  @ResolveField(() => SourceType, {
    nullable: true,
    description: 'The document from which they derive, or one that has their text; null where an agent ties them.',
  })
  source(tie: OriginTieType, _args: unknown, { loaders }: GraphqlContext): Promise<SourceType | null> | null {
    return tie.sourceId === null ? null : this.sources.source(loaders, { storyId: tie.storyId, id: tie.sourceId });
  }
}
