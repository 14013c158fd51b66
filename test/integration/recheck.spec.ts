import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { change } from '../e2e/support/api-client.js';
import { fingerprint, startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { ADMIN_KEY, type TestApp } from '../support/start-app.js';
import { runRecheckProcess, startServiceProcess } from '../support/service-process.js';
import { createServerDatabase, testDatabases } from '../support/test-databases.js';

/** What somebody, or a fault of ours, might do to the tables, and the only lines that have to come of it. */
const PLANTED: [what: string, sql: Prisma.Sql[], lines: RegExp[]][] = [
  ['nothing', [], []],
  [
    'a contradiction that is gone',
    [
      Prisma.sql`DELETE FROM contradiction_member WHERE contradiction_id IN (SELECT id FROM contradiction WHERE rule = 'category-disjoint')`,
      Prisma.sql`DELETE FROM contradiction WHERE rule = 'category-disjoint'`,
      Prisma.sql`UPDATE question q SET disputed = FALSE WHERE NOT EXISTS (SELECT FROM contradiction x WHERE x.question_id = q.id)`,
    ],
    [/^ {2}missing: CATEGORY CONFLICT by category-disjoint: Cause: bird strike \(.*each excludes the other\.$/],
  ],
  [
    'other words, another kind, strength and rule',
    [
      Prisma.sql`UPDATE contradiction SET explanation = 'So.', kind = 'TIME', strength = 'POSSIBLE', rule = 'none' WHERE rule = 'category-disjoint'`,
    ],
    [
      /^ {2}different: kind is "TIME", not "CATEGORY"; strength is "POSSIBLE", not "CONFLICT"; rule is "none", not "category-disjoint"; explanation is "So\.", not "Cause: /,
    ],
  ],
  [
    'one that lapsed though it holds',
    [
      Prisma.sql`UPDATE contradiction SET status = 'LAPSED' WHERE rule = 'category-disjoint'`,
      Prisma.sql`UPDATE question q SET disputed = FALSE WHERE NOT EXISTS (SELECT FROM contradiction x WHERE x.question_id = q.id AND x.status = 'OPEN')`,
    ],
    [/^ {2}different: is LAPSED, and holds: CATEGORY CONFLICT/],
  ],
  [
    'a question marked wrongly',
    [
      Prisma.sql`UPDATE question SET disputed = NOT disputed WHERE property_id = (SELECT id FROM property WHERE key = 'cause')`,
    ],
    [/^ {2}disputed: question [0-9a-f-]{36} is marked as the contrary/],
  ],
  [
    'claims that carry something else than their citations say',
    [
      Prisma.sql`UPDATE claim SET lead_citation_id = (SELECT i.id FROM citation i WHERE i.claim_id = claim.id AND i.id <> lead_citation_id)
                 WHERE statement LIKE '%: 38 killed'`,
      Prisma.sql`UPDATE claim SET first_said_from = '2024-12-24', first_said_to = '2024-12-24' WHERE value_kind = 'TIME'`,
    ],
    [
      /^ {2}claim: ".*38 killed" has leadCitationId /,
      /^ {2}claim: ".*" has firstSaidFrom 2024-12-24T.*, not null; has firstSaidTo/,
    ],
  ],
  [
    'a contradiction of claims that do not contradict each other',
    [
      Prisma.sql`UPDATE property SET single_valued = FALSE WHERE key = 'cause'`,
      Prisma.sql`UPDATE vocabulary_state SET version = version + 1`,
    ],
    [/^ {2}without ground: CATEGORY CONFLICT by category-disjoint: .* \[contradiction [0-9a-f-]{36}\]$/],
  ],
];

describe.each(testDatabases)('a recheck on %s', (kind) => {
  let app: TestApp;
  let first: World;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = (first = await World.create(app));
    const agent = await world.agent('The ministry');
    const { claim } = await world.claim({ quantity: '38', saidOn: '2024-12-25' });
    await world.cite(claim.id, { saidOn: '2024-12-25', claimant: agent });
    await world.claim({ quantity: '38', scope: { role: 'crew' } });
    await world.claim({ property: 'cause', concept: 'bird strike' });
    await world.claim({ property: 'cause', concept: 'external interference' });
    await world.claim({ property: 'occurredOn', time: '2024-12-25' });
    await (await world.another()).claim({ quantity: '1' });
  });
  afterAll(() => app.close());

  test.each(PLANTED)('finds %s, changes nothing, and repairs it when told to', async (_what, statements, expected) => {
    for (const sql of statements) await app.database.query(sql);
    const before = await fingerprint(app.database);
    const [head, ...lines] = await app.recheck();
    expect(head ?? '').toMatch(expected.length > 0 ? /^A story: The crash \(story .*, subject .*\)$/ : /^$/);
    expect(lines.sort()).toEqual(expected.map((each) => expect.stringMatching(each)));
    expect(await fingerprint(app.database)).toEqual(before);
    await app.recheck({ repair: true });
    expect(await app.recheck()).toEqual([]);
  });

  test('says where a change of the vocabulary has yet to be worked through', async () => {
    const world = await first.another('Another story');
    await world.claim({ property: 'crashedAt', concept: 'Grozny' });
    await world.claim({ property: 'crashedAt', concept: 'Aktau' });
    await change(app, 'conceptUpdate', { id: world.concept('Grozny'), input: { broader: [world.concept('Aktau')] } });
    const [head, ...lines] = await app.recheck();
    expect(head).toMatch(/^Another story: The crash, which waits to be examined again /);
    expect(lines).toEqual([expect.stringMatching(/^ {2}without ground: /)]);
    await app.reexamine();
    expect(await app.recheck()).toEqual([]);
  });
});

describe('npm run recheck', () => {
  test('works on a data directory while no service uses it, and repairs', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'gainsay-recheck-'));
    const variables = { GAINSAY_DATA_DIR: directory, GAINSAY_ADMIN_KEY: ADMIN_KEY, GAINSAY_DEMO: '1' };
    try {
      const service = await startServiceProcess(variables);
      const busy = await runRecheckProcess(variables);
      expect(busy).toMatchObject({ code: 2, stdout: '' });
      expect(busy.stderr).toMatch(/^Gainsay could not recheck\. Another Gainsay service is using the data directory/);
      service.kill('SIGTERM');
      expect((await service.exit).code).toBe(0);
      const database = await Database.open(await EmbeddedDriver.open({ dataDirectory: directory }));
      await database.query(Prisma.sql`UPDATE contradiction SET explanation = 'So.'`);
      await database.close();
      const broken = await runRecheckProcess(variables);
      expect(broken.code).toBe(1);
      expect(broken.stdout).toMatch(/different: explanation is "So\."[^]*examined: \d+ differences\.\n$/);
      const repaired = await runRecheckProcess(variables, '--repair');
      expect(repaired.code).toBe(0);
      expect(repaired.stdout).toMatch(/differences, repaired\.\n$/);
      const again = await runRecheckProcess(variables);
      expect(again).toMatchObject({ code: 0, stderr: '' });
      expect(again.stdout).toMatch(/^\d+ claims about \d+ subjects examined: no differences\.\n$/);
      expect(await runRecheckProcess(variables, '--mend')).toMatchObject({
        code: 2,
        stderr: expect.stringMatching(/^Usage: npm run recheck/),
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });

  test('works on a server beside the service', async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const variables = { DATABASE_URL: url, GAINSAY_ADMIN_KEY: ADMIN_KEY, GAINSAY_DEMO: '1' };
    const service = await startServiceProcess(variables);
    try {
      expect(await runRecheckProcess(variables)).toMatchObject({ code: 0, stderr: '' });
    } finally {
      service.kill('SIGTERM');
      await service.exit;
      await drop();
    }
  });
});
