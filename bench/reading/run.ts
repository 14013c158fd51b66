import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { readerOf, type Reader } from '../../src/domain/reading/index.js';
import { keyOf, keyOfGold, type Passage } from './gold.js';
import { vocabularyOf } from './vocabulary.js';

/**
 * Reads the passages and prints precision and recall on (property, value, scope, polarity), how often the claimant of
 * what was found is right, and the speed in KB of text a second of processor time on one core. `--verbose` lists what
 * was missed and what was wrong in the development half; the held-out half is never listed. Exits with 1 below the
 * figures that Gainsay promises.
 */
const PROMISED = { precision: 0.9, recall: 0.8, claimant: 0.85, speed: 200 };
const SPEED_BYTES = 1_000_000;

const { values: options } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const readers = new Map<string, Reader>();

function readerFor(pack: string): Reader {
  const known = readers.get(pack);
  if (known !== undefined) return known;
  const reader = readerOf(vocabularyOf(`packs/${pack}.yaml`));
  readers.set(pack, reader);
  return reader;
}

interface Score {
  readonly found: number;
  readonly suggested: number;
  readonly expected: number;
  readonly claimants: number;
}

function passagesOf(half: string): readonly Passage[] {
  return parse(readFileSync(`bench/reading/${half}.yaml`, 'utf8')) as readonly Passage[];
}

function scoreOf(passages: readonly Passage[], isListed: boolean): Score {
  const total = { found: 0, suggested: 0, expected: 0, claimants: 0 };
  for (const { id, pack = 'incident', publishedAt, text, gold } of passages) {
    const suggestions = readerFor(pack)(text, { publishedAt });
    const open = new Map(gold.map((entry) => [keyOfGold(entry), entry]));
    const keys = new Set<string>();
    for (const suggestion of suggestions) {
      const key = keyOf(suggestion);
      if (keys.has(key)) continue;
      keys.add(key);
      const entry = open.get(key);
      if (entry === undefined) {
        if (isListed) console.log(`${id}: wrong   ${key}`);
        continue;
      }
      open.delete(key);
      total.found += 1;
      const isRight = (suggestion.claimantName ?? '').toLowerCase() === (entry.by ?? '').toLowerCase();
      if (isRight) total.claimants += 1;
      else if (isListed)
        console.log(`${id}: claimant of ${key}: ${suggestion.claimantName ?? '-'}, not ${entry.by ?? '-'}`);
    }
    if (isListed) for (const key of open.keys()) console.log(`${id}: missed  ${key}`);
    total.suggested += keys.size;
    total.expected += gold.length;
  }
  return total;
}

/** KB of text a second of processor time, over all passages again and again. */
function speedOf(passages: readonly Passage[]): number {
  const text = passages.map((passage) => passage.text).join('\n\n');
  const long = `${text}\n\n`.repeat(Math.ceil(SPEED_BYTES / text.length));
  const reader = readerFor('incident');
  reader(text, { publishedAt: '2024-01-01' });
  const { user } = process.cpuUsage();
  reader(long, { publishedAt: '2024-01-01' });
  return long.length / 1024 / ((process.cpuUsage().user - user) / 1_000_000);
}

console.log('| passages | | precision | recall | claimant |\n|---|--:|--:|--:|--:|');
const halves = ['development', 'held-out'].map((half) => ({ half, passages: passagesOf(half) }));
let isKept = true;
for (const { half, passages } of halves) {
  const { found, suggested, expected, claimants } = scoreOf(passages, options.verbose && half === 'development');
  const [precision, recall, claimant] = [found / suggested, found / expected, claimants / found];
  isKept &&= precision >= PROMISED.precision && recall >= PROMISED.recall && claimant >= PROMISED.claimant;
  const shown = [precision, recall, claimant].map((share) => share.toFixed(3));
  console.log(`| ${half} | ${passages.length} | ${shown.join(' | ')} |`);
}
const speed = speedOf(halves.flatMap(({ passages }) => passages));
console.log(`${speed.toFixed(0)} KB of text a second of processor time on one core`);
process.exitCode = isKept && speed >= PROMISED.speed ? 0 : 1;
