import { ResolveField, Resolver } from '@nestjs/graphql';
import { Actor, ActorLoader, type GraphqlContext } from '../auth/index.js';
import { RevisionType } from './revision.type.js';

@Resolver(() => RevisionType)
export class RevisionsResolver {
  constructor(private readonly actors: ActorLoader) {}

  @ResolveField(() => Actor, { description: 'Who made the change.' })
  actor(revision: RevisionType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, revision.actorId);
  }
}
