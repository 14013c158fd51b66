import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { verified } from '../support/verified.js';
import { startApi } from './support/api-database.js';

const SCRIPT = fileURLToPath(new URL('../../docs/editorial-day/day.mjs', import.meta.url));

describe.each(testDatabases)('docs/editorial-day/day.mjs on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  test('a day is played to its end, twice, and the audit log verifies', async () => {
    const run = promisify(execFile);
    for (let i = 0; i < 2; i += 1) {
      const { stdout } = await run(process.execPath, [SCRIPT, app.url, ADMIN_KEY]);
      expect(stdout).toMatch(
        /Edith \(EDITOR\): claimApprove[^]*Egon \(EDITOR\): contradictionResolve[^]*The day is done/,
      );
    }
    const { end, fault } = await verified(app.database);
    expect({ fault, isLong: end.seq > 50n }).toEqual({ fault: null, isLong: true });
  }, 120_000);
});
