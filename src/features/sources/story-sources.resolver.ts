import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { StoryType } from '../stories/index.js';
import { SourceFilter } from './graphql/source.inputs.js';
import { SourceConnection, type SourceType } from './graphql/source.type.js';
import { SourcesService } from './sources.service.js';

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StorySourcesResolver {
  constructor(private readonly service: SourcesService) {}

  @ResolveField(() => SourceConnection, { description: 'The documents of this story, newest first.' })
  sources(
    @Parent() story: StoryType,
    @Args('filter', { type: () => SourceFilter, nullable: true, description: 'Which ones.' })
    filter: SourceFilter | null,
    @Args() args: ForwardArgs,
    @Context('loaders') loaders: Loaders,
  ): Promise<ConnectionOf<SourceType>> {
    return this.service.listOfStory(loaders, story.localId, filter, args);
  }
}
