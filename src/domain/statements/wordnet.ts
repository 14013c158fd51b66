import type { WordClass } from './thesaurus.js';

/** The two files that WordNet has for each word class, as their text (ISO 8859-1). */
export interface WordnetFiles {
  readonly index: string;
  readonly data: string;
}

/** A set of synonyms, by word class and offset: "n01234567". */
export type SynsetId = string;

/** A tie of a synset to another; `words` are the positions of the words that it ties, 0 for all. */
export interface Pointer {
  readonly symbol: string;
  readonly target: SynsetId;
  readonly words: readonly [from: number, to: number];
}

export interface Synset {
  readonly words: readonly string[];
  readonly pointers: readonly Pointer[];
}

const CLASSES: Readonly<Record<string, WordClass>> = { n: 'NOUN', v: 'VERB', a: 'ADJ', s: 'ADJ', r: 'ADV' };
const LETTERS: Readonly<Record<WordClass, string>> = { NOUN: 'n', VERB: 'v', ADJ: 'a', ADV: 'r' };
const MAX_REMEMBERED = 50_000;

/**
 * WordNet's database files (format: wndb(5WN) of WordNet 3.0), read in place: an entry is found by bisection and parsed
 * when it is first asked for.
 */
export class Wordnet {
  private readonly synsets = new Map<SynsetId, Synset>();
  private readonly senses = new Map<string, readonly SynsetId[]>();

  constructor(private readonly files: Readonly<Record<WordClass, WordnetFiles>>) {}

  /** The synsets of a word, most frequent first; none where it has no entry. */
  sensesOf(word: string, wordClass: WordClass): readonly SynsetId[] {
    const key = `${LETTERS[wordClass]}${word}`;
    const known = this.senses.get(key);
    if (known !== undefined) return known;
    const line = lineOf(this.files[wordClass].index, word.replaceAll(' ', '_'));
    const fields = line?.split(' ') ?? [];
    const count = Number(fields[2] ?? 0);
    const senses = fields
      .slice(6 + Number(fields[3] ?? 0))
      .slice(0, count)
      .map((offset) => `${LETTERS[wordClass]}${offset}`);
    return remember(this.senses, key, senses);
  }

  synset(id: SynsetId): Synset {
    const known = this.synsets.get(id);
    if (known !== undefined) return known;
    const wordClass = CLASSES[id.charAt(0)];
    const data = wordClass === undefined ? '' : this.files[wordClass].data;
    const start = Number(id.slice(1));
    return remember(this.synsets, id, parse(data.slice(start, data.indexOf('\n', start))));
  }
}

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): Value {
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(key, value);
  return value;
}

/** `offset file type count(hex) [word id]... count(3 digits) [symbol offset class fromto(hex)]... | gloss` */
function parse(line: string): Synset {
  const fields = line.slice(0, line.indexOf(' | ')).split(' ');
  const count = parseInt(fields[3] ?? '0', 16) || 0;
  const words = Array.from({ length: count }, (_, at) => wordOf(fields[4 + 2 * at] ?? ''));
  const from = 4 + 2 * count;
  const ties = Number(fields[from] ?? 0) || 0;
  const pointers = Array.from({ length: ties }, (_, at): Pointer => {
    const [symbol = '', offset = '', letter = '', ends = '0000'] = fields.slice(from + 1 + 4 * at, from + 5 + 4 * at);
    const target = `${letter === 's' ? 'a' : letter}${offset}`;
    return { symbol, target, words: [parseInt(ends.slice(0, 2), 16), parseInt(ends.slice(2), 16)] };
  });
  return { words, pointers };
}

/** "well(p)" marks where an adjective stands: no part of the word. */
function wordOf(field: string): string {
  return field
    .replace(/\([a-z]+\)$/, '')
    .replaceAll('_', ' ')
    .toLowerCase();
}

/** The line of a sorted file that begins with a word and a space. */
function lineOf(text: string, word: string): string | null {
  const wanted = `${word} `;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const end = text.indexOf('\n', start);
    const line = text.slice(start, end < 0 ? text.length : end);
    if (line.startsWith(wanted)) return line;
    // The licence stands before the entries, on lines that begin with a space.
    if (line < wanted) low = start + line.length + 1;
    else high = start;
  }
  return null;
}
