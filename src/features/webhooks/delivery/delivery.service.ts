import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { Database, type Transaction } from '../../../platform/database/index.js';
import { WebhookAddressService } from '../webhook-address.service.js';
import { WebhookDeliveriesRepository } from '../webhook-deliveries.repository.js';
import { DeliveryQueue, type DeliveryJob } from './delivery-queue.js';
import { sendMessage, type Outcome } from './send-message.js';
import { WebhookAttemptsRepository } from './webhook-attempts.repository.js';
import { messageOf } from './webhook-message.js';

/** Every attempt has to fail for so long, in milliseconds, until a webhook is told nothing more. */
const FAILING_AT_MOST = 5 * 24 * 60 * 60 * 1000;
/** What a receiver answers that wants to be told nothing more (Standard Webhooks, "Delivery success and failure"). */
const GONE = 410;

/** Makes deliveries. What came of one is noted in the transaction that settles its job. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly attempts: WebhookAttemptsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly addresses: WebhookAddressService,
  ) {}

  /** Makes one attempt. */
  async attempt(job: DeliveryJob, stopping: AbortSignal): Promise<void> {
    const due = await this.attempts.findDue(job.data.delivery, job.data.run);
    if (!due) return this.database.transaction((tx) => this.queue.finish(tx, job));
    const { id, url, secrets, webhookId } = due;
    const outcome = await sendMessage({ id, url, secrets, body: messageOf(due) }, this.addresses.rules, stopping);
    await this.database.transaction(async (tx) => {
      // The webhook first, as whoever disables it does.
      if (outcome.error === null) await this.attempts.noteSuccess(tx, webhookId);
      else await this.#fail(tx, webhookId, outcome);
      await this.attempts.note(tx, id, outcome);
      if (outcome.error === null) {
        await this.attempts.settleDelivered(tx, id, new Date());
        await this.queue.finish(tx, job);
      } else {
        await this.queue.fail(tx, job);
      }
    });
  }

  /** Gives up a delivery that was tried as often as it is to be. */
  async giveUp(job: DeliveryJob): Promise<void> {
    const { attempts } = this.config.webhooks;
    await this.database.transaction(async (tx) => {
      await this.attempts.giveUp(tx, job.data, `It was tried ${attempts} times.`, new Date());
      await this.queue.finish(tx, job);
    });
  }

  async #fail(tx: Transaction, webhookId: string, { status }: Outcome): Promise<void> {
    const now = new Date();
    const since = await this.attempts.noteFailure(tx, webhookId, now);
    if (since === null) return;
    const reason = reasonToDisable(status, since, now);
    if (reason === null) return;
    await this.attempts.disable(tx, webhookId, reason, now);
    await this.deliveries.giveUpAll(tx, webhookId, 'The webhook was disabled.', now);
  }
}

function reasonToDisable(status: number | null, since: Date, now: Date): string | null {
  if (status === GONE) return 'The receiver answered that it is gone (status 410).';
  if (now.getTime() - since.getTime() < FAILING_AT_MOST) return null;
  return `Every attempt has failed since ${since.toISOString()}.`;
}
