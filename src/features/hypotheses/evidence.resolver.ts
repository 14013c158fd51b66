import { Args, Context, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { acting, Allow, type GraphqlContext, Role, type Viewer } from '../auth/index.js';
import { ClaimLoader, QuestionType } from '../claims/index.js';
import { EvidenceService } from './evidence.service.js';
import {
  EvidenceAddInput,
  EvidenceGradeInput,
  EvidencePayload,
  EvidenceRemoveArgs,
} from './graphql/hypotheses.inputs.js';
import { EvidenceType } from './graphql/hypotheses.types.js';
import { HypothesesService } from './hypotheses.service.js';

/** The changes of matrices, and what they answer. */
@Resolver(() => EvidencePayload)
export class EvidenceResolver {
  constructor(
    private readonly service: EvidenceService,
    private readonly hypotheses: HypothesesService,
    private readonly claims: ClaimLoader,
  ) {}

  @Allow(Role.EDITOR)
  @Mutation(() => EvidencePayload, {
    description: 'Weighs the answers to a question against a claim. One that was removed comes back with its grades.',
  })
  async evidenceAdd(
    @Args('input', { description: 'What to weigh against what.' }) input: EvidenceAddInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<EvidencePayload>> {
    return { changed: await this.service.add(input, acting(viewer)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => EvidencePayload, {
    description: 'Takes a claim off a matrix. Its grades are kept, and count no more.',
  })
  async evidenceRemove(
    @Args() args: EvidenceRemoveArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<EvidencePayload>> {
    return { changed: await this.service.remove(args, acting(viewer)) };
  }

  @Allow(Role.EDITOR)
  @Mutation(() => EvidencePayload, {
    description: "Grades evidence against a hypothesis, in the asker's own matrix: nobody else's grade changes.",
  })
  async evidenceGrade(
    @Args('input', { description: 'The grade.' }) input: EvidenceGradeInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<EvidencePayload>> {
    return { changed: await this.service.grade(input, acting(viewer)) };
  }

  @ResolveField(() => QuestionType, {
    nullable: true,
    description: 'The question, with its matrix as it is now; null where the change was refused.',
  })
  question(
    { changed }: EvidencePayload,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<QuestionType | null> | null {
    return changed ? this.claims.question(loaders, changed.question) : null;
  }

  @ResolveField(() => EvidenceType, {
    nullable: true,
    description: 'The evidence, by the grades of all editors; null where it was removed or the change was refused.',
  })
  evidence(
    { changed }: EvidencePayload,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<EvidenceType | null> | null {
    if (!changed?.evidence) return null;
    return this.hypotheses.evidence(loaders, changed.question, changed.evidence);
  }
}
