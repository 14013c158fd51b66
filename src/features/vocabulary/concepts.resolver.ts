import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../../platform/loading/index.js';
import { ConceptSchemeType, ConceptType } from './graphql/vocabulary.types.js';
import { VocabularyLoader } from './vocabulary.loader.js';

@Resolver(() => ConceptType)
export class ConceptsResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { description: 'The scheme that it belongs to.' })
  scheme(@Parent() concept: ConceptType, @Context('loaders') loaders: Loaders): Promise<ConceptSchemeType | null> {
    return this.loader.scheme(loaders, concept.schemeId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts that it lies directly within (SKOS broader).' })
  broader(@Parent() concept: ConceptType, @Context('loaders') loaders: Loaders): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'broader', concept.localId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts that lie directly within it (SKOS narrower).' })
  narrower(@Parent() concept: ConceptType, @Context('loaders') loaders: Loaders): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'narrower', concept.localId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts declared to have nothing in common with it.' })
  disjointWith(@Parent() concept: ConceptType, @Context('loaders') loaders: Loaders): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'disjointWith', concept.localId);
  }
}
