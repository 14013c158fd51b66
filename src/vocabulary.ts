import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { print, runCommand, withFeatures } from './command.js';
import { AuthModule, FirstStartService, Role } from './features/auth/index.js';
import { PacksModule, PacksService, type Import, type TermChange } from './features/packs/index.js';
import { UserErrors, type UserProblem } from './graphql/errors/index.js';
import { reasonOf, StartupError } from './platform/lifecycle/startup-error.js';

/**
 * `npm run vocabulary`: imports a vocabulary pack.
 * Exits with 0 where it was imported (or could be), with 1 where it is refused, with 2 where it could not run.
 */
const USAGE = `Usage: npm run vocabulary -- FILE [--dry-run]

Brings the vocabulary in line with a pack (YAML or JSON, as packs/pack.schema.json describes it) and lists what that
changes. With --dry-run it says what would change, or why it would be refused, and changes nothing.
`;

/** The account by which imports of this command are on record. It has no key, so nobody can sign in with it. */
const ACCOUNT = 'Gainsay vocabulary command';
const MARKS = { ADDED: '+', CHANGED: '~', REMOVED: '-' } as const satisfies Record<TermChange['change'], string>;

async function vocabulary(options: readonly string[]): Promise<number | null> {
  const asked = optionsOf(options);
  if (!asked) return null;
  const content = await textOf(asked.file);
  try {
    const done = await withFeatures([AuthModule, PacksModule], async (application) => {
      const packs = application.get(PacksService);
      if (asked.dryRun) return packs.preview(content);
      return packs.import(content, await application.get(FirstStartService).ensureService(ACCOUNT, Role.ADMIN));
    });
    done.changes.map(changeLine).forEach(print);
    print(summaryLine(done, asked.dryRun));
    return 0;
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    process.stderr.write(error.problems.map((problem) => `${problemLine(asked.file, problem)}\n`).join(''));
    return 1;
  }
}

function optionsOf(args: readonly string[]): { readonly file: string; readonly dryRun: boolean } | null {
  try {
    const options = { 'dry-run': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...rest] = positionals;
    return file === undefined || rest.length > 0 ? null : { file, dryRun: values['dry-run'] };
  } catch {
    return null;
  }
}

/** @throws StartupError where it cannot be read, or is no text */
async function textOf(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new StartupError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

function changeLine({ change, kind, key, fields }: TermChange): string {
  const differences = fields.map(({ field, before, after }) => `${field}: ${before ?? 'none'} > ${after ?? 'none'}`);
  return [`${MARKS[change]} ${kind.toLowerCase()} ${key}`, ...differences].join('\n    ');
}

function summaryLine({ changes, reexamination }: Import, dryRun: boolean): string {
  if (changes.length === 0) return 'The vocabulary is as the pack has it: nothing to change.';
  const count = (change: TermChange['change']): number => changes.filter((each) => each.change === change).length;
  const counts = `${count('ADDED')} added, ${count('CHANGED')} changed, ${count('REMOVED')} removed`;
  if (dryRun) return `${counts}, if it is imported: nothing was changed.`;
  return reexamination
    ? `${counts}. The service examines the claims that this bears on again while it runs.`
    : `${counts}.`;
}

/** As compilers write it, so that editors find the place. */
function problemLine(file: string, { code, message, position }: UserProblem): string {
  if (!position) return `${file}: ${message} (${code})`;
  const { line, column, path } = position;
  return `${file}:${line}:${column}: ${path === '' ? '' : `${path}: `}${message} (${code})`;
}

await runCommand('import the pack', USAGE, () => vocabulary(process.argv.slice(2)));
