import { Args, Context, ID, Resolver, Subscription } from '@nestjs/graphql';
import { eventBatches, type EventBatch } from '../../graphql/subscriptions/event-batches.js';
import { Changes } from '../../platform/events/index.js';
import { Allow, Role, type GraphqlContext } from '../auth/index.js';
import { StoryLoader } from '../stories/index.js';
import { ContradictionLoader } from './contradiction.loader.js';
import { ContradictionType } from './graphql/contradiction.type.js';

@Resolver()
export class ContradictionChangesResolver {
  constructor(
    private readonly contradictions: ContradictionLoader,
    private readonly stories: StoryLoader,
    private readonly changes: Changes,
  ) {}

  @Allow(Role.READER)
  @Subscription(() => ContradictionType, {
    description:
      'Each contradiction that is found from now on, or decided, or changed by new evidence, or whose ground is gone.',
    resolve: (contradiction: ContradictionType) => contradiction,
  })
  async contradictionChanged(
    @Args('story', {
      type: () => ID,
      nullable: true,
      description: 'Only contradictions of this story; of all where absent.',
    })
    story: string | null | undefined,
    @Context() context: GraphqlContext,
  ): Promise<AsyncIterableIterator<EventBatch>> {
    const storyId = await this.stories.idOfExisting(context.loaders, story, ['story']);
    const changed = await this.changes.follow({ of: 'contradiction', storyId });
    return eventBatches(changed, context, ({ loaders }, key) => this.contradictions.contradiction(loaders, key));
  }
}
