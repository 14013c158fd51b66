import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { applyMigrations, readMigrations } from '../../src/platform/database/migrations.js';
import { attempt, change } from '../e2e/support/api-client.js';
import { startApi } from '../e2e/support/api-database.js';
import { World } from '../e2e/support/api-world.js';
import { runVerifyProcess } from '../support/service-process.js';
import { startApp, type TestApp } from '../support/start-app.js';
import { createServerDatabase, openEmptyDriver, testDatabases } from '../support/test-databases.js';
import { verified } from '../support/verified.js';

const { sql } = Prisma;
const ENTRIES = sql`SELECT c.seq::int AS seq, e.id FROM audit_chain c JOIN audit_event e ON e.id = c.event_id ORDER BY c.seq`;
/** The hash of an entry as whoever tampers would compute it. */
const REHASH = sql`sha256(c.previous || convert_to(c.seq || ' ' || audit_event_text(e), 'UTF8'))`;

const NOBODY = '00000000-0000-7000-8000-000000000001';
const idOfEntry = (seq: number): Prisma.Sql => sql`(SELECT event_id FROM audit_chain WHERE seq = ${seq}::bigint)`;

/** What somebody does who may do anything in the database, and what the verification says; entry 4 is tampered with. */
const TAMPERINGS: [what: string, statements: Prisma.Sql[], says: RegExp][] = [
  [
    'a changed action',
    [sql`UPDATE audit_event SET action = 'x' WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 is not what was recorded\. Event .{36} \(x, /,
  ],
  [
    'a changed time',
    [sql`UPDATE audit_event SET created_at = created_at + interval '1 millisecond' WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 is not what/,
  ],
  ['a changed role', [sql`UPDATE audit_event SET role = 'READER' WHERE id = ${idOfEntry(4)}`], /^Entry 4 is not what/],
  [
    'a changed value',
    [sql`UPDATE audit_event SET after = after || '{"label": "Else"}' WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 is not what/,
  ],
  [
    'null for nothing',
    [sql`UPDATE audit_event SET before = 'null'::jsonb WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 is not what/,
  ],
  [
    'another story',
    [sql`UPDATE audit_event SET story_id = gen_random_uuid() WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 is not what/,
  ],
  [
    'a removed event',
    [sql`DELETE FROM audit_event WHERE id = ${idOfEntry(4)}`],
    /^Entry 4 has lost its event\. Event .{36} stands there\.$/,
  ],
  [
    'an event removed with its entry',
    [sql`DELETE FROM audit_event WHERE id = ${idOfEntry(4)}`, sql`DELETE FROM audit_chain WHERE seq = 4`],
    /^Entry 4 is missing: next is entry 5\./,
  ],
  ['a removed entry', [sql`DELETE FROM audit_chain WHERE seq = 4`], /^Entry 4 is missing/],
  [
    'entries that close up behind a removed one',
    [sql`DELETE FROM audit_chain WHERE seq = 4`, sql`UPDATE audit_chain SET seq = seq - 1 WHERE seq = 5`],
    /^Entry 4 does not follow the one before it/,
  ],
  ['a removed beginning', [sql`DELETE FROM audit_chain WHERE seq < 4`], /^Entry 1 is missing: next is entry 4\./],
  [
    'two entries that changed places',
    [
      sql`UPDATE audit_chain SET seq = -seq + 9 + 1000000 WHERE seq IN (4, 5)`,
      sql`UPDATE audit_chain SET seq = seq - 1000000 WHERE seq > 1000000`,
    ],
    /^Entry 4 does not follow/,
  ],
  [
    'two events that changed places',
    [
      sql`UPDATE audit_event SET id = ${NOBODY}::uuid WHERE id = ${idOfEntry(4)}`,
      sql`UPDATE audit_event SET id = ${idOfEntry(4)} WHERE id = ${idOfEntry(5)}`,
      sql`UPDATE audit_event SET id = ${idOfEntry(5)} WHERE id = ${NOBODY}::uuid`,
    ],
    /^Entry 4 is not what/,
  ],
  [
    'a change with its hash made anew',
    [
      sql`UPDATE audit_event SET action = 'x' WHERE id = ${idOfEntry(4)}`,
      sql`UPDATE audit_chain c SET hash = ${REHASH} FROM audit_event e WHERE e.id = c.event_id AND c.seq = 4`,
    ],
    /^Entry 5 does not follow/,
  ],
  [
    'an event that was slipped in',
    [
      sql`INSERT INTO audit_event SELECT (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'action', 'y'))).* FROM audit_event e WHERE id = ${idOfEntry(4)}`,
    ],
    /^Event .{36} \(y, .*\) stands outside of the chain/,
  ],
];

describe.each(testDatabases)('the audit log as a chain on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
    const world = await World.create(app);
    await world.claim({ property: 'aboard', quantity: '67' });
    await world.claim({ property: 'aboard', quantity: '72' });
    await app.database.query(sql`CREATE TABLE kept_event AS SELECT * FROM audit_event`);
    await app.database.query(sql`CREATE TABLE kept_chain AS SELECT * FROM audit_chain`);
  });
  afterEach(() =>
    tamper([
      sql`DELETE FROM audit_chain`,
      sql`DELETE FROM audit_event`,
      sql`INSERT INTO audit_event SELECT * FROM kept_event`,
      sql`INSERT INTO audit_chain SELECT * FROM kept_chain`,
    ]),
  );
  afterAll(() => app.close());

  /** As a superuser who turns off triggers and foreign keys. */
  function tamper(statements: readonly Prisma.Sql[]): Promise<void> {
    return app.database.transaction(async (tx) => {
      await tx.query(sql`SET LOCAL session_replication_role = replica`);
      for (const statement of statements) await tx.query(statement);
    });
  }

  test('has each event once, in the order of commits, and is whole', async () => {
    const rows = await app.database.query<{ seq: number; id: string }>(ENTRIES);
    const [{ events }] = (await app.database.query(sql`SELECT count(*)::int AS events FROM audit_event`)) as [
      { events: number },
    ];
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: events }, (_, at) => at + 1));
    const { end, fault } = await verified(app.database);
    expect([fault, Number(end.seq)]).toEqual([null, events]);
    expect(await verified(app.database, end)).toEqual({ end, fault: null });
  });

  test('has nothing of what was refused', async () => {
    const { end } = await verified(app.database);
    const refused = await attempt(app, 'storyCreate', { input: { title: 'Twice', slug: 'a-b' } });
    expect(refused.userErrors).toEqual([]);
    expect((await attempt(app, 'storyCreate', { input: { title: 'Twice', slug: 'a-b' } })).userErrors).toHaveLength(1);
    const after = await verified(app.database);
    expect([after.fault, after.end.seq]).toEqual([null, end.seq + 1n]);
  });

  test.each(TAMPERINGS)('%s is found', async (_, statements, says) => {
    const noted = (await verified(app.database)).end;
    await tamper(statements);
    const { fault, end } = await verified(app.database);
    expect(fault).toMatch(says);
    expect(end.seq < noted.seq || fault?.includes('outside')).toBe(true);
  });

  test('a log that is cut off, or made anew, shows by an entry that was noted', async () => {
    const { end: noted } = await verified(app.database);
    await tamper([
      sql`DELETE FROM audit_event WHERE id = ${idOfEntry(Number(noted.seq))}`,
      sql`DELETE FROM audit_chain WHERE seq = ${String(noted.seq)}::bigint`,
    ]);
    expect((await verified(app.database)).fault).toBeNull();
    expect((await verified(app.database, noted)).fault).toBe(
      `Entry ${noted.seq} is missing: entry ${noted.seq} was there when it was noted.`,
    );
    await change(app, 'storyCreate', { input: { title: 'Another' } });
    const other = await verified(app.database);
    expect([other.fault, other.end.seq]).toEqual([null, noted.seq]);
    expect((await verified(app.database, noted)).fault).toMatch(
      new RegExp(`^Entry ${noted.seq} is another than was noted: its hash is [0-9a-f]{64}\\.$`),
    );
  });

  test('what was written before there was a chain stands at its beginning', async () => {
    const { driver, remove } = await openEmptyDriver(kind);
    const migrations = await readMigrations();
    const first = migrations.findIndex(({ name }) => name.endsWith('_audit_chain'));
    await applyMigrations(driver, migrations.slice(0, first));
    const session = await driver.openSession();
    await session.script(`
      INSERT INTO account (id, kind, name, role, created_at)
        VALUES ('00000000-0000-7000-8000-000000000001', 'PERSON', 'Ada', 'ADMIN', now());
      INSERT INTO audit_event (id, actor_id, role, request_id, action, object_type, object_id, after, created_at)
        SELECT gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'ADMIN', 'r' || n, 'storyCreate', 'Story',
          gen_random_uuid(), '{"title": "Ä \\"quoted\\""}', '2026-11-01'::timestamptz + (n % 7) * interval '1 hour' FROM generate_series(1, 1500) n`);
    await session.release();
    const database = await Database.open(driver);
    try {
      const { end, fault } = await verified(database);
      expect([fault, end.seq]).toEqual([null, 1500n]);
      const outOfOrder = await database.query(sql`
        SELECT FROM audit_chain a JOIN audit_event e ON e.id = a.event_id
        JOIN audit_chain b ON b.seq = a.seq + 1 JOIN audit_event f ON f.id = b.event_id WHERE f.created_at < e.created_at`);
      expect(outOfOrder).toEqual([]);
    } finally {
      await database.close();
      await remove();
    }
  });
});

describe('the audit log as a chain, on a server', () => {
  test('stays one chain however many write at once, in two services', async () => {
    const app = await startApi('postgresql');
    const other = await startApp({ kind: 'postgresql', database: app.database, close: () => Promise.resolve() });
    try {
      const world = await World.create(app);
      const subjects = await Promise.all(Array.from({ length: 16 }, (_, at) => world.addSubject(`Craft ${at}`)));
      const before = (await verified(app.database)).end;
      const acts = subjects.map(async (subject, at) => {
        for (let time = 0; time < 6; time += 1) {
          const title = `Story ${at} ${time}`;
          await change(at % 2 === 0 ? app : other, 'storyCreate', { input: { title } });
          await world.claim({ subject, property: 'aboard', quantity: String(60 + time) });
        }
      });
      await Promise.all(acts);
      const { end, fault } = await verified(app.database);
      expect(fault).toBeNull();
      const [row] = await app.database.query<{ events: number }>(sql`SELECT count(*)::int AS events FROM audit_event`);
      expect(Number(end.seq)).toBe(row?.events);
      expect(Number(end.seq - before.seq)).toBe(16 * 6 * 2);
    } finally {
      await other.close();
      await app.close();
    }
  });
});

describe('npm run audit:verify', () => {
  test('proves the log whole beside nobody, names what is wrong, and says how it is used', async () => {
    const { url, drop } = await createServerDatabase('migrated');
    const run = (...options: string[]) => runVerifyProcess({ DATABASE_URL: url }, ...options);
    const location = { url, poolSize: 2, patience: 10_000, onIdleError: () => undefined };
    const database = await Database.open(await PostgresqlDriver.open(location));
    try {
      expect(await run()).toMatchObject({
        code: 0,
        stdout: 'The audit log is whole: 0 entries.\nNote nothing\n',
        stderr: '',
      });
      await database.query(sql`INSERT INTO account (id, kind, name, role, created_at)
        VALUES ('00000000-0000-7000-8000-000000000001', 'PERSON', 'Ada', 'ADMIN', now())`);
      for (const action of ['one', 'two']) {
        await database.query(sql`INSERT INTO audit_event (id, actor_id, role, request_id, action, object_type, object_id, created_at)
          VALUES (gen_random_uuid(), '00000000-0000-7000-8000-000000000001', 'ADMIN', 'r', ${action}, 'Story', gen_random_uuid(), now())`);
      }
      const whole = await run();
      expect(whole).toMatchObject({ code: 0, stderr: '' });
      const [, noted = ''] = /^The audit log is whole: 2 entries\.\nNote (2:[0-9a-f]{64})\n$/.exec(whole.stdout) ?? [];
      expect((await run('--expect', noted)).code).toBe(0);
      const wrong = await run('--expect', `1:${'0'.repeat(64)}`);
      expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringMatching(/^Entry 1 is another than was noted/)]);
      const later = await run('--expect', noted.replace(/^2/, '3'));
      expect([later.code, later.stdout]).toEqual([
        1,
        expect.stringMatching(/^Entry 3 is missing: .*\nAll is well up to 2:/),
      ]);
      for (const options of [['--expect'], ['--expect', '2'], ['--all'], ['--expect', noted, 'more']]) {
        expect(await run(...options)).toMatchObject({
          code: 2,
          stderr: expect.stringMatching(/^Usage: npm run audit:verify/),
        });
      }
    } finally {
      await database.close();
      await drop();
    }
  });
});
