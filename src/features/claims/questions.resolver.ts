import { Args, Context, ID, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { idsOf, keyOf } from '../../graphql/node/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { AgentLoader, AgentType } from '../agents/index.js';
import { Allow, type GraphqlContext, Role } from '../auth/index.js';
import { StoryLoader, SubjectType } from '../stories/index.js';
import { PropertyType, VocabularyLoader } from '../vocabulary/index.js';
import { ClaimLoader } from './claim.loader.js';
import { AsOfArgs } from './graphql/claim.args.js';
import { PositionType, QuestionType } from './graphql/question.type.js';
import { QuestionsService } from './questions.service.js';

@Resolver(() => QuestionType)
export class QuestionsResolver {
  constructor(
    private readonly questions: QuestionsService,
    private readonly loader: ClaimLoader,
    private readonly stories: StoryLoader,
    private readonly vocabulary: VocabularyLoader,
  ) {}

  @Allow(Role.READER)
  @Query(() => QuestionType, { nullable: true, description: 'The question with this id; null where there is none.' })
  question(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context('loaders') loaders: Loaders,
  ): Promise<QuestionType | null> | null {
    const key = idsOf('Question', id);
    return key && this.loader.question(loaders, key);
  }

  @ResolveField(() => SubjectType, { description: 'What is asked about.' })
  subject(question: QuestionType, _args: unknown, { loaders }: GraphqlContext): Promise<SubjectType | null> {
    return this.stories.subject(loaders, { storyId: question.storyId, id: question.subjectId });
  }

  @ResolveField(() => PropertyType, { description: 'What is asked of it.' })
  property(question: QuestionType, _args: unknown, { loaders }: GraphqlContext): Promise<PropertyType | null> {
    return this.vocabulary.property(loaders, question.propertyId);
  }

  @ResolveField(() => [PositionType], {
    description: 'The answers that are given, the most corroborated first.',
    complexity: 50,
  })
  @FieldArgs(AsOfArgs)
  positions(question: QuestionType, { asOf }: AsOfArgs, { loaders }: GraphqlContext): Promise<PositionType[]> {
    const key = keyOf(question);
    return this.questions.positions(loaders, key, asOf ? new Date(asOf) : null);
  }
}

@Resolver(() => PositionType)
export class PositionsResolver {
  constructor(private readonly agents: AgentLoader) {}

  @ResolveField(() => [AgentType], {
    description: 'Who gives the answer: those who are quoted, and publishers that speak in their own voice.',
  })
  async claimants(position: PositionType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType[]> {
    const agents = await Promise.all(position.claimantIds.map((id) => this.agents.load(loaders, id)));
    return agents.filter((agent) => agent !== null);
  }
}
