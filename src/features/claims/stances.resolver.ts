import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { AgentLoader, AgentType } from '../agents/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { SourceLoader, SourceType } from '../sources/index.js';
import { ClaimLoader } from './claim.loader.js';
import { CitationType } from './graphql/citation.type.js';
import { QuestionType } from './graphql/question.type.js';
import {
  QuestionVoiceConnection,
  QuestionVoiceType,
  StanceArgs,
  StanceConnection,
  StanceType,
} from './graphql/stance.type.js';
import { StancesService } from './stances.service.js';

/** What this feature adds to an agent. */
@Resolver(() => AgentType)
export class AgentStancesResolver {
  constructor(private readonly service: StancesService) {}

  @ResolveField(() => StanceConnection, {
    description:
      'What this agent (or a part of it) has said on a story, oldest first; a change of position is marked. It speaks where it is quoted, and in its own voice where it publishes and quotes nobody.',
    complexity: 2,
  })
  @FieldArgs(StanceArgs)
  stances(agent: AgentType, args: StanceArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<StanceType>> {
    return this.service.listOfAgent(loaders, agent.localId, args);
  }
}

@Resolver(() => QuestionType)
export class QuestionStancesResolver {
  constructor(private readonly service: StancesService) {}

  @ResolveField(() => QuestionVoiceConnection, {
    description:
      'What has been said on it over time, by agent: parts with the agent that they are parts of, whoever spoke first before the others. A source of which no publisher is known, and that quotes nobody, speaks for no agent.',
    complexity: 2,
  })
  @FieldArgs(ForwardArgs)
  stances(
    question: QuestionType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<QuestionVoiceType>> {
    return this.service.listVoices(loaders, keyOf(question), args);
  }
}

@Resolver(() => QuestionVoiceType)
export class QuestionVoicesResolver {
  constructor(
    private readonly service: StancesService,
    private readonly agents: AgentLoader,
  ) {}

  @ResolveField(() => AgentType, { description: 'The agent as a whole.' })
  agent(voice: QuestionVoiceType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> {
    return this.agents.load(loaders, voice.agentId);
  }

  @ResolveField(() => StanceConnection, {
    description: 'What it has said on the question, oldest first; a change of position is marked.',
    complexity: 2,
  })
  @FieldArgs(ForwardArgs)
  stances(voice: QuestionVoiceType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<StanceType>> {
    return this.service.listOfVoice(loaders, voice, args);
  }
}

@Resolver(() => StanceType)
export class StancesResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly agents: AgentLoader,
    private readonly sources: SourceLoader,
  ) {}

  @ResolveField(() => AgentType, { description: 'Who said it: the agent itself, or a part of it.' })
  agent(stance: StanceType, _args: unknown, { loaders }: GraphqlContext): Promise<AgentType | null> {
    return this.agents.load(loaders, stance.speakerId);
  }

  @ResolveField(() => QuestionType, { description: 'The question on which it was said.' })
  question({ claim }: StanceType, _args: unknown, { loaders }: GraphqlContext): Promise<QuestionType | null> {
    return this.claims.question(loaders, { storyId: claim.storyId, id: claim.questionId });
  }

  @ResolveField(() => SourceType, { description: 'Where it stands.' })
  source({ citation }: StanceType, _args: unknown, { loaders }: GraphqlContext): Promise<SourceType | null> {
    return this.sources.source(loaders, { storyId: citation.storyId, id: citation.sourceId });
  }

  @ResolveField(() => CitationType, {
    nullable: true,
    description: 'What the agent had said last before, for certain, on the same question and in the same scope.',
  })
  previous(stance: StanceType, _args: unknown, { loaders }: GraphqlContext): Promise<CitationType | null> | null {
    const { previousId, citation } = stance;
    return previousId === null ? null : this.claims.citation(loaders, { storyId: citation.storyId, id: previousId });
  }
}
