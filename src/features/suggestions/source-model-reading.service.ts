import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { Database, nameOfKey } from '../../platform/database/index.js';
import { SnapshotsRepository } from '../sources/index.js';
import type { KnownVocabulary } from './known-vocabulary.js';
import { ModelReadingService } from './model/model-reading.service.js';
import type { ModelProblemName } from './model/model-problem.js';
import { SourceReadingsRepository, type ModelState, type ReadingStateRow } from './source-readings.repository.js';
import { TextReadingService, type ReadByModel } from './text-reading.service.js';

const MINUTE = 60_000;
/** How long a model may take for one source, in milliseconds. */
const PATIENCE = 15 * MINUTE;
/** After this somebody else takes a source over, as whoever had it has died; longer than a few sources take. */
const LEASE = 60 * MINUTE;
/** How long until a model that has failed is asked again by whoever looks; four times as long each time, up to a day. */
const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = 24 * 60 * MINUTE;

const NO_MODEL: ModelState = { modelStatus: null, modelProblem: null, modelDueAt: null, modelFailures: 0 };

/**
 * Has sources read by the language model that the operator has set, after the grammar and behind the back of whoever
 * asked: a model takes minutes, and may be gone. One source after the other in this process; nothing of the database is
 * held meanwhile.
 */
@Injectable()
export class SourceModelReadingService implements OnModuleDestroy {
  readonly #logger = new Logger('Model');
  readonly #waiting = new Set<string>();
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly model: ModelReadingService,
    private readonly readings: SourceReadingsRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly texts: TextReadingService,
  ) {}

  /** Whether there is a model to read by. */
  get isSet(): boolean {
    return this.model.model !== null;
  }

  /** Where the model stands with a source that the grammar has just read. */
  begun(now: Date): ModelState {
    if (!this.isSet) return NO_MODEL;
    return { ...NO_MODEL, modelStatus: 'READING', modelDueAt: after(now, LEASE) };
  }

  /** Takes on those sources that are due: where the model failed a while ago, or whoever was at it has died. */
  async takeDue(states: readonly ReadingStateRow[], known: KnownVocabulary): Promise<void> {
    const now = new Date();
    for (const state of states) {
      if (state.modelDueAt === null || state.modelDueAt > now) continue;
      if (await this.readings.takeDue(state, now, after(now, LEASE))) this.begin(state, known);
    }
  }

  /** Puts a source at the end of those that the model shall read. */
  begin(state: ReadingStateRow, known: KnownVocabulary): void {
    const name = `${nameOfKey(state)} ${state.snapshotId} ${this.texts.nameOf(known)}`;
    if (!this.isSet || this.#waiting.has(name)) return;
    this.#waiting.add(name);
    this.#turn = this.#turn
      .then(() => this.#read(state, known))
      .catch((error: unknown) => this.#logger.error(error, 'a source was not read by the model'))
      .finally(() => this.#waiting.delete(name));
  }

  /** The model stops at once when the service does; what it has read until then is kept. */
  async onModuleDestroy(): Promise<void> {
    this.model.stop();
    await this.#turn;
  }

  async #read(state: ReadingStateRow, known: KnownVocabulary): Promise<void> {
    const { storyId, snapshotId } = state;
    const [snapshot] = await this.snapshots.findTexts([{ storyId, id: snapshotId }]);
    if (!snapshot) throw new Error('A snapshot that was just found is not there.');
    const found = this.model.isStopped ? [] : await this.texts.read(snapshot.text, state.publishedAt, known);
    const told = await this.texts.readByModel(snapshot.text, state.publishedAt, known, found, PATIENCE);
    const suggestions = told.suggestions.map((suggestion) => ({ ...suggestion, id: uuidv7() }));
    const reader = this.texts.nameOf(known);
    const now = new Date();
    await this.database.transaction(async (tx) => {
      // Whoever comes with an older text or vocabulary has nothing to say any more.
      if ((await this.readings.lock(tx, state)) !== snapshotId) return;
      if ((await this.readings.readerOf(tx, state)) !== reader) return;
      // What an earlier reading found stays until one has gone through all of the text.
      const replaces = told.problem === null ? (['MODEL'] as const) : [];
      const model = stateAfter(told, state.modelFailures ?? 0, now);
      await this.readings.keep(tx, state, { snapshotId, reader, suggestions, replaces, model }, now);
    });
  }
}

/** Where a model stands with a text that it has read, or not. */
function stateAfter({ problem, anyRead }: ReadByModel, failures: number, now: Date): ModelState {
  if (problem === null) return { ...NO_MODEL, modelStatus: 'READ' };
  const [modelDueAt, modelFailures] = dueAfter(problem, failures, now);
  return { modelStatus: anyRead ? 'PARTIAL' : 'FAILED', modelProblem: problem, modelDueAt, modelFailures };
}

function dueAfter(problem: ModelProblemName, failures: number, now: Date): [dueAt: Date | null, failures: number] {
  if (problem === 'TEXT_TOO_LONG') return [null, 0];
  if (problem === 'STOPPED') return [now, failures];
  return [after(now, Math.min(FIRST_PAUSE * 4 ** failures, LONGEST_PAUSE)), failures + 1];
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
