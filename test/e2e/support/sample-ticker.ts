import { Args, Field, Int, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { eventBatches, type EventBatch, type Renewable } from '../../../src/graphql/subscriptions/event-batches.js';
import { Mailbox } from '../../../src/platform/events/mailbox.js';

@ObjectType('Tick')
class Tick {
  @Field(() => Int)
  number!: number;

  @Field(() => String)
  text!: string;
}

class Anybody implements Renewable<Anybody> {
  renewed(): Promise<Anybody> {
    return Promise.resolve(this);
  }
}

/** A clock that ticks when a test says so, with as long a text as the subscriber wants. */
@Resolver()
export class TickerResolver {
  readonly #open = new Set<Mailbox<number>>();
  /** How often something was read for a subscriber. */
  reads = 0;

  get followers(): number {
    return this.#open.size;
  }

  tick(number: number): void {
    for (const mailbox of this.#open) mailbox.put([number]);
  }

  @Subscription(() => Tick, { resolve: (tick: Tick) => tick })
  ticks(@Args('length', { type: () => Int, defaultValue: 1 }) length: number): AsyncIterableIterator<EventBatch> {
    const mailbox = new Mailbox<number>(String, () => this.#open.delete(mailbox));
    this.#open.add(mailbox);
    return eventBatches(mailbox, new Anybody(), (_context, number) => {
      this.reads += 1;
      return Promise.resolve({ number, text: 'x'.repeat(length) });
    });
  }
}
