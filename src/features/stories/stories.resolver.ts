import { Args, Context, ID, Info, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { badUserInput } from '../../graphql/errors/index.js';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { idsOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { acting, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import {
  StoryCreateInput,
  StoryListArgs,
  StoryPayload,
  SubjectCreateInput,
  SubjectPayload,
} from './graphql/story.inputs.js';
import { StoryConnection, StoryType } from './graphql/story.type.js';
import { SubjectConnection, SubjectType } from './graphql/subject.type.js';
import { isSlug } from './slug.js';
import { StoriesService } from './stories.service.js';
import { StoryLoader } from './story.loader.js';
import { toStory, toSubject } from './story.mapper.js';

@Resolver(() => StoryType)
export class StoriesResolver {
  constructor(
    private readonly stories: StoriesService,
    private readonly loader: StoryLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => StoryType, {
    nullable: true,
    description: 'The story with this id or this slug; null where there is none.',
  })
  story(
    @Args('id', { type: () => ID, nullable: true, description: 'Its global id; give this or slug.' }) id: string | null,
    @Args('slug', { type: () => String, nullable: true, description: 'Its slug; give this or id.' })
    slug: string | null,
    @Context('loaders') loaders: Loaders,
    @Info() info: GraphQLResolveInfo,
  ): Promise<StoryType | null> | null {
    if (typeof id === 'string' && typeof slug === 'string') throw badUserInput('Give id or slug, not both.', ['slug']);
    if (typeof slug === 'string') return isSlug(slug) ? this.stories.findBySlug(slug, askedOf(info)) : null;
    if (typeof id !== 'string') throw badUserInput('Give id or slug.', ['id']);
    const ids = idsOf('Story', id);
    return ids && this.loader.storyAsked(loaders, ids.id, askedOf(info));
  }

  @Allow(Role.READER)
  @Query(() => StoryConnection, { name: 'stories', description: 'Stories, newest first unless asked otherwise.' })
  list(@Args() args: StoryListArgs): Promise<ConnectionOf<StoryType>> {
    return this.stories.list(args);
  }

  @ResolveField(() => SubjectConnection, {
    description: 'What claims of this story speak of, in the order in which they were made.',
  })
  @FieldArgs(ForwardArgs)
  subjects(story: StoryType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<SubjectType>> {
    return this.stories.listSubjects(loaders, story.localId, args);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => StoryPayload, { description: 'Makes a story.' })
  async storyCreate(
    @Args('input', { description: 'What to make.' }) input: StoryCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<StoryPayload>> {
    return { story: toStory(await this.stories.create(input, acting(viewer))) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => SubjectPayload, { description: 'Makes a subject of a story.' })
  async subjectCreate(
    @Args('input', { description: 'What to make.' }) input: SubjectCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<SubjectPayload>> {
    return { subject: toSubject(await this.stories.createSubject(input, acting(viewer))) };
  }
}
