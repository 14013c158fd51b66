import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../auth/index.js';
import { ConceptSchemeType, PropertyType, ScopeDimensionType } from './graphql/vocabulary.types.js';
import { VocabularyLoader } from './vocabulary.loader.js';

@Resolver(() => PropertyType)
export class PropertiesResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { nullable: true, description: 'For a CONCEPT: where its values come from.' })
  scheme(
    property: PropertyType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ConceptSchemeType | null> | null {
    return property.schemeId === null ? null : this.loader.scheme(loaders, property.schemeId);
  }

  @ResolveField(() => [ScopeDimensionType], {
    description: 'What can narrow a claim of it, with where the concepts come from.',
  })
  scopes(property: PropertyType): ScopeDimensionType[] {
    return [...property.dimensions];
  }
}

@Resolver(() => ScopeDimensionType)
export class ScopeDimensionsResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { description: 'The scheme that its concepts come from.' })
  scheme(
    dimension: ScopeDimensionType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<ConceptSchemeType | null> {
    return this.loader.scheme(loaders, dimension.schemeId);
  }
}
