import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { StoryType, SubjectType } from '../stories/index.js';
import { ClaimListsService } from './claim-lists.service.js';
import { ClaimListArgs, StoryQuestionArgs, SubjectQuestionArgs } from './graphql/claim.args.js';
import { ClaimConnection, type ClaimType } from './graphql/claim.type.js';
import { QuestionConnection, QuestionType } from './graphql/question.type.js';
import { QuestionsService } from './questions.service.js';

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StoryClaimsResolver {
  constructor(
    private readonly lists: ClaimListsService,
    private readonly questionLists: QuestionsService,
  ) {}

  @ResolveField(() => ClaimConnection, {
    description: 'What is claimed in this story, newest first unless asked otherwise.',
  })
  @FieldArgs(ClaimListArgs)
  claims(
    story: StoryType,
    args: ClaimListArgs,
    { loaders }: GraphqlContext,
    info: GraphQLResolveInfo,
  ): ConnectionOf<ClaimType> | Promise<ConnectionOf<ClaimType>> {
    return this.lists.listOfStory(loaders, story, args, askedOf(info));
  }

  @ResolveField(() => QuestionConnection, {
    description:
      'The questions on which the sources speak, with their competing positions. asOf: only what sources had published by then.',
  })
  @FieldArgs(StoryQuestionArgs)
  questions(
    story: StoryType,
    args: StoryQuestionArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<QuestionType>> {
    return this.questionLists.listOfStory(loaders, story.localId, args);
  }
}

/** What this feature adds to a subject. */
@Resolver(() => SubjectType)
export class SubjectQuestionsResolver {
  constructor(private readonly questionLists: QuestionsService) {}

  @ResolveField(() => [QuestionType], { description: 'The questions about it, as many as it has properties.' })
  @FieldArgs(SubjectQuestionArgs)
  questions(subject: SubjectType, args: SubjectQuestionArgs, { loaders }: GraphqlContext): Promise<QuestionType[]> {
    return this.questionLists.listOfSubject(loaders, keyOf(subject), args);
  }
}
