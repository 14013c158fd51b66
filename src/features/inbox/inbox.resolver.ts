import { Args, Context, Mutation, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { eventBatches, type EventBatch } from '../../graphql/subscriptions/event-batches.js';
import { Changes } from '../../platform/events/index.js';
import {
  acting,
  Actor,
  ActorLoader,
  Allow,
  Role,
  ViewerType,
  type GraphqlContext,
  type Viewer,
} from '../auth/index.js';
import { CommentListsService, CommentType } from '../comments/index.js';
import { InboxListArgs, InboxMarkReadArgs } from './graphql/inbox.args.js';
import {
  InboxItemConnection,
  InboxItemType,
  InboxPayload,
  InboxSubjectUnion,
  InboxType,
  type InboxSubject,
} from './graphql/inbox.type.js';
import { hasInbox, InboxService } from './inbox.service.js';

@Resolver(() => InboxType)
export class InboxResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly changes: Changes,
  ) {}

  @ResolveField(() => InboxItemConnection, { description: 'What happened, newest first.' })
  @FieldArgs(InboxListArgs)
  items({ accountId }: InboxType, args: InboxListArgs): Promise<ConnectionOf<InboxItemType>> {
    return this.inbox.list(accountId, args);
  }

  @Allow(Role.CONTRIBUTOR)
  @Mutation(() => InboxPayload, { description: 'Notes that something in the own inbox has been read.' })
  async inboxMarkRead(
    @Args() args: InboxMarkReadArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<InboxPayload>> {
    const { accountId } = acting(viewer);
    await this.inbox.markRead(args, acting(viewer));
    return { inbox: this.inbox.of(accountId) };
  }

  @Allow(Role.CONTRIBUTOR)
  @Subscription(() => InboxItemType, {
    description: 'Each item that comes into the own inbox from now on, or is marked as read.',
    resolve: (item: InboxItemType) => item,
  })
  async inboxChanged(@Context() context: GraphqlContext): Promise<AsyncIterableIterator<EventBatch>> {
    const { accountId } = acting(context.viewer);
    // Of what belongs to an account, the account stands in the place of the story.
    const changed = await this.changes.follow({ of: 'notification', storyId: accountId });
    return eventBatches(changed, context, (fresh, { id }) => this.inbox.load(fresh, id));
  }
}

@Resolver(() => InboxItemType)
export class InboxItemsResolver {
  constructor(
    private readonly inbox: InboxService,
    private readonly actors: ActorLoader,
    private readonly comments: CommentListsService,
  ) {}

  @ResolveField(() => InboxSubjectUnion, { description: 'What it is about.' })
  subject(item: InboxItemType, _args: unknown, context: GraphqlContext): Promise<InboxSubject | null> {
    return this.inbox.subject(context, item);
  }

  @ResolveField(() => CommentType, { nullable: true, description: 'The comment that says it; null where none does.' })
  comment(
    { storyId, commentId }: InboxItemType,
    _args: unknown,
    context: GraphqlContext,
  ): Promise<CommentType | null> | null {
    return commentId === null ? null : this.comments.load(context, { storyId, id: commentId });
  }

  @ResolveField(() => Actor, { description: 'Whose act it was.' })
  actor({ actorId }: InboxItemType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, actorId);
  }
}

/** What this feature adds to whoever asks. */
@Resolver(() => ViewerType)
export class ViewerInboxResolver {
  constructor(private readonly inboxes: InboxService) {}

  @ResolveField(() => InboxType, { nullable: true, description: 'The own inbox; null for readers.' })
  inbox(_parent: unknown, _args: unknown, { viewer }: GraphqlContext): InboxType | null {
    return hasInbox(viewer) ? this.inboxes.of(acting(viewer).accountId) : null;
  }
}
