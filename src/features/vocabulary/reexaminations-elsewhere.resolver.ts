import { ResolveField, Resolver } from '@nestjs/graphql';
import { Node } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ReexaminationType } from '../reexaminations/index.js';
import { VocabularyLoader } from './vocabulary.loader.js';

/** What this feature adds to a re-examination. */
@Resolver(() => ReexaminationType)
export class ReexaminedObjectResolver {
  constructor(private readonly loader: VocabularyLoader) {}

  @ResolveField(() => Node, { nullable: true, description: 'What was changed: a concept, a scheme, a property.' })
  object({ object }: ReexaminationType, _args: unknown, { loaders }: GraphqlContext): Promise<Node | null> | null {
    switch (object.type) {
      case 'Concept':
        return this.loader.concept(loaders, object.id);
      case 'ConceptScheme':
        return this.loader.scheme(loaders, object.id);
      case 'Property':
        return this.loader.property(loaders, object.id);
      default:
        return null;
    }
  }
}
