import { Args, Context, ID, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { acting, Actor, ActorLoader, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import {
  WebhookAttemptConnection,
  WebhookDeliveryType,
  type WebhookAttemptType,
} from './graphql/webhook-delivery.type.js';
import { WebhookDeliveryPayload, WebhookReplayPayload } from './graphql/webhook.inputs.js';
import { WebhookType } from './graphql/webhook.type.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { toWebhook, toWebhookDelivery } from './webhook.mapper.js';
import { WebhooksService } from './webhooks.service.js';

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveriesResolver {
  constructor(
    private readonly log: WebhookDeliveriesService,
    private readonly webhooks: WebhooksService,
    private readonly actors: ActorLoader,
    private readonly stories: StoryLoader,
  ) {}

  @Allow(Role.ADMIN)
  @Mutation(() => WebhookDeliveryPayload, { description: 'Sends a webhook an event of the kind PING, to try it out.' })
  async webhookPing(
    @Args('id', { type: () => ID, description: 'The webhook.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<WebhookDeliveryPayload>> {
    return { webhookDelivery: toWebhookDelivery(await this.log.ping(id, acting(viewer))) };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => WebhookDeliveryPayload, {
    description: 'Has a delivery that was given up tried anew, as often as a new one, with the same header webhook-id.',
  })
  async webhookReplay(
    @Args('id', { type: () => ID, description: 'The delivery.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<WebhookDeliveryPayload>> {
    return { webhookDelivery: toWebhookDelivery(await this.log.replay(id, acting(viewer))) };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => WebhookReplayPayload, {
    description: 'Has all deliveries of a webhook that were given up tried anew.',
  })
  async webhookReplayAll(
    @Args('id', { type: () => ID, description: 'The webhook.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<WebhookReplayPayload>> {
    const { webhook, replayed } = await this.log.replayAll(id, acting(viewer));
    return { webhookReplay: { webhook: toWebhook(webhook), replayed } };
  }

  @ResolveField(() => WebhookType, { nullable: true, description: 'What it is for.' })
  webhook(
    { webhookId }: WebhookDeliveryType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<WebhookType | null> {
    return this.webhooks.load(loaders, webhookId);
  }

  @ResolveField(() => StoryType, { nullable: true, description: 'In which story; null for what belongs to none.' })
  story(
    { storyId }: WebhookDeliveryType,
    _args: unknown,
    { loaders }: GraphqlContext,
  ): Promise<StoryType | null> | null {
    return storyId === null ? null : this.stories.story(loaders, storyId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who did it; null where the service found it by itself.' })
  actor({ actorId }: WebhookDeliveryType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> | null {
    return actorId === null ? null : this.actors.load(loaders, actorId);
  }

  @ResolveField(() => WebhookAttemptConnection, { description: 'How often it was tried, and what came of it.' })
  @FieldArgs(ForwardArgs)
  attempts(
    { localId }: WebhookDeliveryType,
    args: ForwardArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<WebhookAttemptType>> {
    return this.log.listAttempts(loaders, localId, args);
  }
}
