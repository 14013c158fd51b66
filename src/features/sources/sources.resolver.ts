import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { idsOf, keyOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AgentLoader, AgentType } from '../agents/index.js';
import { acting, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import { SourceCreateInput, SourcePayload } from './graphql/source.inputs.js';
import { SnapshotConnection, SnapshotType, SourceType } from './graphql/source.type.js';
import { SourceLoader } from './source.loader.js';
import { toSource } from './source.mapper.js';
import { SourcesService } from './sources.service.js';

@Resolver(() => SourceType)
export class SourcesResolver {
  constructor(
    private readonly sources: SourcesService,
    private readonly loader: SourceLoader,
    private readonly stories: StoryLoader,
    private readonly agents: AgentLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => SourceType, { nullable: true, description: 'The source with this id; null where there is none.' })
  source(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ): Promise<SourceType | null> | null {
    const key = idsOf('Source', id);
    return key && this.loader.source(loaders, key);
  }

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story(source: SourceType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> {
    return this.stories.story(loaders, source.storyId);
  }

  @ResolveField(() => AgentType, { nullable: true, description: 'Who published it.' })
  publisher(source: SourceType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> | null {
    return source.publisherId === null ? null : this.agents.load(loaders, source.publisherId);
  }

  @ResolveField(() => SourceType, { nullable: true, description: 'The source of which it is a reprint or wire copy.' })
  derivedFrom(source: SourceType, _args: unknown, { loaders }: GraphqlContext): Promise<SourceType | null> | null {
    const { storyId, derivedFromId } = source;
    return derivedFromId === null ? null : this.loader.source(loaders, { storyId, id: derivedFromId });
  }

  @ResolveField(() => SnapshotType, { description: 'Its newest text.' })
  snapshot(source: SourceType, _args: unknown, { loaders }: GraphqlContext): Promise<SnapshotType | null> {
    return this.loader.newestSnapshot(loaders, keyOf(source));
  }

  @ResolveField(() => SnapshotConnection, { description: 'Its texts as they stood over time, newest first.' })
  @FieldArgs(ForwardArgs)
  snapshots(source: SourceType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<SnapshotType>> {
    return this.sources.listSnapshots(loaders, keyOf(source), args);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => SourcePayload, { description: 'Adds a source from its text.' })
  async sourceCreate(
    @Args('input', { description: 'What to add.' }) input: SourceCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SourcePayload>> {
    return { source: toSource(await this.sources.create(input, acting(viewer))) };
  }
}
