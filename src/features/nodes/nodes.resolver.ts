import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { badUserInput } from '../../graphql/errors/index.js';
import { Node } from '../../graphql/node/index.js';
import { Allow, Role, type GraphqlContext } from '../auth/index.js';
import { NodesService } from './nodes.service.js';

/** Most ids of one `nodes` call: as many as a page has items. */
const MAX_NODES = 100;

@Resolver()
export class NodesResolver {
  constructor(private readonly finder: NodesService) {}

  @Allow(Role.READER)
  @Query(() => Node, { nullable: true, description: 'The object with this global id; null where there is none.' })
  node(
    @Args('id', { type: () => ID, description: 'Its global id.' }) id: string,
    @Context() context: GraphqlContext,
  ): Promise<Node | null> {
    return this.finder.find(context, id);
  }

  @Allow(Role.READER)
  @Query(() => [Node], {
    nullable: 'items',
    description: `The objects with these global ids, in order, null where there is none; at most ${MAX_NODES}.`,
    complexity: MAX_NODES,
  })
  nodes(
    @Args('ids', { type: () => [ID], description: 'Their global ids.' }) ids: string[],
    @Context() context: GraphqlContext,
  ): Promise<(Node | null)[]> {
    if (ids.length > MAX_NODES)
      throw badUserInput(`At most ${MAX_NODES} ids at once; these are ${ids.length}.`, ['ids']);
    return Promise.all(ids.map((id) => this.finder.find(context, id)));
  }
}
