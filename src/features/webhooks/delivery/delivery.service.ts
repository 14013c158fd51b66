import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config.js';
import { Database } from '../../../platform/database/index.js';
import { WebhookAddressService } from '../webhook-address.service.js';
import { DeliveryQueue, type DeliveryJob } from './delivery-queue.js';
import { sendMessage } from './send-message.js';
import { WebhookAttemptsRepository } from './webhook-attempts.repository.js';
import { WebhookDisablingService } from './webhook-disabling.service.js';
import { messageOf } from './webhook-message.js';

/** Makes deliveries. What came of one is noted in the transaction that settles its job. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly queue: DeliveryQueue,
    private readonly attempts: WebhookAttemptsRepository,
    private readonly disabling: WebhookDisablingService,
    private readonly addresses: WebhookAddressService,
  ) {}

  /** Makes one attempt. */
  async attempt(job: DeliveryJob, stopping: AbortSignal): Promise<void> {
    const due = await this.attempts.findDue(job.data.delivery, job.data.run);
    if (!due) return this.database.transaction((tx) => this.queue.finish(tx, job));
    const { id, url, secrets, webhookId } = due;
    const outcome = await sendMessage({ id, url, secrets, body: messageOf(due) }, this.addresses.rules, stopping);
    const failingSince = await this.database.transaction(async (tx) => {
      // The webhook first, as whoever disables it does.
      const since = await this.attempts.noteOutcome(tx, webhookId, outcome);
      await this.attempts.note(tx, id, outcome);
      if (outcome.error === null) {
        await this.attempts.settleDelivered(tx, id, new Date());
        await this.queue.finish(tx, job);
      } else {
        await this.queue.fail(tx, job);
      }
      return since;
    });
    if (failingSince !== null) await this.disabling.afterFailure(webhookId, outcome.status, failingSince);
  }

  /** Gives up a delivery that was tried as often as it is to be. */
  async giveUp(job: DeliveryJob): Promise<void> {
    const { attempts } = this.config.webhooks;
    await this.database.transaction(async (tx) => {
      await this.attempts.giveUp(tx, job.data, `It was tried ${attempts} times.`, new Date());
      await this.queue.finish(tx, job);
    });
  }
}
