import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** A pair of statements whose relation people have labelled. */
export interface LabelledPair {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly label: string;
  readonly cat?: string;
}

export interface LabelledSet {
  readonly name: string;
  readonly pairs: readonly LabelledPair[];
}

/** Every .jsonl file below a directory, one set each: "equate/newsnli". */
export function setsIn(directory: string): readonly LabelledSet[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  return files.map((file) => {
    const lines = readFileSync(join(directory, file), 'utf8').split('\n');
    const pairs = lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as LabelledPair);
    return { name: nameOf(relative(directory, join(directory, file))), pairs };
  });
}

function nameOf(file: string): string {
  const stem = file.replaceAll('\\', '/').replace(/(?:\.open|\.sealed)?\.jsonl$/, '');
  return basename(stem).startsWith('pairs') ? stem.replace(/\/[^/]*$/, '') : stem;
}
