import { Args, Context, ID, Info, Resolver, Subscription } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { askedOf } from '../../graphql/execution/asked-of.js';
import { eventBatches, type EventBatch } from '../../graphql/subscriptions/event-batches.js';
import { Changes } from '../../platform/events/index.js';
import { Allow, Role, type GraphqlContext } from '../auth/index.js';
import { StoryLoader } from '../stories/index.js';
import { ClaimLoader } from './claim.loader.js';
import { ClaimType } from './graphql/claim.type.js';

@Resolver()
export class ClaimChangesResolver {
  constructor(
    private readonly claims: ClaimLoader,
    private readonly stories: StoryLoader,
    private readonly changes: Changes,
  ) {}

  @Allow(Role.READER)
  @Subscription(() => ClaimType, {
    description: 'Each claim that is written from now on, or changed, or cited once more or less.',
    resolve: (claim: ClaimType) => claim,
  })
  async claimChanged(
    @Args('story', { type: () => ID, nullable: true, description: 'Only claims of this story; of all where absent.' })
    story: string | null | undefined,
    @Context() context: GraphqlContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AsyncIterableIterator<EventBatch>> {
    const asked = askedOf(info);
    const storyId = await this.stories.idOfExisting(context.loaders, story, ['story']);
    const changed = await this.changes.follow({ of: 'claim', storyId });
    return eventBatches(changed, context, ({ loaders }, key) => this.claims.claim(loaders, key, asked));
  }
}
