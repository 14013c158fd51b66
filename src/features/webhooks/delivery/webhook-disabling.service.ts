import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { AuditRepository } from '../../audit/index.js';
import { FirstStartService, Role } from '../../auth/index.js';
import { WebhookDeliveriesRepository } from '../webhook-deliveries.repository.js';
import { recordOfWebhook, stateOfWebhook } from '../webhook-record.js';
import { WebhooksRepository } from '../webhooks.repository.js';

/** The account under which the service disables what only fails. */
const ACCOUNT = 'Gainsay webhooks';
/** Every attempt has to fail for so long, in milliseconds, until a webhook is told nothing more. */
const FAILING_AT_MOST = 5 * 24 * 60 * 60 * 1000;
/** What a receiver answers that wants to be told nothing more (Standard Webhooks, "Delivery success and failure"). */
const GONE = 410;

/** Disables webhooks that nobody answers for. */
@Injectable()
export class WebhookDisablingService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly audit: AuditRepository,
    private readonly accounts: FirstStartService,
  ) {}

  /**
   * Disables a webhook whose last attempt has failed, where it has failed for too long or for good. What waits is given up.
   * @param status of the answer; null where none came
   * @param since when every attempt has failed
   */
  async afterFailure(id: string, status: number | null, since: Date): Promise<void> {
    const now = new Date();
    const disabledReason = reasonToDisable(status, since, now);
    if (disabledReason === null) return;
    const viewer = await this.accounts.ensureService(ACCOUNT, Role.ADMIN);
    await this.database.transaction(async (tx) => {
      const before = await this.webhooks.take(tx, id);
      if (before?.disabledAt !== null) return;
      const row = { ...before, disabledAt: now, disabledReason, version: before.version + 1, updatedAt: now };
      await this.webhooks.update(tx, row);
      await this.deliveries.giveUpAll(tx, id, 'The webhook was disabled.', now);
      const states = { before: stateOfWebhook(before), after: stateOfWebhook(row) };
      await this.audit.append(tx, { viewer, action: 'webhookFailed', ...recordOfWebhook(row), ...states }, now);
    });
  }
}

function reasonToDisable(status: number | null, since: Date, now: Date): string | null {
  if (status === GONE) return 'The receiver answered that it is gone (status 410).';
  if (now.getTime() - since.getTime() < FAILING_AT_MOST) return null;
  return `Every attempt has failed since ${since.toISOString()}.`;
}
