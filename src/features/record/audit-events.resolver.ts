import { Args, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { Actor, ActorLoader, Allow, Role, type GraphqlContext } from '../auth/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import { AuditEventsService } from './audit-events.service.js';
import { AuditEventListArgs } from './graphql/audit-event.inputs.js';
import { AuditEventConnection, AuditEventType } from './graphql/audit-event.type.js';

@Resolver(() => AuditEventType)
export class AuditEventsResolver {
  constructor(
    private readonly events: AuditEventsService,
    private readonly actors: ActorLoader,
    private readonly stories: StoryLoader,
  ) {}

  @Allow(Role.ADMIN)
  @Query(() => AuditEventConnection, { description: 'The audit log, newest first.' })
  auditEvents(@Args() args: AuditEventListArgs): Promise<ConnectionOf<AuditEventType>> {
    return this.events.list(args);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who did it.' })
  actor({ actorId }: AuditEventType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, actorId);
  }

  @ResolveField(() => StoryType, { nullable: true, description: 'In which story; null for what belongs to none.' })
  story(
    { storyId }: AuditEventType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<StoryType | null> | StoryType | null {
    return storyId === null ? null : this.stories.story(loaders, storyId);
  }
}
