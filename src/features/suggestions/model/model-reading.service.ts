import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import {
  toldReader,
  type Passage,
  type ReadingContext,
  type Suggestion,
  type ToldClaim,
  type ToldProblem,
  type ToldReader,
} from '../../../domain/reading/index.js';
import { Config } from '../../../platform/config/config.js';
import type { KnownVocabulary } from '../known-vocabulary.js';
import { ModelClient, type ModelQuestion } from './model-client.js';
import { ModelFailure, type ModelProblemName } from './model-problem.js';
import { QUESTION, questionsBy, toldClaim, toldClaims } from './model-question.js';
import { passagesOf } from './passages.js';

/** Longest passage that is sent at once, in UTF-16 code units: a few pages, of which models still tell all. */
const PASSAGE = 6_000;
/** Most passages of one text that are sent: what one text may cost has a bound. */
const MOST_PASSAGES = 64;
/** Passages of one text that are asked about at the same time. */
const AT_ONCE = 3;

/** What a model has read of a text, of which every word was found in the text. */
export interface ModelFindings {
  readonly suggestions: readonly Suggestion[];
  /** Why not all of the text has been read; null where it has. */
  readonly problem: ModelProblemName | null;
  /** Whether any passage has been read. */
  readonly anyRead: boolean;
}

/** What is asked and verified by one vocabulary. */
interface Readers {
  readonly digest: string;
  readonly question: (passage: Passage, context: ReadingContext) => ModelQuestion;
  readonly reader: (passage: Passage, context: ReadingContext) => ToldReader;
}

/** Has texts read by the language model that the operator has set, if any. */
@Injectable()
export class ModelReadingService implements OnModuleDestroy {
  readonly #logger = new Logger('Model');
  readonly #client: ModelClient | null;
  readonly #stopping = new AbortController();
  #readers: Readers | null = null;

  constructor(config: Config) {
    this.#client = config.model ? new ModelClient(config.model) : null;
  }

  /** The name by which the model is served; null where none is set. */
  get model(): string | null {
    return this.#client?.name ?? null;
  }

  /** Names the model and how it is asked; empty where none is set. */
  get reader(): string {
    return this.#client ? `, model ${this.#client.name}, question ${QUESTION}` : '';
  }

  /**
   * What the model tells of a text, as far as the text bears it out. It never fails: what went wrong is told beside what
   * was read until then. Holds nothing of the database.
   * @param patience how long it may take in all, in milliseconds
   */
  async read(text: string, context: ReadingContext, known: KnownVocabulary, patience: number): Promise<ModelFindings> {
    const client = this.#client;
    if (client === null) throw new Error('There is no model to read by.');
    const all = passagesOf(text, PASSAGE);
    const waiting = all.slice(0, MOST_PASSAGES);
    const readers = this.#readersOf(known);
    const late = AbortSignal.timeout(patience);
    const givenUp = new AbortController();
    const stopped = AbortSignal.any([late, givenUp.signal, this.#stopping.signal]);
    const found: (readonly Suggestion[])[] = [];
    const dropped = new Map<ToldProblem | 'MALFORMED', number>();
    let problem: ModelProblemName | null = null;
    let [next, read] = [0, 0];
    const readOn = async (): Promise<void> => {
      while (!stopped.aborted) {
        const at = next++;
        const passage = waiting[at];
        if (passage === undefined) return;
        try {
          const answer = await client.ask(readers.question(passage, context), stopped);
          found[at] = verified(answer, readers.reader(passage, context), dropped);
          read += 1;
        } catch (error) {
          if (!(error instanceof ModelFailure)) throw error;
          if (givenUp.signal.aborted) return;
          problem = error.problem === 'STOPPED' && late.aborted ? 'TOO_SLOW' : error.problem;
          this.#logger.warn(`${error.message} (passage ${at + 1} of ${waiting.length})`);
          // A bad answer is about this passage; whatever else is wrong would be so with the next one.
          if (error.problem !== 'BAD_ANSWER') givenUp.abort();
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
    if (read < waiting.length) problem ??= this.#stopping.signal.aborted ? 'STOPPED' : 'TOO_SLOW';
    if (all.length > waiting.length) problem ??= 'TEXT_TOO_LONG';
    if (dropped.size > 0) this.#logger.log({ message: 'claims of the model dropped', ...Object.fromEntries(dropped) });
    return { suggestions: found.flat(), problem, anyRead: read > 0 };
  }

  /** From now on nobody is waited for: whoever reads is told so. */
  stop(): void {
    this.#stopping.abort();
  }

  get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async onModuleDestroy(): Promise<void> {
    this.stop();
    await this.#client?.close();
  }

  #readersOf({ vocabulary, digest }: KnownVocabulary): Readers {
    if (this.#readers?.digest === digest) return this.#readers;
    this.#readers = { digest, question: questionsBy(vocabulary), reader: toldReader(vocabulary) };
    return this.#readers;
  }
}

/** What of an answer the passage bears out; the rest is counted by what was wrong with it. */
function verified(
  answer: unknown,
  reader: ToldReader,
  dropped: Map<ToldProblem | 'MALFORMED', number>,
): readonly Suggestion[] {
  const read = toldClaims.safeParse(answer);
  if (!read.success) throw new ModelFailure('BAD_ANSWER', 'The model’s answer is not of the form that was asked for.');
  return read.data.claims.flatMap((claim) => {
    const told = toldClaim.safeParse(claim);
    const outcome = told.success ? reader(told.data satisfies ToldClaim) : 'MALFORMED';
    if (typeof outcome !== 'string') return [outcome];
    dropped.set(outcome, (dropped.get(outcome) ?? 0) + 1);
    return [];
  });
}
