import { ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { keyOf } from '../../graphql/node/index.js';
import { Actor, ActorLoader, type GraphqlContext } from '../auth/index.js';
import {
  ClaimLoader,
  ClaimType,
  claimValueOf,
  ClaimValueUnion,
  ScopeTermType,
  type ClaimValue,
} from '../claims/index.js';
import { SourceLoader, SourceType } from '../sources/index.js';
import { StoryType } from '../stories/index.js';
import { PropertyType, VocabularyLoader } from '../vocabulary/index.js';
import { SuggestionListArgs } from './graphql/suggestion.inputs.js';
import {
  ClaimSuggestionConnection,
  ClaimSuggestionType,
  SuggestionOutcomesType,
  UnlistedScopeTermType,
} from './graphql/suggestion.type.js';
import { ModelReadingType } from './graphql/text-reading.type.js';
import { SuggestionLoader } from './suggestion.loader.js';
import { maySeeSuggestions, SuggestionListsService } from './suggestion-lists.service.js';

/** The nested fields of suggestions. */
@Resolver(() => ClaimSuggestionType)
export class SuggestionFieldsResolver {
  constructor(
    private readonly actors: ActorLoader,
    private readonly claims: ClaimLoader,
    private readonly loader: SuggestionLoader,
    private readonly sources: SourceLoader,
    private readonly vocabulary: VocabularyLoader,
  ) {}

  @ResolveField(() => SourceType, { nullable: true, description: 'Whose text it was read from; null for bare text.' })
  source(
    { storyId, sourceId }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<SourceType | null> | null {
    return sourceId === null ? null : this.sources.source(loaders, { storyId, id: sourceId });
  }

  @ResolveField(() => PropertyType, {
    nullable: true,
    description: 'What is said of the subject; null where the vocabulary no longer has it.',
  })
  async property(
    { propertyKey }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<PropertyType | null> {
    const { vocabulary } = await this.loader.shownBy(loaders);
    const property = vocabulary.propertiesByKey.get(propertyKey);
    return property ? this.vocabulary.property(loaders, property.id) : null;
  }

  @ResolveField(() => ClaimValueUnion, { description: 'What it says, with hedges as bounds.' })
  async value(
    { propertyKey, named: { value } }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ClaimValue> {
    const { vocabulary, find } = await this.loader.shownBy(loaders);
    if (value.kind !== 'CONCEPT') {
      const propertyUnit = vocabulary.propertiesByKey.get(propertyKey)?.unit ?? null;
      return claimValueOf(value, { propertyUnit, conceptLabel: null });
    }
    const { label, scheme, broaderId } = value;
    const conceptId = find(value);
    if (conceptId === null) return { __typename: 'UnlistedConceptValue', text: label, scheme, broaderId };
    return claimValueOf({ kind: 'CONCEPT', conceptId }, { propertyUnit: null, conceptLabel: label });
  }

  @ResolveField(() => [ScopeTermType], { description: 'What it is narrowed to; empty for the whole.' })
  async scope(
    { named: { scope } }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ScopeTermType[]> {
    const { find } = await this.loader.shownBy(loaders);
    return scope.flatMap((term) => {
      const conceptId = find(term);
      return conceptId === null ? [] : [{ dimension: term.dimension, conceptId }];
    });
  }

  @ResolveField(() => [UnlistedScopeTermType], {
    description: 'What else it is narrowed to: by concepts that the vocabulary does not have.',
  })
  async unlistedScope(
    { named: { scope } }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<UnlistedScopeTermType[]> {
    const { find } = await this.loader.shownBy(loaders);
    return scope
      .filter((term) => find(term) === null)
      .map(({ dimension, label, scheme }) => ({ dimension, text: label, scheme }));
  }

  @ResolveField(() => ClaimType, { nullable: true, description: 'The claim that was made of it, once accepted.' })
  claim(
    { storyId, claimId }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ClaimType | null> | null {
    return claimId === null ? null : this.claims.claim(loaders, { storyId, id: claimId });
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who decided on it.' })
  decidedBy(
    { decidedById }: ClaimSuggestionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<Actor | null> | null {
    return decidedById === null ? null : this.actors.load(loaders, decidedById);
  }
}

/** What this feature adds to a source. */
@Resolver(() => SourceType)
export class SourceSuggestionsResolver {
  constructor(
    private readonly lists: SuggestionListsService,
    private readonly loader: SuggestionLoader,
  ) {}

  @ResolveField(() => ClaimSuggestionConnection, {
    description:
      'Claims read from its newest text, and those decided on before, in the order of the text. For those who may write; empty for others. A text that has not been read yet, or not by this vocabulary, is read first.',
  })
  @FieldArgs(SuggestionListArgs)
  suggestions(
    source: SourceType,
    args: SuggestionListArgs,
    context: GraphqlContext,
  ): Promise<ConnectionOf<ClaimSuggestionType>> {
    return this.lists.ofSource(context, keyOf(source), args);
  }

  @ResolveField(() => ModelReadingType, {
    nullable: true,
    description:
      'How far the language model is with its newest text, which is read first as for suggestions. For those who may write; null for others, and where the operator has set no model.',
  })
  async modelReading(source: SourceType, _args: unknown, context: GraphqlContext): Promise<ModelReadingType | null> {
    if (!maySeeSuggestions(context)) return null;
    await this.loader.read(context.loaders, keyOf(source));
    return this.loader.modelReading(context.loaders, keyOf(source));
  }
}

/** What this feature adds to a story. */
@Resolver(() => StoryType)
export class StorySuggestionsResolver {
  constructor(private readonly loader: SuggestionLoader) {}

  @ResolveField(() => [SuggestionOutcomesType], {
    description:
      'How well suggestions fare, by property: what was accepted, corrected and rejected. For those who may write; empty for others.',
  })
  suggestionOutcomes(
    story: StoryType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<SuggestionOutcomesType[]> | SuggestionOutcomesType[] {
    return maySeeSuggestions(context) ? this.loader.outcomes(context.loaders, story.localId) : [];
  }
}
