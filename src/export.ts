import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { runCommand, withFeatures } from './command.js';
import { BulkExportService, BulkModule } from './features/bulk/index.js';
import { reasonOf, StartupError } from './platform/lifecycle/startup-error.js';

/** `npm run export`: writes stories as lines. Exits with 0 where it did, with 2 where it could not. */
const USAGE = `Usage: npm run export -- [--story SLUG] FILE

Writes a story, or all of them, as lines of JSON that npm run import takes (docs/bulk.md). FILE is there once all of it is
written; - writes to standard output.
`;

interface Asked {
  readonly file: string;
  readonly story: string | undefined;
}

function optionsOf(args: readonly string[]): Asked | null {
  try {
    const options = { story: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? null : { file, story: values.story };
  } catch {
    return null;
  }
}

async function exportStories(args: readonly string[]): Promise<number | null> {
  const asked = optionsOf(args);
  if (!asked) return null;
  const { file, story } = asked;
  await withFeatures([BulkModule], async (application) => {
    const service = application.get(BulkExportService);
    const lines = story === undefined ? service.all() : await service.ofStory(story);
    if (!lines) throw new StartupError(`There is no story with the slug "${story ?? ''}".`);
    await write(Readable.from(lines), file);
  });
  return 0;
}

async function write(lines: Readable, file: string): Promise<void> {
  if (file === '-') {
    await pipeline(lines, process.stdout, { end: false });
    return;
  }
  // A file that is half written must not pass for a whole one.
  const part = `${file}.part`;
  try {
    await pipeline(lines, createWriteStream(part));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw new StartupError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

await runCommand('export', USAGE, () => exportStories(process.argv.slice(2)));
