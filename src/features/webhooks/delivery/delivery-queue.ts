import { Injectable, Logger } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { Config } from '../../../platform/config/config.js';
import { Database, type Transaction } from '../../../platform/database/index.js';

/** What a job of the queue names. */
export interface DeliveryJobData {
  readonly delivery: string;
  /** Which run of the delivery it is for: what is left of one before counts for nothing. */
  readonly run: number;
}

export type DeliveryJob = PgBoss.Job<DeliveryJobData>;

const PREFIX = 'webhook-';
/** Jobs that were tried often enough, of all webhooks. */
const DEAD = 'dead-webhook-deliveries';
/** How long a process that took a job may take beside what the receiver may, in seconds, before another tries it. */
const SETTLING = 8;
/** How long finished jobs stay, in seconds. What people want to know of them is in the log of deliveries. */
const KEPT = 60 * 60;

/**
 * Deliveries that wait for their time: pg-boss, on the same database, with a queue for each webhook so that none waits for
 * another. It begins with the first use, so that its tables are there only where there are webhooks.
 */
@Injectable()
export class DeliveryQueue {
  readonly #logger = new Logger('Webhooks');
  readonly #made = new Set<string>();
  #boss: Promise<PgBoss> | null = null;

  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Makes the queues of webhooks, where they are not there yet. */
  async prepare(webhookIds: readonly string[]): Promise<void> {
    const boss = await this.#started();
    const { attempts, pause, patience } = this.config.webhooks;
    for (const id of webhookIds.filter((each) => !this.#made.has(each))) {
      const name = PREFIX + id;
      const options = {
        name,
        retryLimit: attempts - 1,
        retryDelay: pause,
        retryBackoff: pause > 0,
        expireInSeconds: Math.ceil(patience / 1000) + SETTLING,
        deadLetter: DEAD,
      };
      await boss.createQueue(name, options);
      // Where it was there, the settings may have been others.
      await boss.updateQueue(name, options);
      this.#made.add(id);
    }
  }

  /** Takes up deliveries for webhooks that are prepared, if the transaction commits. */
  async add(tx: Transaction, deliveries: readonly { id: string; webhookId: string; run: number }[]): Promise<void> {
    const boss = await this.#started();
    const jobs = deliveries.map(({ id, webhookId, run }) => ({
      name: PREFIX + webhookId,
      data: { delivery: id, run },
    }));
    await boss.insert(jobs, { db: within(tx) });
  }

  /** Takes jobs of a webhook whose time has come, which nobody else gets until they are settled or have expired. */
  async take(webhookId: string, atMost: number): Promise<DeliveryJob[]> {
    const boss = await this.#started();
    return boss.fetch<DeliveryJobData>(PREFIX + webhookId, { batchSize: atMost });
  }

  async takeDead(atMost: number): Promise<DeliveryJob[]> {
    const boss = await this.#started();
    return boss.fetch<DeliveryJobData>(DEAD, { batchSize: atMost });
  }

  async finish(tx: Transaction, job: DeliveryJob): Promise<void> {
    const boss = await this.#started();
    await boss.complete(job.name, job.id, {}, { db: within(tx) });
  }

  /** Has it tried again later, or puts it with the dead ones where it was tried often enough. */
  async fail(tx: Transaction, job: DeliveryJob): Promise<void> {
    const boss = await this.#started();
    await boss.fail(job.name, job.id, {}, { db: within(tx) });
  }

  /** Frees jobs of processes that died. */
  async release(): Promise<void> {
    const boss = await this.#started();
    await boss.expire();
  }

  /** Removes what is finished, and the queues of webhooks that are gone. */
  async tidy(webhookIds: readonly string[]): Promise<void> {
    const boss = await this.#started();
    await boss.maintain();
    const present = new Set([DEAD, ...webhookIds.map((id) => PREFIX + id)]);
    for (const { name } of await boss.getQueues()) {
      if (present.has(name)) continue;
      await this.database.statement('DELETE FROM pgboss.job WHERE name = $1', [name]);
      await boss.deleteQueue(name);
    }
  }

  async #started(): Promise<PgBoss> {
    this.#boss ??= this.#start().catch((error: unknown) => {
      this.#boss = null;
      throw error;
    });
    return this.#boss;
  }

  async #start(): Promise<PgBoss> {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => this.#execute(text, values) },
      // Upkeep is called for by the worker, so that nothing is left running when the service stops.
      supervise: false,
      schedule: false,
      archiveCompletedAfterSeconds: KEPT,
      deleteAfterSeconds: KEPT,
    });
    boss.on('error', (error) => this.#logger.error({ message: 'The job queue failed', error: String(error) }));
    await boss.start();
    await boss.createQueue(DEAD);
    return boss;
  }

  /** Scripts of pg-boss are transactions without values, which prepared statements cannot be. */
  async #execute(text: string, values: readonly unknown[] | undefined): Promise<{ rows: unknown[] }> {
    if (values === undefined && /^\s*BEGIN;/.test(text)) {
      await this.database.script(text);
      return { rows: [] };
    }
    return { rows: await this.database.statement(text, values ?? []) };
  }
}

function within(tx: Transaction): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await tx.statement(text, values) }) };
}
