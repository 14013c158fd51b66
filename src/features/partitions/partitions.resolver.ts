import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { DecisionArgs } from '../../graphql/validation/reason.args.js';
import { acting, Actor, ActorLoader, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { ClaimLoader, QuestionType } from '../claims/index.js';
import { ConceptType, VocabularyLoader } from '../vocabulary/index.js';
import { PartitionDeclareInput, PartitionPayload, PartitionUpdateArgs } from './graphql/partition.inputs.js';
import { PartitionType } from './graphql/partition.type.js';
import { PartitionLoader } from './partition.loader.js';
import { toPartition } from './partition.mapper.js';
import { PartitionsService } from './partitions.service.js';

/** The changes of partitions. */
@Resolver()
export class PartitionsResolver {
  constructor(private readonly partitions: PartitionsService) {}

  @Allow(Role.EDITOR)
  @Mutation(() => PartitionPayload, {
    description: 'Declares which parts are all there are of what a question counts. Its answers are examined at once.',
  })
  async partitionDeclare(
    @Args('input', { description: 'What is all, of what, and why.' }) input: PartitionDeclareInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PartitionPayload>> {
    return { partition: toPartition(await this.partitions.declare(input, acting(viewer))) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => PartitionPayload, {
    description: 'Changes which parts are all there are, or why. The answers are examined at once.',
  })
  async partitionUpdate(
    @Args() { id, expectedVersion, input }: PartitionUpdateArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PartitionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer) };
    return { partition: toPartition(await this.partitions.update(act, input)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => PartitionPayload, {
    description: 'Takes a partition back. What only it made a contradiction lapses at once.',
  })
  async partitionWithdraw(
    @Args() { id, expectedVersion, reason }: DecisionArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<PartitionPayload>> {
    const act = { id, expectedVersion, viewer: acting(viewer) };
    return { partition: toPartition(await this.partitions.withdraw(act, reason)) };
  }
}

/** What this feature adds to a question. */
@Resolver(() => QuestionType)
export class QuestionPartitionsResolver {
  constructor(private readonly loader: PartitionLoader) {}

  @ResolveField(() => [PartitionType], {
    description: 'Which parts editors declare to be all there are of what it counts; those that stand, oldest first.',
  })
  partitions(question: QuestionType, _args: unknown, { loaders }: GraphqlContext): Promise<PartitionType[]> {
    return this.loader.ofQuestion(loaders, { storyId: question.storyId, id: question.localId });
  }
}

/** The nested fields of partitions. */
@Resolver(() => PartitionType)
export class PartitionFieldsResolver {
  constructor(
    private readonly actors: ActorLoader,
    private readonly claims: ClaimLoader,
    private readonly vocabulary: VocabularyLoader,
  ) {}

  @ResolveField(() => QuestionType, { description: 'The question.' })
  question(partition: PartitionType, _args: unknown, { loaders }: GraphqlContext): Promise<QuestionType | null> {
    return this.claims.question(loaders, { storyId: partition.storyId, id: partition.questionId });
  }

  @ResolveField(() => [ConceptType], { description: 'All parts there are.' })
  async concepts(partition: PartitionType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType[]> {
    const concepts = await Promise.all(partition.conceptIds.map((id) => this.vocabulary.concept(loaders, id)));
    return concepts.filter((concept) => concept !== null);
  }

  @ResolveField(() => Actor, { description: 'Who declared it.' })
  declaredBy(partition: PartitionType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, partition.declaredById);
  }
}
