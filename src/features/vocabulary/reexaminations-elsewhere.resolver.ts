import { ResolveField, Resolver } from '@nestjs/graphql';
import { Node } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ReexaminationType } from '../reexaminations/index.js';
import { VocabularyLoader } from './vocabulary.loader.js';

/** What this feature adds to a re-examination. */
@Resolver(() => ReexaminationType)
export class ReexaminedObjectResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => Node, {
    nullable: true,
    description: 'What was changed: a concept, a scheme, a property, an identity, an order; null where it was deleted.',
  })
  object({ object }: ReexaminationType, _args: unknown, { loaders }: GraphqlContext): Promise<Node | null> | null {
    switch (object.type) {
      case 'Concept':
        return this.loader.concept(loaders, object.id);
      case 'ConceptScheme':
        return this.loader.scheme(loaders, object.id);
      case 'Identity':
        return this.loader.identity(loaders, object.id);
      case 'Property':
        return this.loader.property(loaders, object.id);
      case 'PropertyOrder':
        return this.loader.order(loaders, object.id);
      default:
        return null;
    }
  }
}
