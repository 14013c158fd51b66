import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import { badUserInput } from '../../graphql/errors/index.js';
import { Database, nameOfKey, type StoryKey } from '../../platform/database/index.js';
import { SnapshotsRepository } from '../sources/index.js';
import { SourceReadingsRepository, type ReadingStateRow } from './source-readings.repository.js';
import type { KnownVocabulary } from './known-vocabulary.js';
import { SourceModelReadingService } from './source-model-reading.service.js';
import { TextReadingService } from './text-reading.service.js';

/** Most that is read for one list of sources, in bytes: some ten seconds. */
const MAX_READ = 4_000_000;

/**
 * Reads sources for suggestions when somebody asks for these, so that it does not matter how a source came in, and one
 * that nobody looks at costs nothing. A text is read once by the same vocabulary; a newer text, or vocabulary, is read
 * when asked for next. A language model, where one is set, begins when the grammar is done.
 */
@Injectable()
export class SourceReadingService {
  /** What is being read in this process, by source and reader. */
  readonly #reading = new Map<string, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly readings: SourceReadingsRepository,
    private readonly snapshots: SnapshotsRepository,
    private readonly texts: TextReadingService,
    private readonly models: SourceModelReadingService,
  ) {}

  /**
   * Makes sure that the newest texts of some sources have been read.
   * @throws GraphQLError BAD_USER_INPUT where that is more than can be read for one request
   */
  async bringUpToDate(sources: readonly StoryKey[]): Promise<void> {
    const known = await this.texts.known(null);
    if (known.vocabulary.properties.length === 0) return;
    const reader = this.texts.nameOf(known);
    const states = await this.readings.findStates(sources);
    const stale = states.filter((state) => state.reader !== reader || state.readSnapshotId !== state.snapshotId);
    if (stale.length > 1 && stale.reduce((sum, { size }) => sum + size, 0) > MAX_READ) {
      throw badUserInput('These sources have too much text to be read at once. Ask for fewer.', ['first']);
    }
    for (const state of stale) await this.#readOnce(state, reader, known);
    await this.models.takeDue(
      states.filter((state) => !stale.includes(state)),
      known,
    );
  }

  /** What was last read of some sources, and how far the model is with them. */
  states(sources: readonly StoryKey[]): Promise<ReadingStateRow[]> {
    return this.readings.findStates(sources);
  }

  #readOnce(state: ReadingStateRow, reader: string, known: KnownVocabulary): Promise<void> {
    const name = `${nameOfKey(state)} ${state.snapshotId} ${reader}`;
    const running = this.#reading.get(name);
    if (running) return running;
    const reading = this.#read(state, reader, known).finally(() => this.#reading.delete(name));
    this.#reading.set(name, reading);
    return reading;
  }

  async #read(state: ReadingStateRow, reader: string, known: KnownVocabulary): Promise<void> {
    const { storyId, snapshotId } = state;
    const [snapshot] = await this.snapshots.findTexts([{ storyId, id: snapshotId }]);
    if (!snapshot) throw new Error('A snapshot that was just found is not there.');
    const found = await this.texts.read(snapshot.text, state.publishedAt, known);
    const suggestions = found.map((suggestion) => ({ ...suggestion, id: uuidv7() }));
    const now = new Date();
    const model = this.models.begun(now);
    const replaces = this.models.isSet ? (['GRAMMAR'] as const) : (['GRAMMAR', 'MODEL'] as const);
    const isKept = await this.database.transaction(async (tx) => {
      // Whoever comes with an older text has nothing to say any more.
      if ((await this.readings.lock(tx, state)) !== snapshotId) return false;
      await this.readings.keep(tx, state, { snapshotId, reader, suggestions, replaces, model }, now);
      return true;
    });
    if (isKept) this.models.begin({ ...state, modelFailures: 0 }, known);
  }
}
