import { ResolveField, Resolver } from '@nestjs/graphql';
import { encodeId, Node } from '../../graphql/node/index.js';
import type { GraphqlContext } from '../auth/index.js';
import { ReexaminationType } from '../reexaminations/index.js';
import { NodesService } from './nodes.service.js';

/** What this feature adds to a re-examination. */
@Resolver(() => ReexaminationType)
export class ReexaminedObjectResolver {
  constructor(private readonly nodes: NodesService) {}

  @ResolveField(() => Node, {
    nullable: true,
    description:
      'What was changed: a concept, a scheme, a property, an identity, an order, an agent; null where it was deleted.',
  })
  object({ object }: ReexaminationType, _args: unknown, context: GraphqlContext): Promise<Node | null> {
    return this.nodes.find(context, encodeId(object.type, { id: object.id }));
  }
}
