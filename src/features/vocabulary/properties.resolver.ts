import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../../platform/loading/index.js';
import { ConceptSchemeType, PropertyType, ScopeDimensionType } from './graphql/vocabulary.types.js';
import { VocabularyLoader } from './vocabulary.loader.js';

@Resolver(() => PropertyType)
export class PropertiesResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { nullable: true, description: 'For a CONCEPT: where its values come from.' })
  scheme(
    @Parent() property: PropertyType,
    @Context('loaders') loaders: Loaders,
  ): Promise<ConceptSchemeType | null> | null {
    return property.schemeId === null ? null : this.loader.scheme(loaders, property.schemeId);
  }

  @ResolveField(() => [ScopeDimensionType], {
    description: 'What can narrow a claim of it, with where the concepts come from.',
  })
  scopes(@Parent() property: PropertyType): ScopeDimensionType[] {
    return [...property.dimensions];
  }
}

@Resolver(() => ScopeDimensionType)
export class ScopeDimensionsResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { description: 'The scheme that its concepts come from.' })
  scheme(
    @Parent() dimension: ScopeDimensionType,
    @Context('loaders') loaders: Loaders,
  ): Promise<ConceptSchemeType | null> {
    return this.loader.scheme(loaders, dimension.schemeId);
  }
}
