import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { HARVEST } from '../e2e/support/api-packs.js';
import { ndjson } from '../e2e/support/bulk-client.js';
import { runBulkProcess, runRecheckProcess, runVocabularyProcess } from '../support/service-process.js';
import { createDataDirectory, createServerDatabase, type DataDirectory } from '../support/test-databases.js';

const SUBJECTS = 200;
const CLAIMS = 1_000;
const PLACE = { kind: 'PLACE', label: 'Field 1' };
const SOURCE = { url: 'https://almanac.example/' };
const SENTENCES = Array.from({ length: CLAIMS }, (_, i) => `The yield was ${i} tonnes.`);

/** A story in which every subject is told several figures that contradict each other. */
const STORY = ndjson(
  { type: 'story', slug: 'harvest', title: 'The harvest' },
  ...Array.from({ length: SUBJECTS }, (_, i) => ({ type: 'subject', story: 'harvest', ...PLACE, label: `Field ${i}` })),
  { type: 'source', story: 'harvest', ...SOURCE, title: 'Almanac', text: SENTENCES.join(' ') },
  ...SENTENCES.map((exact, i) => ({
    type: 'claim',
    story: 'harvest',
    subject: { ...PLACE, label: `Field ${i % SUBJECTS}` },
    property: 'harvested',
    value: { quantity: { amount: String(i) } },
    citations: [{ source: SOURCE, quote: { exact } }],
  })),
);
const LINES = 2 + SUBJECTS + CLAIMS;

describe('npm run import and npm run export', () => {
  let data: DataDirectory;
  let directory: string;
  let story: string;
  let reference: string;
  beforeAll(async () => {
    data = await createDataDirectory();
    directory = dirname(data.path);
    await writeFile(join(directory, 'harvest.yaml'), HARVEST);
    story = join(directory, 'harvest.ndjson');
    await writeFile(story, STORY);
    const variables = await prepared({ GAINSAY_DATA_DIR: data.path });
    await cp(data.path, join(directory, 'killed'), { recursive: true });
    expect(await runBulkProcess('import', variables, [story])).toMatchObject({
      code: 0,
      stdout: `${LINES} lines: ${LINES} added something, 0 said what was there, 0 failed.\n`,
      stderr: '',
    });
    reference = await exported(variables);
  }, 300_000);
  afterAll(() => data.remove());

  async function prepared(variables: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    expect((await runVocabularyProcess(variables, join(directory, 'harvest.yaml'))).code).toBe(0);
    return variables;
  }

  async function exported(variables: Readonly<Record<string, string>>): Promise<string> {
    const file = join(directory, 'exported.ndjson');
    expect(await runBulkProcess('export', variables, ['--story', 'harvest', file])).toMatchObject({
      code: 0,
      stderr: '',
    });
    return readFile(file, 'utf8');
  }

  /** Kills imports, each when `moment` has come, then lets one finish. */
  async function importWithKills(
    variables: Readonly<Record<string, string>>,
    moments: readonly (() => Promise<void>)[],
  ): Promise<void> {
    for (const moment of moments) {
      const kill = new AbortController();
      const run = runBulkProcess('import', variables, [story], kill.signal);
      await Promise.race([moment(), run]);
      kill.abort();
      await run;
    }
    const { code, stdout } = await runBulkProcess('import', variables, [story]);
    expect(code).toBe(0);
    const [, lines, added, unchanged] =
      /^(\d+) lines: (\d+) added something, (\d+) said what was there, 0 failed\.\n$/.exec(stdout) ?? [];
    expect([Number(lines), Number(added) + Number(unchanged)]).toEqual([LINES, LINES]);
    expect(await exported(variables)).toBe(reference);
    expect(await runRecheckProcess(variables)).toMatchObject({ code: 0, stderr: '' });
  }

  test('kill -9 at any moment loses nothing and doubles nothing, on the embedded database', async () => {
    await importWithKills({ GAINSAY_DATA_DIR: join(directory, 'killed') }, [() => delay(3_500)]);
  }, 300_000);

  test('kill -9 in the middle, on PostgreSQL', async () => {
    const database = await createServerDatabase('migrated');
    const variables = await prepared({ DATABASE_URL: database.url });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const seen: number[] = [];
    const beyond = async (): Promise<void> => {
      for (;;) {
        const { rows } = await client.query<{ lines: number }>('SELECT lines FROM bulk_import');
        const lines = rows[0]?.lines ?? 0;
        if (lines > (seen.at(-1) ?? 0)) {
          seen.push(lines);
          return;
        }
        await delay(5);
      }
    };
    try {
      await importWithKills(variables, [beyond, beyond]);
      expect(seen[0]).toBeGreaterThan(0);
      expect(seen[0]).toBeLessThan(LINES);
    } finally {
      await client.end();
      await database.drop();
    }
  }, 300_000);

  test('lines that cannot stand are told as compilers do, and the others stand', async () => {
    const file = join(directory, 'broken.ndjson');
    const subject = { type: 'subject', story: 'harvest', kind: 'PLACE', label: 'The barn' };
    await writeFile(file, `${ndjson(subject)}{"type":\n${ndjson({ ...subject, kind: 'GHOST' })}`);
    const variables = { GAINSAY_DATA_DIR: data.path };
    const run = await runBulkProcess('import', variables, [file]);
    expect(run).toMatchObject({ code: 1, stdout: '3 lines: 1 added something, 0 said what was there, 2 failed.\n' });
    expect(run.stderr).toMatch(/^.*broken\.ndjson:2: The line is not JSON: .* \(INVALID_INPUT\)\n.*:3: kind: .*\n$/);
  }, 120_000);

  test.each<[string, 'import' | 'export', string[], RegExp]>([
    ['an import of no file', 'import', [], /^Usage: npm run import/],
    [
      'an import of a file that is not there',
      'import',
      ['nowhere.ndjson'],
      /import the file\. nowhere\.ndjson cannot be read/,
    ],
    ['an export with an option that is not there', 'export', ['--all', 'x'], /^Usage: npm run export/],
    ['an export of a story that is not there', 'export', ['--story', 'moon', '-'], /no story with the slug "moon"/],
    ['an export to a place that is not there', 'export', ['/nowhere/x'], /cannot be written/],
  ])(
    'cannot run: %s',
    async (_name, command, options, says) => {
      const variables = { GAINSAY_DATA_DIR: data.path };
      const run = await runBulkProcess(command, variables, options);
      expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
      expect((await readdir(directory)).filter((name) => name.endsWith('.part'))).toEqual([]);
    },
    60_000,
  );
});
