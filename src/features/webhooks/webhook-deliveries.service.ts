import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { batchedConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { WebhookWakeService } from './delivery/webhook-wake.service.js';
import type { WebhookAttemptType, WebhookDeliveryType } from './graphql/webhook-delivery.type.js';
import { WebhookDeliveryState, WebhookEventKind } from './graphql/webhook-event-kind.js';
import type { WebhookDeliveryArgs } from './graphql/webhook.inputs.js';
import {
  ATTEMPT_ORDER,
  DELIVERY_ORDER,
  WebhookDeliveriesRepository,
  type WebhookDeliveryRow,
} from './webhook-deliveries.repository.js';
import { recordOfWebhook } from './webhook-record.js';
import { toWebhookAttempt, toWebhookDelivery } from './webhook.mapper.js';
import { WebhooksRepository, type WebhookRow } from './webhooks.repository.js';

/** The log of what is sent, and having something sent. */
@Injectable()
export class WebhookDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly audit: AuditRepository,
    private readonly wake: WebhookWakeService,
  ) {}

  load(loaders: Loaders, id: string): Promise<WebhookDeliveryType | null> {
    const load = async (ids: readonly string[]) => {
      const rows = await this.deliveries.findByIds(ids);
      return inOrderOf(ids, rows, (row) => row.id, String).map((row) => row && toWebhookDelivery(row));
    };
    return loaders.get<string, WebhookDeliveryType | null>('webhookDelivery', load).load(id);
  }

  /** The deliveries of one webhook, newest first. */
  listOfWebhook(
    loaders: Loaders,
    webhookId: string,
    args: WebhookDeliveryArgs,
  ): Promise<ConnectionOf<WebhookDeliveryType>> {
    const state = args.state ?? null;
    return batchedConnection(loaders, webhookId, args, {
      name: `webhook.deliveries ${state ?? ''}`,
      ordering: DELIVERY_ORDER,
      nameOf: String,
      read: (ids, page) => this.deliveries.listOfWebhooks(ids, state, page),
      ownerOf: (row) => row.webhookId,
      toNode: toWebhookDelivery,
      cursorOf: (delivery) => [delivery.localId],
      count: (ids) => this.deliveries.countOfWebhooks(ids, state),
    });
  }

  /** The attempts of one delivery, the first one first. */
  listAttempts(loaders: Loaders, deliveryId: string, args: PageArgs): Promise<ConnectionOf<WebhookAttemptType>> {
    return batchedConnection(loaders, deliveryId, args, {
      name: 'webhookDelivery.attempts',
      ordering: ATTEMPT_ORDER,
      nameOf: String,
      read: (ids, page) => this.deliveries.listAttempts(ids, page),
      ownerOf: (row) => row.deliveryId,
      toNode: toWebhookAttempt,
      cursorOf: (attempt) => [attempt.number],
      count: (ids) => this.deliveries.countAttempts(ids),
    });
  }

  /** Has a webhook told that somebody tries it out. */
  async ping(globalId: string, viewer: ActingViewer): Promise<WebhookDeliveryRow> {
    const { id } = requireIds('Webhook', globalId, ['id']);
    const now = new Date();
    return this.sending(id, 'Webhook', async (tx, webhook) => {
      const row: WebhookDeliveryRow = {
        id: uuidv7(),
        webhookId: id,
        kind: WebhookEventKind.PING,
        storyId: null,
        objectId: null,
        actorId: viewer.accountId,
        occurredAt: now,
        state: WebhookDeliveryState.WAITING,
        settledAt: null,
        reason: null,
      };
      await this.deliveries.insert(tx, [row], now);
      const after = { delivery: row.id };
      await this.audit.append(tx, { viewer, action: 'webhookPing', ...recordOfWebhook(webhook), after }, now);
      return row;
    });
  }

  /** Has a delivery that was given up tried anew. */
  async replay(globalId: string, viewer: ActingViewer): Promise<WebhookDeliveryRow> {
    const { id } = requireIds('WebhookDelivery', globalId, ['id']);
    const [found] = await this.deliveries.findByIds([id]);
    if (!found) throw notFound('WebhookDelivery', ['id']);
    return this.sending(found.webhookId, 'WebhookDelivery', async (tx, webhook) => {
      const row = await this.deliveries.take(tx, id);
      if (!row) throw notFound('WebhookDelivery', ['id']);
      if (row.state !== WebhookDeliveryState.DEAD) {
        const message = `The delivery is ${row.state}: only what was given up is tried anew.`;
        throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
      }
      await this.deliveries.revive(tx, { id });
      const after = { delivery: id };
      await this.audit.append(tx, { viewer, action: 'webhookReplay', ...recordOfWebhook(webhook), after }, new Date());
      return { ...row, state: WebhookDeliveryState.WAITING, settledAt: null, reason: null };
    });
  }

  /** Has all that was given up for a webhook tried anew. @returns how many deliveries that are */
  async replayAll(globalId: string, viewer: ActingViewer): Promise<{ webhook: WebhookRow; replayed: number }> {
    const { id } = requireIds('Webhook', globalId, ['id']);
    return this.sending(id, 'Webhook', async (tx, webhook) => {
      const replayed = await this.deliveries.revive(tx, { webhookId: id });
      const act = { viewer, action: 'webhookReplayAll', ...recordOfWebhook(webhook), after: { replayed } };
      await this.audit.append(tx, act, new Date());
      return { webhook, replayed };
    });
  }

  /** Does something for a webhook that is told, in a transaction, and wakes the worker. */
  private async sending<Result>(
    webhookId: string,
    type: 'Webhook' | 'WebhookDelivery',
    work: (tx: Transaction, webhook: WebhookRow) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.database.transaction(async (tx) => {
      const webhook = await this.webhooks.take(tx, webhookId);
      if (!webhook) throw notFound(type, ['id']);
      if (webhook.disabledAt !== null) {
        const message = 'The webhook is disabled. Set disabled to false first (webhookUpdate).';
        throw userError(UserErrorCode.ILLEGAL_STATE, message, ['id']);
      }
      return work(tx, webhook);
    });
    this.wake.wake();
    return result;
  }
}
