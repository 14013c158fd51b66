import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { Actor, ActorLoader, type GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimType, QuestionType } from '../claims/index.js';
import { RevisionConnection, RevisionsService, type RevisionType } from '../revisions/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import { ContradictionLoader } from './contradiction.loader.js';
import { ContradictionType, ResolutionType } from './graphql/contradiction.type.js';

@Resolver(() => ContradictionType)
export class ContradictionFieldsResolver {
  constructor(
    private readonly loader: ContradictionLoader,
    private readonly claims: ClaimLoader,
    private readonly stories: StoryLoader,
    private readonly revisionLists: RevisionsService,
  ) {}

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story(contradiction: ContradictionType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> {
    return this.stories.story(loaders, contradiction.storyId);
  }

  @ResolveField(() => [ClaimType], {
    description: 'The smallest set that does not fit: two, or more for ARITHMETIC and ORDER.',
    complexity: 2,
  })
  members(
    contradiction: ContradictionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): ClaimType[] | Promise<ClaimType[]> {
    return this.loader.membersOf(loaders, contradiction);
  }

  @ResolveField(() => QuestionType, { nullable: true, description: 'The question, where all members share one.' })
  question(
    contradiction: ContradictionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<QuestionType | null> | null {
    const { storyId, questionId } = contradiction;
    return questionId === null ? null : this.claims.question(loaders, { storyId, id: questionId });
  }

  @ResolveField(() => RevisionConnection, { description: 'Every decision on it, oldest first.' })
  @FieldArgs(ForwardArgs)
  revisions(
    contradiction: ContradictionType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<RevisionType>> {
    return this.revisionLists.list(loaders, 'contradiction', keyOf(contradiction), args);
  }
}

@Resolver(() => ResolutionType)
export class ResolutionsResolver {
  constructor(
    private readonly loader: ContradictionLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => [ClaimType], { description: 'The members that were held to be right.' })
  upheld(resolution: ResolutionType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType[]> {
    return this.loader.members(loaders, { storyId: resolution.storyId, id: resolution.contradictionId }, 'upheld');
  }

  @ResolveField(() => Actor, { description: 'Who decided.' })
  by(resolution: ResolutionType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, resolution.resolvedById);
  }
}
