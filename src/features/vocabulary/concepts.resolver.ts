import { ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../auth/index.js';
import { ConceptSchemeType, ConceptType } from './graphql/vocabulary.types.js';
import { VocabularyLoader } from './vocabulary.loader.js';

@Resolver(() => ConceptType)
export class ConceptsResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => ConceptSchemeType, { description: 'The scheme that it belongs to.' })
  scheme(concept: ConceptType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptSchemeType | null> {
    return this.loader.scheme(loaders, concept.schemeId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts that it lies directly within (SKOS broader).' })
  broader(concept: ConceptType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'broader', concept.localId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts that lie directly within it (SKOS narrower).' })
  narrower(concept: ConceptType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'narrower', concept.localId);
  }

  @ResolveField(() => [ConceptType], { description: 'Concepts declared to have nothing in common with it.' })
  disjointWith(concept: ConceptType, _args: unknown, { loaders }: GraphqlContext): Promise<ConceptType[]> {
    return this.loader.related(loaders, 'disjointWith', concept.localId);
  }
}
