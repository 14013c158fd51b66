import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Loaders } from '../../platform/loading/index.js';
import { Actor, ActorLoader } from '../auth/index.js';
import { RevisionType } from './revision.type.js';

@Resolver(() => RevisionType)
export class RevisionsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => Actor, { description: 'Who made the change.' })
  actor(@Parent() revision: RevisionType, @Context('loaders') loaders: Loaders): Promise<Actor | null> {
    return this.actors.load(loaders, revision.actorId);
  }
}
