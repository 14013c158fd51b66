import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { pageRequest, toConnection, type ConnectionOf, type PageArgs } from '../../graphql/connections/index.js';
import { UserErrorCode, userError } from '../../graphql/errors/index.js';
import { notFound, requireIds } from '../../graphql/node/index.js';
import { Database, type Transaction } from '../../platform/database/index.js';
import { inOrderOf, type Loaders } from '../../platform/loading/index.js';
import { AuditRepository } from '../audit/index.js';
import type { ActingViewer } from '../auth/index.js';
import { WebhookWakeService } from './delivery/webhook-wake.service.js';
import type { WebhookCreateInput, WebhookUpdateInput } from './graphql/webhook.inputs.js';
import type { WebhookType } from './graphql/webhook.type.js';
import { WebhookAddressService } from './webhook-address.service.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { recordOfWebhook, stateOfWebhook } from './webhook-record.js';
import { newWebhookSecret } from './webhook-secret.js';
import { toWebhook } from './webhook.mapper.js';
import { WEBHOOK_ORDER, WebhooksRepository, type WebhookRow } from './webhooks.repository.js';

/** Each takes some requests at a time of every process: all together must stay few. */
const MOST_WEBHOOKS = 50;
/** How long the secret before signs beside a new one, in milliseconds: time to bring the new one to all receivers. */
const ROTATION = 24 * 60 * 60 * 1000;

/** The change of a webhook that was read before. */
interface WebhookChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly viewer: ActingViewer;
}

/** Webhooks, for administrators. */
@Injectable()
export class WebhooksService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhooksRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly addresses: WebhookAddressService,
    private readonly audit: AuditRepository,
    private readonly wake: WebhookWakeService,
  ) {}

  /** All webhooks, newest first. */
  async list(args: PageArgs): Promise<ConnectionOf<WebhookType>> {
    const page = pageRequest(args, WEBHOOK_ORDER);
    const rows = await this.webhooks.list(page);
    return toConnection(
      rows.map(toWebhook),
      page,
      (webhook) => [webhook.localId],
      () => this.webhooks.count(),
    );
  }

  load(loaders: Loaders, id: string): Promise<WebhookType | null> {
    const load = async (ids: readonly string[]) =>
      inOrderOf(ids, await this.webhooks.findByIds(ids), (row) => row.id, String).map((row) => row && toWebhook(row));
    return loaders.get<string, WebhookType | null>('webhook', load).load(id);
  }

  /**
   * @returns the webhook and its secret, which is told this once
   * @throws UserErrors where nothing may be sent to the address, there is no such story, or there are enough webhooks
   */
  async create(input: WebhookCreateInput, viewer: ActingViewer): Promise<{ row: WebhookRow; secret: string }> {
    const storyId = input.story == null ? null : requireIds('Story', input.story, ['input', 'story']).id;
    await this.addresses.require(input.url, ['input', 'url']);
    const now = new Date();
    const secret = newWebhookSecret();
    const row: WebhookRow = {
      id: uuidv7(),
      name: input.name,
      url: input.url,
      kinds: [...new Set(input.kinds)],
      storyId,
      version: 1,
      createdById: viewer.accountId,
      createdAt: now,
      updatedAt: now,
      disabledAt: null,
      disabledReason: null,
      failingSince: null,
      previousSecretUntil: null,
    };
    await this.database.transaction(async (tx) => {
      if ((await this.webhooks.lockMaking(tx)) >= MOST_WEBHOOKS) {
        const message = `There are ${MOST_WEBHOOKS} webhooks, and no more can be served. Delete one that is not needed.`;
        throw userError(UserErrorCode.ILLEGAL_STATE, message, []);
      }
      if (storyId !== null && !(await this.webhooks.hasStory(tx, storyId))) throw notFound('Story', ['input', 'story']);
      await this.webhooks.insert(tx, row, secret);
      const after = stateOfWebhook(row);
      await this.audit.append(tx, { viewer, action: 'webhookCreate', ...recordOfWebhook(row), after }, now);
    });
    this.wake.wake();
    return { row, secret };
  }

  /** @throws UserErrors where there is no such webhook, it has changed meanwhile, or nothing may be sent to the address */
  async update({ id, expectedVersion, viewer }: WebhookChange, input: WebhookUpdateInput): Promise<WebhookRow> {
    if (input.url != null) await this.addresses.require(input.url, ['input', 'url']);
    const now = new Date();
    return this.change(id, async (tx, before) => {
      if (before.version !== expectedVersion) {
        const message = `The webhook has changed since version ${expectedVersion}: it is at version ${before.version}. Read it again.`;
        throw userError(UserErrorCode.STALE_VERSION, message, ['expectedVersion']);
      }
      const row = { ...before, ...changesOf(before, input, now), version: before.version + 1, updatedAt: now };
      await this.webhooks.update(tx, row);
      if (row.disabledReason !== null) await this.deliveries.giveUpAll(tx, row.id, DISABLED, now);
      const states = { before: stateOfWebhook(before), after: stateOfWebhook(row) };
      await this.audit.append(tx, { viewer, action: 'webhookUpdate', ...recordOfWebhook(row), ...states }, now);
      return row;
    });
  }

  /**
   * Gives a webhook a new secret. The one before signs beside it for a day.
   * @returns the webhook and the secret, which is told this once
   */
  async rotateSecret(globalId: string, viewer: ActingViewer): Promise<{ row: WebhookRow; secret: string }> {
    const now = new Date();
    const secret = newWebhookSecret();
    const row = await this.change(globalId, async (tx, before) => {
      const previousSecretUntil = new Date(now.getTime() + ROTATION);
      const row = { ...before, previousSecretUntil, version: before.version + 1, updatedAt: now };
      await this.webhooks.rotate(tx, row, secret);
      const states = { before: stateOfWebhook(before), after: stateOfWebhook(row) };
      await this.audit.append(tx, { viewer, action: 'webhookSecretRotate', ...recordOfWebhook(row), ...states }, now);
      return row;
    });
    return { row, secret };
  }

  /** Deletes a webhook with the log of what was sent to it. @returns it, as it was */
  async delete(globalId: string, viewer: ActingViewer): Promise<WebhookRow> {
    return this.change(globalId, async (tx, row) => {
      await this.webhooks.delete(tx, row.id);
      const before = stateOfWebhook(row);
      await this.audit.append(tx, { viewer, action: 'webhookDelete', ...recordOfWebhook(row), before }, new Date());
      return row;
    });
  }

  private change(
    globalId: string,
    work: (tx: Transaction, row: WebhookRow) => Promise<WebhookRow>,
  ): Promise<WebhookRow> {
    const { id } = requireIds('Webhook', globalId, ['id']);
    return this.database.transaction(async (tx) => {
      const row = await this.webhooks.take(tx, id);
      if (!row) throw notFound('Webhook', ['id']);
      return work(tx, row);
    });
  }
}

const DISABLED = 'The webhook was disabled.';

function changesOf(before: WebhookRow, input: WebhookUpdateInput, now: Date): Partial<WebhookRow> {
  const { disabled, disabledReason } = input;
  const isDisabled = disabled ?? before.disabledAt !== null;
  if (disabledReason != null && !isDisabled) {
    const message = 'The webhook is not disabled, so there is no reason for it. Leave it out, or disable it.';
    throw userError(UserErrorCode.INVALID_INPUT, message, ['input', 'disabledReason']);
  }
  return {
    name: input.name ?? before.name,
    url: input.url ?? before.url,
    kinds: input.kinds ? [...new Set(input.kinds)] : before.kinds,
    disabledAt: isDisabled ? (before.disabledAt ?? now) : null,
    disabledReason: isDisabled ? (disabledReason ?? before.disabledReason ?? 'An administrator disabled it.') : null,
    // Whoever has it told again begins with what it does from now on.
    ...(!isDisabled && before.disabledAt !== null && { failingSince: null }),
  };
}
