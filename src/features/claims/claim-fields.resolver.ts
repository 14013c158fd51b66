import { Args, Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import type { StoryKey } from '../../platform/database/index.js';
import type { Loaders } from '../../platform/loading/index.js';
import { Actor, ActorLoader } from '../auth/index.js';
import { RevisionConnection, RevisionsService, type RevisionType } from '../revisions/index.js';
import { StoryLoader, StoryType, SubjectType } from '../stories/index.js';
import { ConceptType, PropertyType, VocabularyLoader } from '../vocabulary/index.js';
import { CitationsService } from './citations.service.js';
import { ClaimLoader } from './claim.loader.js';
import { CitationConnection, type CitationType } from './graphql/citation.type.js';
import { ConceptValueType } from './graphql/claim-value.types.js';
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
  story(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<StoryType | null> {
    return this.stories.story(loaders, claim.storyId);
  }

  @ResolveField(() => QuestionType, { description: 'The question that it answers.' })
  question(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<QuestionType | null> {
    return this.loader.question(loaders, { storyId: claim.storyId, id: claim.questionId });
  }

  @ResolveField(() => SubjectType, { description: 'What it speaks of.' })
  subject(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<SubjectType | null> {
    return this.stories.subject(loaders, { storyId: claim.storyId, id: claim.subjectId });
  }

  @ResolveField(() => PropertyType, { description: 'What is said of it.' })
  property(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<PropertyType | null> {
    return this.vocabulary.property(loaders, claim.propertyId);
  }

  @ResolveField(() => [ScopeTermType], { description: 'What it is narrowed to; empty for the whole.' })
  scope(@Parent() claim: ClaimType): readonly ScopeTermType[] {
    return claim.scopeTerms;
  }

  @ResolveField(() => CitationConnection, {
    description: 'Where it is made, in the order in which it was written here.',
  })
  citations(
    @Parent() claim: ClaimType,
    @Args() args: ForwardArgs,
    @Context('loaders') loaders: Loaders,
  ): Promise<ConnectionOf<CitationType>> {
    return this.citationLists.list(loaders, 'claim', keyOf(claim), args);
  }

  @ResolveField(() => CorroborationType, { description: 'How widely it is made.' })
  corroboration(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<CorroborationType> {
    return this.loader.corroboration(loaders, keyOf(claim));
  }

  @ResolveField(() => RevisionConnection, { description: 'Every change of it, oldest first.' })
  revisions(
    @Parent() claim: ClaimType,
    @Args() args: ForwardArgs,
    @Context('loaders') loaders: Loaders,
  ): Promise<ConnectionOf<RevisionType>> {
    return this.revisionLists.list(loaders, 'claim', keyOf(claim), args);
  }

  @ResolveField(() => Actor, { description: 'Who first wrote it here.' })
  createdBy(@Parent() claim: ClaimType, @Context('loaders') loaders: Loaders): Promise<Actor | null> {
    return this.actors.load(loaders, claim.createdById);
  }
}

@Resolver(() => ScopeTermType)
export class ScopeTermsResolver {
  constructor(private readonly vocabulary: VocabularyLoader) {}

  @ResolveField(() => ConceptType, { description: 'What it narrows to.' })
  concept(@Parent() term: ScopeTermType, @Context('loaders') loaders: Loaders): Promise<ConceptType | null> {
    return this.vocabulary.concept(loaders, term.conceptId);
  }
}

@Resolver(() => ConceptValueType)
export class ConceptValuesResolver {
  constructor(private readonly vocabulary: VocabularyLoader) {}

  @ResolveField(() => ConceptType, { description: 'The concept.' })
  concept(@Parent() value: ConceptValueType, @Context('loaders') loaders: Loaders): Promise<ConceptType | null> {
    return this.vocabulary.concept(loaders, value.conceptId);
  }
}

function keyOf(claim: ClaimType): StoryKey {
  return { storyId: claim.storyId, id: claim.localId };
}
