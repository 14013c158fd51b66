import { Context, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ActorLoader } from './actor.loader.js';
import { Allow } from './allow.decorator.js';
import type { GraphqlContext } from './graphql-context.js';
import { Actor } from './graphql/actor.type.js';
import { ViewerType } from './graphql/viewer.type.js';
import { Role } from './role.js';
import type { Viewer } from './viewer.js';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(private readonly actors: ActorLoader) {}

  @Allow(Role.READER)
  @Query(() => ViewerType, { description: 'Who is asking, with role; anonymous callers have the role READER.' })
  viewer(@Context('viewer') viewer: Viewer): Pick<ViewerType, 'role'> {
    return { role: viewer.role };
  }

  @ResolveField(() => Actor, { nullable: true })
  actor(_parent: unknown, _args: unknown, { loaders, viewer }: GraphqlContext): Promise<Actor | null> | null {
    return viewer.accountId === null ? null : this.actors.load(loaders, viewer.accountId);
  }
}
