import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { SubjectDetectionService } from '../detection/index.js';
import { ReexaminationQueueRepository, ReexaminationsService, type WaitingSubject } from '../reexaminations/index.js';
import { VocabularyService } from '../vocabulary/index.js';

/** How long until the next look where nothing waits, in milliseconds: other processes change the vocabulary too. */
const PAUSE = 5_000;
/** How often a subject is tried before it is given up. */
const ATTEMPTS = 5;

/**
 * Examines again what changes of the vocabulary touched: one subject after the other, each in its own transaction
 * that also takes it off the list. So a process may die at any moment, and any number of processes can share the work.
 */
@Injectable()
export class ReexaminationWorker {
  readonly #logger = new Logger(ReexaminationWorker.name);
  readonly #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #rest = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly queue: ReexaminationQueueRepository,
    private readonly reexaminations: ReexaminationsService,
    private readonly vocabulary: VocabularyService,
    private readonly detection: SubjectDetectionService,
  ) {}

  /** Works until `stop` is called. */
  start(): void {
    const unlisten = this.reexaminations.onAnnounced(() => this.#rest.abort());
    this.#running ??= this.#work().finally(unlisten);
  }

  get #isStopping(): boolean {
    return this.#stopping.signal.aborted;
  }

  /** Finishes the subject that it is at, and no other. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#rest.abort();
    await this.#running;
  }

  /** Examines all that waits, but for what other processes have taken, and returns. */
  async drain(): Promise<void> {
    let examined = 0;
    while (!this.#isStopping && (await this.#next())) {
      examined += 1;
      // The embedded database works within this thread and never waits: without this no request would get its turn.
      await turn();
    }
    if (examined > 0) this.#logger.log(`examined ${examined} subjects again`);
  }

  async #work(): Promise<void> {
    while (!this.#isStopping) {
      // Made before looking, so that what is announced meanwhile cuts the rest short.
      this.#rest = new AbortController();
      await this.drain().catch((error: unknown) => this.#logger.error(error, 're-examination is held up'));
      if (!this.#stopping.signal.aborted)
        await delay(PAUSE, undefined, { signal: this.#rest.signal }).catch(() => null);
    }
  }

  /** @returns whether there was anything to do */
  async #next(): Promise<boolean> {
    const taken: { subject?: WaitingSubject } = {};
    try {
      return await this.database.transaction(async (tx) => {
        const now = new Date();
        const subject = await this.queue.take(tx);
        if (!subject) return false;
        taken.subject = subject;
        const vocabulary = await this.vocabulary.holdStill(tx);
        const changes = await this.detection.reexamine(tx, subject, vocabulary, now);
        await this.queue.finish(tx, subject, changes, now);
        return true;
      });
    } catch (error) {
      if (!taken.subject) throw error;
      await this.#putOff(taken.subject, error);
      return true;
    }
  }

  async #putOff(subject: WaitingSubject, error: unknown): Promise<void> {
    this.#logger.error(error, `examining subject ${subject.subjectId} of story ${subject.storyId} again failed`);
    if (subject.attempts + 1 < ATTEMPTS) await this.queue.postpone(subject);
    else await this.database.transaction((tx) => this.queue.giveUp(tx, subject, new Date()));
  }
}
