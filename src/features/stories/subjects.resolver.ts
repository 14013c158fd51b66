import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../../platform/loading/index.js';
import { StoryType } from './graphql/story.type.js';
import { SubjectType } from './graphql/subject.type.js';
import { StoryLoader } from './story.loader.js';

@Resolver(() => SubjectType)
export class SubjectsResolver {
  constructor(private readonly loader: StoryLoader) {}

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story(@Parent() subject: SubjectType, @Context('loaders') loaders: Loaders): Promise<StoryType | null> {
    return this.loader.story(loaders, subject.storyId);
  }
}
