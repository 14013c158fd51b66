import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { DeliveryLane } from './delivery-lane.js';
import { DeliveryQueue, type DeliveryJob } from './delivery-queue.js';
import { DeliveryService } from './delivery.service.js';
import { WebhookOutboxRepository } from './webhook-outbox.repository.js';
import { WebhookRelayService } from './webhook-relay.service.js';
import { WebhookWakeService } from './webhook-wake.service.js';

/** How long until the next look, in milliseconds. */
const LOOK = 2_000;
/** How often what processes left behind that died is freed, in milliseconds. */
const RELEASE = 10_000;
/** How often the log is shortened, in milliseconds. */
const TIDYING = 10 * 60_000;
/** How many requests are made to one receiver at a time. */
const WIDTH = 4;
/** How long requests under way may take to end when the service stops, in milliseconds. */
const GRACE = 3_000;
/** How much is removed from the log at once. */
const FORGOTTEN_AT_ONCE = 1_000;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Tells webhooks what has happened. Any number of processes share the work, and one may die at any moment: what it had in
 * hand is tried again by another.
 */
@Injectable()
export class WebhookWorker {
  readonly #logger = new Logger('Webhooks');
  readonly #lanes = new Map<string, DeliveryLane<DeliveryJob>>();
  readonly #stopping = new AbortController();
  readonly #aborting = new AbortController();
  #rest = new AbortController();
  #running: Promise<void> | undefined;
  #releaseDue = 0;
  #tidyingDue = 0;

  constructor(
    private readonly config: Config,
    private readonly outbox: WebhookOutboxRepository,
    private readonly relay: WebhookRelayService,
    private readonly queue: DeliveryQueue,
    private readonly deliveries: DeliveryService,
    private readonly wake: WebhookWakeService,
  ) {}

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Works until `stop` is called. */
  start(): void {
    this.wake.onWake(() => this.#rest.abort());
    this.#running ??= this.#work();
  }

  /** Takes no more, gives what is in hand a moment to end, and has the rest tried again later. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#rest.abort();
    for (const lane of this.#lanes.values()) lane.end();
    const idle = this.#idle();
    const overdue = setTimeout(() => this.#aborting.abort(), GRACE);
    await Promise.all([this.#running, idle]);
    clearTimeout(overdue);
  }

  /** Hands on and tries all that is due, but for what other processes have in hand, and returns. */
  async drain(): Promise<void> {
    for (;;) {
      const wasBusy = await this.#look();
      await this.#idle();
      const gaveUp = await this.#giveUp();
      if (!wasBusy && gaveUp === 0) return;
    }
  }

  /** Removes what is old from the log, and what nobody needs from the queue; takes up what the queue has lost. */
  async tidy(): Promise<void> {
    const { webhooks } = await this.outbox.look();
    if (webhooks.length > 0) {
      await this.queue.tidy(webhooks);
      const lost = await this.outbox.takeUpLost();
      if (lost > 0) this.#logger.warn({ message: 'Deliveries that the queue has lost are taken up again', lost });
    }
    const before = new Date(Date.now() - this.config.webhooks.logDays * DAY);
    while ((await this.outbox.forget(before, FORGOTTEN_AT_ONCE)) === FORGOTTEN_AT_ONCE);
  }

  async #work(): Promise<void> {
    while (!this.#isStopping) {
      // Made before looking, so that what comes meanwhile cuts the rest short.
      this.#rest = new AbortController();
      await this.#turn().catch((error: unknown) => this.#logger.error(error, 'webhooks are held up'));
      if (this.#stopping.signal.aborted) return;
      await delay(LOOK, undefined, { signal: this.#rest.signal }).catch(() => null);
    }
  }

  async #turn(): Promise<void> {
    while ((await this.#look()) && !this.#isStopping);
    if (this.#lanes.size > 0) await this.#giveUp();
    const now = Date.now();
    if (now >= this.#releaseDue && this.#lanes.size > 0) {
      this.#releaseDue = now + RELEASE;
      await this.queue.release();
    }
    if (now >= this.#tidyingDue) {
      this.#tidyingDue = now + TIDYING;
      await this.tidy();
    }
  }

  /** Hands on what there is and has each lane take what is due. @returns whether anything was handed on */
  async #look(): Promise<boolean> {
    const { webhooks, isWaiting } = await this.outbox.look();
    if (webhooks.length > 0) await this.queue.prepare(webhooks);
    const wasBusy = isWaiting && (await this.relay.step(webhooks));
    for (const id of [...this.#lanes.keys()].filter((each) => !webhooks.includes(each))) this.#lanes.delete(id);
    await Promise.all(webhooks.map((id) => this.#laneOf(id).pump()));
    return wasBusy;
  }

  #laneOf(webhookId: string): DeliveryLane<DeliveryJob> {
    const known = this.#lanes.get(webhookId);
    if (known) return known;
    const lane = new DeliveryLane<DeliveryJob>(
      {
        take: (atMost) => this.queue.take(webhookId, atMost),
        settle: (job) =>
          this.deliveries
            .attempt(job, this.#aborting.signal)
            // It is tried again once its time in hand has expired.
            .catch((error: unknown) => this.#logger.error(error, `an attempt for the webhook ${webhookId} got lost`)),
      },
      WIDTH,
    );
    this.#lanes.set(webhookId, lane);
    return lane;
  }

  async #giveUp(): Promise<number> {
    const dead = await this.queue.takeDead(100);
    for (const job of dead) await this.deliveries.giveUp(job);
    return dead.length;
  }

  async #idle(): Promise<void> {
    await Promise.all([...this.#lanes.values()].map((lane) => lane.idle()));
  }
}
