import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Presets, SingleBar } from 'cli-progress';
import { print, runCommand, withFeatures } from './command.js';
import { AuthModule, FirstStartService, Role } from './features/auth/index.js';
import { BulkImportService, BulkModule, BulkProblem, type ImportReport } from './features/bulk/index.js';
import { reasonOf, StartupError } from './platform/lifecycle/startup-error.js';

/**
 * `npm run import`: imports a file of lines.
 * Exits with 0 where every line stands, with 1 where some do not, with 2 where it could not run.
 */
const USAGE = `Usage: npm run import -- FILE

Imports stories, agents, subjects, sources, claims and citations from a file of lines of JSON (docs/bulk.md) and lists
the lines that cannot stand. It may be ended at any moment; the same file then goes on where it stopped.
`;

/** The account by which imports of this command are on record. It has no key, so nobody can sign in with it. */
const ACCOUNT = 'Gainsay import command';

async function importFile([file, ...rest]: readonly string[]): Promise<number | null> {
  if (file === undefined || file.startsWith('-') || rest.length > 0) return null;
  const { size, digest } = await described(file);
  const report = await withFeatures([AuthModule, BulkModule], async (application) => {
    const viewer = await application.get(FirstStartService).ensureService(ACCOUNT, Role.EDITOR);
    return followed(size, (onProgress) =>
      application.get(BulkImportService).import(createReadStream(file), { digest, onProgress }, viewer),
    );
  });
  process.stderr.write(report.errors.map((error) => `${errorLine(file, error)}\n`).join(''));
  print(summaryLine(report));
  return report.failed === 0 ? 0 : 1;
}

/** Size and SHA-256 of a file. @throws StartupError where it cannot be read */
async function described(file: string): Promise<{ readonly size: number; readonly digest: string }> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return { size: (await stat(file)).size, digest: hash.digest('hex') };
  } catch (error) {
    throw new StartupError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** Shows a bar on a terminal, and nothing elsewhere, while an import runs. */
async function followed(
  size: number,
  work: (onProgress: (progress: { bytes: number; lines: number; failed: number }) => void) => Promise<ImportReport>,
): Promise<ImportReport> {
  const format = '{bar} {percentage} % | {lines} lines, {failed} failed | {eta_formatted} left';
  const bar = new SingleBar({ format, stream: process.stderr, hideCursor: true }, Presets.shades_classic);
  bar.start(size, 0, { lines: 0, failed: 0 });
  try {
    return await work(({ bytes, lines, failed }) => {
      bar.update(bytes, { lines, failed });
    });
  } catch (error) {
    throw error instanceof BulkProblem ? new StartupError(error.message) : error;
  } finally {
    bar.stop();
  }
}

/** As compilers write it, so that editors find the place. */
function errorLine(file: string, { line, code, field, message }: ImportReport['errors'][number]): string {
  return `${file}:${line}: ${field.length === 0 ? '' : `${field.join('.')}: `}${message} (${code})`;
}

function summaryLine({ lines, added, unchanged, failed }: ImportReport): string {
  return `${lines} lines: ${added} added something, ${unchanged} said what was there, ${failed} failed.`;
}

await runCommand('import the file', USAGE, () => importFile(process.argv.slice(2)));
