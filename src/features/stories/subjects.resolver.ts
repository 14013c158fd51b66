import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../auth/index.js';
import { StoryType } from './graphql/story.type.js';
import { SubjectType } from './graphql/subject.type.js';
import { StoryLoader } from './story.loader.js';

@Resolver(() => SubjectType)
export class SubjectsResolver {
  constructor(private readonly loader: StoryLoader) {}

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story(subject: SubjectType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> {
    return this.loader.story(loaders, subject.storyId);
  }
}
