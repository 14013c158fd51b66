import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { GraphQLError } from 'graphql';
import type { ReadingContext, Suggestion } from '../../domain/reading/index.js';
import type { ReadingTask } from './reading-worker.js';
import type { KnownVocabulary } from './known-vocabulary.js';

/** How long one text may take, in milliseconds: the longest that is stored takes a few seconds. */
const PATIENCE = 60_000;
/** Texts that may wait for their turn. */
const MAX_WAITING = 64;
/** Memory of the thread, in megabytes. */
const MEMORY = 512;

/**
 * Reads texts in a thread of its own, one after the other: a long one takes seconds, in which the service has others to
 * serve. The thread is started by the first text, and keeps the reader that it has made for the vocabulary.
 */
@Injectable()
export class ReadingThread implements OnModuleDestroy {
  #thread: Worker | null = null;
  /** Of the vocabulary that the thread has. */
  #digest = '';
  #waiting = 0;
  #turn: Promise<unknown> = Promise.resolve();

  /**
   * What the grammar finds in a text.
   * @throws GraphQLError OVERLOADED where too many texts wait already
   */
  async read(text: string, context: ReadingContext, known: KnownVocabulary): Promise<readonly Suggestion[]> {
    if (this.#waiting >= MAX_WAITING) {
      const message = 'Too many texts are being read. Try again in a minute.';
      throw new GraphQLError(message, { extensions: { code: 'OVERLOADED' } });
    }
    this.#waiting += 1;
    const mine = this.#turn.then(() => this.#readNow(text, context, known));
    this.#turn = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.#waiting -= 1;
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.#end();
  }

  async #readNow(
    text: string,
    context: ReadingContext,
    { vocabulary, digest }: KnownVocabulary,
  ): Promise<readonly Suggestion[]> {
    const thread = (this.#thread ??= startThread());
    const task: ReadingTask = { vocabulary: this.#digest === digest ? null : vocabulary, text, context };
    this.#digest = digest;
    try {
      return await answerOf(thread, task);
    } catch (error) {
      await this.#end();
      throw error;
    }
  }

  async #end(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    this.#digest = '';
    await thread?.terminate();
  }
}

function answerOf(thread: Worker, task: ReadingTask): Promise<readonly Suggestion[]> {
  let forget = (): void => undefined;
  const answer = new Promise<readonly Suggestion[]>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A text takes too long to read.')), PATIENCE);
    const gone = (): void => reject(new Error('The thread that reads texts has ended.'));
    thread.on('message', resolve).on('error', reject).on('exit', gone);
    forget = () => {
      clearTimeout(timer);
      thread.off('message', resolve).off('error', reject).off('exit', gone);
    };
    thread.postMessage(task);
  });
  return answer.finally(() => forget());
}

/** Tests run the sources, which a thread can load only with the help of tsx. An idle thread keeps no process alive. */
function startThread(): Worker {
  const options = { resourceLimits: { maxOldGenerationSizeMb: MEMORY } };
  const entry = new URL(import.meta.url.replace(/reading-thread(\.\w+)$/, 'reading-worker$1'));
  if (!entry.pathname.endsWith('.ts')) return unreferenced(new Worker(entry, options));
  const code = `require('tsx/cjs/api').register(); require(${JSON.stringify(fileURLToPath(entry))});`;
  return unreferenced(new Worker(code, { ...options, eval: true }));
}

function unreferenced(thread: Worker): Worker {
  thread.unref();
  return thread;
}
