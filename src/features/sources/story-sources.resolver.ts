import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import type { GraphqlContext } from '../auth/index.js';
import { StoryType } from '../stories/index.js';
import { SourceListArgs } from './graphql/source.inputs.js';
import { SourceConnection, type SourceType } from './graphql/source.type.js';
import { SourcesService } from './sources.service.js';

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StorySourcesResolver {
  constructor(private readonly service: SourcesService) {}

  @ResolveField(() => SourceConnection, { description: 'The documents of this story, newest first.' })
  @FieldArgs(SourceListArgs)
  sources(story: StoryType, args: SourceListArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<SourceType>> {
    return this.service.listOfStory(loaders, story.localId, args.filter ?? null, args);
  }
}
