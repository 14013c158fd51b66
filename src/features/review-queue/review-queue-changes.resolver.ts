import { Args, Context, Resolver, Subscription } from '@nestjs/graphql';
import { eventBatches, type EventBatch } from '../../graphql/subscriptions/event-batches.js';
import { Changes } from '../../platform/events/index.js';
import { Allow, Role, type GraphqlContext } from '../auth/index.js';
import { StoryLoader } from '../stories/index.js';
import { ReviewQueueChangedArgs } from './graphql/review.args.js';
import { ReviewQueueChangeType } from './graphql/review.types.js';
import { criteriaOf, ReviewQueueService } from './review-queue.service.js';

@Resolver()
export class ReviewQueueChangesResolver {
  constructor(
    private readonly queue: ReviewQueueService,
    private readonly stories: StoryLoader,
    private readonly changes: Changes,
  ) {}

  @Allow(Role.CONTRIBUTOR)
  @Subscription(() => ReviewQueueChangeType, {
    description:
      'Each item that comes into the review queue from now on, changes there, is handed out, given back or assigned, or leaves it. A lease that runs out is not told: it says until when it lasts.',
    resolve: (change: ReviewQueueChangeType) => change,
  })
  async reviewQueueChanged(
    @Args() args: ReviewQueueChangedArgs,
    @Context() context: GraphqlContext,
  ): Promise<AsyncIterableIterator<EventBatch>> {
    const storyId = await this.stories.idOfExisting(context.loaders, args.story, ['story']);
    const criteria = criteriaOf(args, new Date(), []);
    const changed = await this.changes.follow({ of: 'review_queue', storyId });
    return eventBatches(changed, context, ({ loaders }, key) => this.queue.changed(loaders, criteria, key));
  }
}
