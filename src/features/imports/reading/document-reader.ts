import { fileURLToPath } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { ImportProblem } from '../import-problem.js';
import type { ReadDocument } from './document.js';
import type { Reading } from './document-thread.js';
import type { RawDocument } from './read-document.js';

/** Documents that are read at a time, and how many more may wait. */
const AT_ONCE = 2;
const MAX_WAITING = 16;
/** How long one may take, in milliseconds; five megabytes of HTML take about eight seconds. */
const PATIENCE = 30_000;
/** Memory of a thread, in megabytes. */
const MEMORY = 512;

/**
 * Reads documents, each in a thread of its own that ends with it. Markup that is made to be slow or large stops its thread
 * at a limit and leaves the service and other documents alone.
 */
@Injectable()
export class DocumentReader {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** @throws ImportProblem where the document cannot be read, or not within the limits */
  async read(raw: RawDocument): Promise<ReadDocument> {
    await this.#turn();
    try {
      const reading = await readInThread(raw);
      if ('document' in reading) return reading.document;
      throw new ImportProblem(reading.problem.code, reading.problem.message);
    } finally {
      this.#running -= 1;
      this.#waiting.shift()?.();
    }
  }

  async #turn(): Promise<void> {
    if (this.#running >= AT_ONCE) {
      if (this.#waiting.length >= MAX_WAITING) {
        throw new ImportProblem('UNREADABLE_DOCUMENT', 'Too many documents are being read. Try again in a minute.');
      }
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    this.#running += 1;
  }
}

function readInThread(raw: RawDocument): Promise<Reading> {
  const thread = startThread({ workerData: raw, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  return new Promise<Reading>((resolve, reject) => {
    const timer = setTimeout(() => reject(overLimit()), PATIENCE);
    thread.once('message', resolve);
    thread.once('error', (error: Error & { code?: unknown }) =>
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? overLimit() : error),
    );
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new Error('A document was not read to its end.'));
    });
  }).finally(() => thread.terminate());
}

function overLimit(): ImportProblem {
  const message = 'The document takes too long or too much memory to read. Save its text and upload that.';
  return new ImportProblem('UNREADABLE_DOCUMENT', message);
}

/** Tests run the sources, which a thread can load only with the help of tsx. */
function startThread(options: WorkerOptions): Worker {
  const entry = new URL(import.meta.url.replace(/document-reader(\.\w+)$/, 'document-thread$1'));
  if (!entry.pathname.endsWith('.ts')) return new Worker(entry, options);
  const code = `require('tsx/cjs/api').register(); require(${JSON.stringify(fileURLToPath(entry))});`;
  return new Worker(code, { ...options, eval: true });
}
