import { parentPort, workerData } from 'node:worker_threads';
import { ImportProblem, type ImportProblemCode } from '../import-problem.js';
import type { ReadDocument } from './document.js';
import { readDocument, type RawDocument } from './read-document.js';

/** What the thread answers: errors lose their class between threads. */
export type Reading =
  | { readonly document: ReadDocument }
  | { readonly problem: { readonly code: ImportProblemCode; readonly message: string } };

async function reading(raw: RawDocument): Promise<Reading> {
  try {
    return { document: await readDocument(raw) };
  } catch (error) {
    if (error instanceof ImportProblem) return { problem: { code: error.code, message: error.message } };
    throw error;
  }
}

// What fails otherwise ends the thread as an unhandled rejection, which whoever waits is told of.
void reading(workerData as RawDocument).then((answer) => parentPort?.postMessage(answer));
