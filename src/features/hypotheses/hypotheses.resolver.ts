import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { Actor, ActorLoader, type GraphqlContext } from '../auth/index.js';
import { ClaimLoader, ClaimType, QuestionType } from '../claims/index.js';
import { DatatypeEnum, VocabularyLoader } from '../vocabulary/index.js';
import { CompetingHypothesesArgs } from './graphql/hypotheses.inputs.js';
import {
  CompetingHypothesesType,
  EvidenceCellType,
  EvidenceConnection,
  EvidenceGradeType,
  EvidenceType,
  HypothesisConnection,
  HypothesisType,
} from './graphql/hypotheses.types.js';
import { HypothesesService } from './hypotheses.service.js';

/** What this feature adds to a question. */
@Resolver(() => QuestionType)
export class QuestionHypothesesResolver {
  constructor(
    private readonly hypotheses: HypothesesService,
    private readonly vocabulary: VocabularyLoader,
  ) {}

  @ResolveField(() => CompetingHypothesesType, {
    nullable: true,
    description: 'Its affirmed answers weighed against evidence; null where answers are no concepts.',
    complexity: 50,
  })
  @FieldArgs(CompetingHypothesesArgs)
  async competingHypotheses(
    question: QuestionType,
    { grader }: CompetingHypothesesArgs,
    { loaders }: GraphqlContext,
  ): Promise<CompetingHypothesesType | null> {
    const property = await this.vocabulary.property(loaders, question.propertyId);
    if (property?.datatype !== DatatypeEnum.CONCEPT) return null;
    return this.hypotheses.matrix(loaders, keyOf(question), grader ?? null);
  }
}

@Resolver(() => CompetingHypothesesType)
export class CompetingHypothesesResolver {
  constructor(
    private readonly service: HypothesesService,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => Actor, {
    nullable: true,
    description: 'The editor whose grades these are; null for those of all.',
  })
  grader(matrix: CompetingHypothesesType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> | null {
    return matrix.graderId === null ? null : this.actors.load(loaders, matrix.graderId);
  }

  @ResolveField(() => [Actor], { description: 'Every editor who has graded.', complexity: 5 })
  async graders(matrix: CompetingHypothesesType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor[]> {
    const actors = await Promise.all(matrix.graderIds.map((id) => this.actors.load(loaders, id)));
    return actors.filter((actor) => actor !== null);
  }

  @ResolveField(() => HypothesisConnection, {
    description: 'The least inconsistent first; those that nothing has been graded against last.',
  })
  @FieldArgs(ForwardArgs)
  hypotheses(matrix: CompetingHypothesesType, args: ForwardArgs): ConnectionOf<HypothesisType> {
    return this.service.pageOfHypotheses(matrix, args);
  }

  @ResolveField(() => EvidenceConnection, { description: 'The most diagnostic first; what does not count last.' })
  @FieldArgs(ForwardArgs)
  evidence(matrix: CompetingHypothesesType, args: ForwardArgs): ConnectionOf<EvidenceType> {
    return this.service.pageOfEvidence(matrix, args);
  }
}

@Resolver(() => HypothesisType)
export class HypothesesResolver {
  constructor(private readonly claims: ClaimLoader) {}

  @ResolveField(() => ClaimType, { description: 'The answer.' })
  claim(hypothesis: HypothesisType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, hypothesis);
  }
}

@Resolver(() => EvidenceType)
export class EvidenceFieldsResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ClaimType, { description: 'The claim.' })
  claim(evidence: EvidenceType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, evidence);
  }

  @ResolveField(() => Actor, { description: 'Who put it on the matrix.' })
  addedBy(evidence: EvidenceType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, evidence.addedById);
  }
}

@Resolver(() => EvidenceCellType)
export class EvidenceCellsResolver {
  constructor(private readonly claims: ClaimLoader) {}

  @ResolveField(() => ClaimType, { description: 'The hypothesis.' })
  hypothesis(cell: EvidenceCellType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId: cell.storyId, id: cell.hypothesisId });
  }
}

@Resolver(() => EvidenceGradeType)
export class EvidenceGradesResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly actors: ActorLoader,
  ) {}

  @ResolveField(() => ClaimType, { description: 'The hypothesis.' })
  hypothesis(grade: EvidenceGradeType, _args: unknown, { loaders }: GraphqlContext): Promise<ClaimType | null> {
    return this.claims.claim(loaders, { storyId: grade.storyId, id: grade.hypothesisId });
  }

  @ResolveField(() => Actor, { description: 'The editor.' })
  by(grade: EvidenceGradeType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, grade.accountId);
  }
}
