import { ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { Actor, ActorLoader, type GraphqlContext } from '../auth/index.js';
import { RevisionConnection, RevisionsService, type RevisionType } from '../revisions/index.js';
import { StoryLoader, StoryType, SubjectType } from '../stories/index.js';
import { ConceptType, PropertyType, VocabularyLoader } from '../vocabulary/index.js';
import { CitationsService } from './citations.service.js';
import { ClaimLoader } from './claim.loader.js';
import { CitationConnection, type CitationType } from './graphql/citation.type.js';
import { ConceptValueType, UnlistedConceptValueType } from './graphql/claim-value.types.js';
import { ClaimType, CorroborationType, ScopeTermType } from './graphql/claim.type.js';
import { QuestionType } from './graphql/question.type.js';

@Resolver(() => ClaimType)
export class ClaimFieldsResolver {
  constructor(
    private readonly loader: ClaimLoader,
    private readonly stories: StoryLoader,
    private readonly vocabulary: VocabularyLoader,
    private readonly actors: ActorLoader,
    private readonly citationLists: CitationsService,
    private readonly revisionLists: RevisionsService,
  ) {}

  @ResolveField(() => StoryType, { description: 'The story that it belongs to.' })
  story(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> {
    return this.stories.story(loaders, claim.storyId);
  }

  @ResolveField(() => QuestionType, { description: 'The question that it answers.' })
  question(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): Promise<QuestionType | null> {
    return this.loader.question(loaders, { storyId: claim.storyId, id: claim.questionId });
  }

  @ResolveField(() => SubjectType, { description: 'What it speaks of.' })
  subject(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): SubjectType | Promise<SubjectType | null> {
    return this.stories.subjectOf(loaders, claim, { storyId: claim.storyId, id: claim.subjectId });
  }

  @ResolveField(() => PropertyType, { description: 'What is said of it.' })
  property(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): PropertyType | Promise<PropertyType | null> {
    return this.vocabulary.propertyOf(loaders, claim, claim.propertyId);
  }

  @ResolveField(() => [ScopeTermType], { description: 'What it is narrowed to; empty for the whole.' })
  scope(claim: ClaimType): readonly ScopeTermType[] {
    return claim.scopeTerms;
  }

  @ResolveField(() => CitationConnection, {
    description: 'Where it is made, in the order in which it was written here.',
  })
  @FieldArgs(ForwardArgs)
  citations(
    claim: ClaimType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): ConnectionOf<CitationType> | Promise<ConnectionOf<CitationType>> {
    return this.citationLists.listOfClaim(loaders, claim, args);
  }

  @ResolveField(() => CorroborationType, { description: 'How widely it is made.' })
  corroboration(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): Promise<CorroborationType> {
    return this.loader.corroboration(loaders, keyOf(claim));
  }

  @ResolveField(() => RevisionConnection, { description: 'Every change of it, oldest first.' })
  @FieldArgs(ForwardArgs)
  revisions(claim: ClaimType, args: ForwardArgs, { loaders }: GraphqlContext): Promise<ConnectionOf<RevisionType>> {
    return this.revisionLists.list(loaders, 'claim', keyOf(claim), args);
  }

  @ResolveField(() => Actor, { description: 'Who first wrote it here.' })
  createdBy(claim: ClaimType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, claim.createdById);
  }
}

@Resolver(() => ScopeTermType)
export class ScopeTermsResolver {
  constructor(private readonly vocabulary: VocabularyLoader) {}

  @ResolveField(() => ConceptType, { description: 'What it narrows to.' })
  concept(term: ScopeTermType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType | null> {
    return this.vocabulary.concept(loaders, term.conceptId);
  }
}

@Resolver(() => ConceptValueType)
export class ConceptValuesResolver {
  constructor(private readonly vocabulary: VocabularyLoader) {}

  @ResolveField(() => ConceptType, { description: 'The concept.' })
  concept(value: ConceptValueType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType | null> {
    return this.vocabulary.concept(loaders, value.conceptId);
  }
}

@Resolver(() => UnlistedConceptValueType)
export class UnlistedConceptValuesResolver {
  constructor(private readonly vocabulary: VocabularyLoader) {}

  @ResolveField(() => ConceptType, { nullable: true, description: 'What the text puts it in: the country of a town.' })
  broader(
    value: UnlistedConceptValueType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ConceptType | null> | null {
    return value.broaderId === null ? null : this.vocabulary.concept(loaders, value.broaderId);
  }
}
