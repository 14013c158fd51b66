import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HARVEST } from '../e2e/support/api-packs.js';
import { ADMIN_KEY } from '../support/start-app.js';
import { runRecheckProcess, runVocabularyProcess, startServiceProcess } from '../support/service-process.js';
import { createServerDatabase } from '../support/test-databases.js';

const NOTHING = { code: 0, stdout: 'The vocabulary is as the pack has it: nothing to change.\n', stderr: '' };

describe('npm run vocabulary', () => {
  let directory: string;
  beforeAll(async () => (directory = await mkdtemp(join(tmpdir(), 'gainsay-vocabulary-'))));
  afterAll(() => rm(directory, { recursive: true, force: true }));

  async function fileOf(name: string, content: string): Promise<string> {
    const path = join(directory, name);
    await writeFile(path, content);
    return path;
  }

  test('previews and imports into a new data directory, and says what changes', async () => {
    const variables = { GAINSAY_DATA_DIR: join(directory, 'data') };
    const run = (...options: string[]) => runVocabularyProcess(variables, ...options);
    const file = await fileOf('harvest.yaml', HARVEST);
    const previewed = await run('--dry-run', file);
    expect(previewed).toMatchObject({ code: 0, stderr: '' });
    expect(previewed.stdout).toMatch(/^\+ scheme pest\n/);
    expect(previewed.stdout).toMatch(/\n16 added, 0 changed, 0 removed, if it is imported: nothing was changed\.\n$/);
    const imported = await run(file);
    expect(imported.stdout).toMatch(/\n16 added, 0 changed, 0 removed\.\n$/);
    expect(await run(file)).toMatchObject(NOTHING);
    const renamed = await fileOf('renamed.yaml', HARVEST.replace('label: Harvested', 'label: Reaped'));
    expect((await run(renamed)).stdout).toBe(
      '~ property harvested\n    label: Harvested > Reaped\n0 added, 1 changed, 0 removed.\n',
    );
  });

  test('names the place of what it refuses, as compilers do, and changes nothing', async () => {
    const variables = { GAINSAY_DATA_DIR: join(directory, 'data') };
    const file = await fileOf('broken.yaml', HARVEST.replace('unit: t\n', 'unit: [t]\n'));
    expect(await runVocabularyProcess(variables, file)).toMatchObject({
      code: 1,
      stdout: '',
      stderr: `${file}:17:5: properties[0].unit: It must be string. (INVALID_INPUT)\n`,
    });
  });

  test.each<[name: string, options: string[], says: RegExp]>([
    ['no file', [], /^Usage: npm run vocabulary/],
    ['an option that is not there', ['a.yaml', '--force'], /^Usage: npm run vocabulary/],
    ['a file that is not there', ['nowhere.yaml'], /^Gainsay could not import the pack\. nowhere\.yaml cannot be read/],
    ['a file that is no text', [process.execPath], /^Gainsay could not import the pack\. .* cannot be read: .*utf-8/],
  ])('cannot run with %s', async (_name, options, says) => {
    const run = await runVocabularyProcess({ GAINSAY_DATA_DIR: join(directory, 'unused') }, ...options);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(says) });
  });

  test('imports the packs that ship with the service beside it, over the demo story', async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const variables = { DATABASE_URL: url, GAINSAY_ADMIN_KEY: ADMIN_KEY, GAINSAY_DEMO: '1' };
    const service = await startServiceProcess(variables);
    try {
      // The demo story has brought the one, the other is new to it.
      expect(await runVocabularyProcess(variables, 'packs/incident.yaml')).toMatchObject(NOTHING);
      const other = await runVocabularyProcess(variables, 'packs/election.yaml');
      expect(other).toMatchObject({ code: 0, stderr: '' });
      expect(other.stdout).toMatch(/\n\d+ added, 0 changed, 0 removed\.\n$/);
    } finally {
      service.kill('SIGTERM');
      await service.exit;
    }
    expect((await runRecheckProcess(variables)).code).toBe(0);
    await drop();
  });
});
