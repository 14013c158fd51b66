import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { attempt, change, endpointAt, read } from '../e2e/support/api-client.js';
import { PASSWORD } from '../e2e/support/api-accounts.js';
import { runAdministratorProcess, startServiceProcess } from '../support/service-process.js';
import { createServerDatabase } from '../support/test-databases.js';

const KEY = 'a-key-of-the-operators-choice';
const ANYBODY = { key: null };

describe('npm run administrator', () => {
  let directory: string;
  beforeAll(async () => (directory = await mkdtemp(join(tmpdir(), 'gainsay-administrator-'))));
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test('makes the first administrator, and lets one who was demoted in again, beside the service', async () => {
    const { url: DATABASE_URL, drop } = await createServerDatabase('empty');
    const variables = { DATABASE_URL, GAINSAY_ADMIN_KEY: KEY };
    const run = (...options: string[]) => runAdministratorProcess(variables, ...options);
    const service = await startServiceProcess(variables);
    const endpoint = endpointAt(service.url, KEY);
    const made = await run('Ada@Desk.example', 'Ada');
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const [, token] = /^Ada <ada@desk\.example> is an administrator\.\n.* invitationAccept .*\n(gainsay_\S+)\n$/.exec(
      made.stdout,
    )!;
    await change(endpoint, 'invitationAccept', { input: { token, password: PASSWORD } }, undefined, ANYBODY);
    const { accounts } = await read(endpoint, '{ accounts(query: "ada@") { nodes { id role status } } }');
    expect(accounts.nodes).toEqual([{ id: expect.any(String), role: 'ADMIN', status: 'ACTIVE' }]);
    const { id } = accounts.nodes[0];
    await change(endpoint, 'accountUpdate', { id, input: { role: 'READER', disabled: true } });

    const again = await run('ada@desk.example', 'Somebody else');
    const [, reset] = /^Ada <ada@desk\.example> is an administrator\.\n.* passwordReset .*\n(gainsay_\S+)\n$/.exec(
      again.stdout,
    )!;
    const input = { token: reset, password: `${PASSWORD} again` };
    expect(await attempt(endpoint, 'passwordReset', { input }, 'account { id role status }', ANYBODY)).toEqual({
      account: { id, role: 'ADMIN', status: 'ACTIVE' },
      userErrors: [],
    });
    service.kill('SIGTERM');
    await service.exit;
    await drop();
  });

  test('a service that has an administrator with a password makes no key', async () => {
    const variables = { GAINSAY_DATA_DIR: join(directory, 'data') };
    const made = await runAdministratorProcess(variables, 'ada@desk.example');
    expect(made.stdout).toContain('ada@desk.example <ada@desk.example> is an administrator.');
    const first = await startServiceProcess(variables);
    const token = /gainsay_\S+/.exec(made.stdout)![0];
    await change(
      endpointAt(first.url, KEY),
      'invitationAccept',
      { input: { token, password: PASSWORD } },
      undefined,
      ANYBODY,
    );
    first.kill('SIGTERM');
    // Nobody had accepted yet, so a key was needed.
    expect((await first.exit).stdout).toMatch(/Authorization: Bearer gainsay_/);
  });

  test.each<[string, string[], number, RegExp]>([
    ['nothing', [], 2, /^Usage: npm run administrator/],
    ['an option', ['--force'], 2, /^Usage: npm run administrator/],
    ['too much', ['ada@desk.example', 'Ada', 'Lovelace'], 2, /^Usage: npm run administrator/],
    ['what is no address', ['ada'], 1, /email must be an e-mail address/],
  ])('cannot run with %s', async (_what, options, code, says) => {
    const run = await runAdministratorProcess({ GAINSAY_DATA_DIR: join(directory, 'unused') }, ...options);
    expect(run).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(says) });
  });
});
