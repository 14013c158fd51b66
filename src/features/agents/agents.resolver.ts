import { Args, Context, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { acting, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { AgentLoader } from './agent.loader.js';
import { toAgent } from './agent.mapper.js';
import { AgentsService } from './agents.service.js';
import { AgentCreateInput, AgentListArgs, AgentPayload, AgentUpdateInput } from './graphql/agent.inputs.js';
import { AgentConnection, AgentType } from './graphql/agent.type.js';

@Resolver(() => AgentType)
export class AgentsResolver {
  constructor(
    private readonly agents: AgentsService,
    private readonly loader: AgentLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => AgentType, { nullable: true, description: 'The agent with this id; null where there is none.' })
  agent(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ): Promise<AgentType | null> | null {
    const ids = idsOf('Agent', id);
    return ids && this.loader.load(loaders, ids.id);
  }

  @Allow(Role.READER)
  @Query(() => AgentConnection, { name: 'agents', description: 'Agents, in the order in which they were made.' })
  list(@Args() args: AgentListArgs): Promise<ConnectionOf<AgentType>> {
    return this.agents.list(args.query ?? null, args);
  }

  @ResolveField(() => AgentType, { nullable: true, description: 'The larger agent of which this one is a part.' })
  partOf(agent: AgentType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> | null {
    return agent.partOfId === null ? null : this.loader.load(loaders, agent.partOfId);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => AgentPayload, { description: 'Makes an agent.' })
  async agentCreate(
    @Args('input', { description: 'What to make.' }) input: AgentCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AgentPayload>> {
    return { agent: toAgent(await this.agents.create(input, acting(viewer))) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => AgentPayload, {
    description:
      'Changes an agent. Who counts as one origin with whom follows at once; explanations that name it are written anew in the background, and statements of claims stay as written.',
  })
  async agentUpdate(
    @Args('id', { type: () => ID, description: 'The agent.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'The version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { description: 'What to change.' }) input: AgentUpdateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<AgentPayload>> {
    const { row, reexamination } = await this.agents.update(id, expectedVersion, input, acting(viewer));
    return { agent: toAgent(row), reexamination };
  }
}
