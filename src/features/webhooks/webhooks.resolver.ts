import { Args, Context, ID, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ForwardArgs, type ConnectionOf } from '../../graphql/connections/index.js';
import { FieldArgs } from '../../graphql/execution/field-args.js';
import { acting, Actor, ActorLoader, Allow, Role, type GraphqlContext, type Viewer } from '../auth/index.js';
import { StoryLoader, StoryType } from '../stories/index.js';
import { WebhookDeliveryConnection, type WebhookDeliveryType } from './graphql/webhook-delivery.type.js';
import {
  NewWebhookPayload,
  WebhookCreateInput,
  WebhookDeliveryArgs,
  WebhookPayload,
  WebhookUpdateArgs,
} from './graphql/webhook.inputs.js';
import { WebhookConnection, WebhookType } from './graphql/webhook.type.js';
import { WebhookDeliveriesService } from './webhook-deliveries.service.js';
import { toWebhook } from './webhook.mapper.js';
import { WebhooksService } from './webhooks.service.js';

@Resolver(() => WebhookType)
export class WebhooksResolver {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly log: WebhookDeliveriesService,
    private readonly actors: ActorLoader,
    private readonly stories: StoryLoader,
  ) {}

  @Allow(Role.ADMIN)
  @Query(() => WebhookConnection, {
    name: 'webhooks',
    description: 'The addresses that are told of what happens, newest first.',
  })
  list(@Args() args: ForwardArgs): Promise<ConnectionOf<WebhookType>> {
    return this.webhooks.list(args);
  }

  @Allow(Role.ADMIN)
  @Mutation(() => NewWebhookPayload, {
    description: 'Has an address told of what happens from now on. Its secret is in the answer and nowhere else.',
  })
  async webhookCreate(
    @Args('input', { description: 'What to make.' }) input: WebhookCreateInput,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<NewWebhookPayload>> {
    const { row, secret } = await this.webhooks.create(input, acting(viewer));
    return { newWebhook: { webhook: toWebhook(row), secret } };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => WebhookPayload, { description: 'Changes a webhook, disables it, or has it told again.' })
  async webhookUpdate(
    @Args() { id, expectedVersion, input }: WebhookUpdateArgs,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<WebhookPayload>> {
    return { webhook: toWebhook(await this.webhooks.update({ id, expectedVersion, viewer: acting(viewer) }, input)) };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => NewWebhookPayload, {
    description:
      'Gives a webhook a new secret, which is in the answer and nowhere else. For a day deliveries are signed with the one before, too.',
  })
  async webhookSecretRotate(
    @Args('id', { type: () => ID, description: 'The webhook.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<NewWebhookPayload>> {
    const { row, secret } = await this.webhooks.rotateSecret(id, acting(viewer));
    return { newWebhook: { webhook: toWebhook(row), secret } };
  }

  @Allow(Role.ADMIN)
  @Mutation(() => WebhookPayload, { description: 'Deletes a webhook with the log of what was sent to it.' })
  async webhookDelete(
    @Args('id', { type: () => ID, description: 'The webhook.' }) id: string,
    @Context('viewer') viewer: Viewer,
  ): Promise<Partial<WebhookPayload>> {
    return { webhook: toWebhook(await this.webhooks.delete(id, acting(viewer))) };
  }

  @ResolveField(() => StoryType, { nullable: true, description: 'The one story that it is told of; null for all.' })
  story({ storyId }: WebhookType, _args: unknown, { loaders }: GraphqlContext): Promise<StoryType | null> | null {
    return storyId === null ? null : this.stories.story(loaders, storyId);
  }

  @ResolveField(() => Actor, { nullable: true, description: 'Who made it.' })
  createdBy({ createdById }: WebhookType, _args: unknown, { loaders }: GraphqlContext): Promise<Actor | null> {
    return this.actors.load(loaders, createdById);
  }

  @ResolveField(() => WebhookDeliveryConnection, { description: 'What was or is to be sent to it, newest first.' })
  @FieldArgs(WebhookDeliveryArgs)
  deliveries(
    { localId }: WebhookType,
    args: WebhookDeliveryArgs,
    { loaders }: GraphqlContext,
  ): Promise<ConnectionOf<WebhookDeliveryType>> {
    return this.log.listOfWebhook(loaders, localId, args);
  }
}
