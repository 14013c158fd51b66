import { parentPort } from 'node:worker_threads';
import { readerOf, type Reader, type ReadableVocabulary, type ReadingContext } from '../../domain/reading/index.js';

/** A text to read; the vocabulary is null where it is that of the text before. */
export interface ReadingTask {
  readonly vocabulary: ReadableVocabulary | null;
  readonly text: string;
  readonly context: ReadingContext;
}

let reader: Reader | undefined;

parentPort?.on('message', ({ vocabulary, text, context }: ReadingTask) => {
  if (vocabulary) reader = readerOf(vocabulary);
  if (!reader) throw new Error('A text came before any vocabulary.');
  parentPort?.postMessage(reader(text, context));
});
