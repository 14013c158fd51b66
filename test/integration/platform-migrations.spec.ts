import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { migrationDrift } from '../../scripts/migration-drift.js';
import type { DatabaseDriver } from '../../src/platform/database/driver.js';
import { applyMigrations, readMigrations, type Migration } from '../../src/platform/database/migrations.js';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { StartupError } from '../../src/platform/lifecycle/startup-error.js';
import { createServerDatabase, openEmptyDriver, testDatabases } from '../support/test-databases.js';

const first: Migration = { name: '20260101000000_first', sql: 'CREATE TABLE a (id int PRIMARY KEY);\n' };
const second: Migration = {
  name: '20260102000000_second',
  sql: 'CREATE TABLE b (id int);\nINSERT INTO b VALUES (1);\n',
};
const broken: Migration = { name: '20260103000000_broken', sql: 'CREATE TABLE c (id int); SELECT 1 / 0;' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe.each(testDatabases)('migrations (%s)', (kind) => {
  let driver: DatabaseDriver;
  let remove: () => Promise<void>;

  beforeEach(async () => {
    ({ driver, remove } = await openEmptyDriver(kind));
  });
  afterEach(async () => {
    await driver.close();
    await remove();
  });

  const tables = async (): Promise<string[]> => {
    const rows = await driver.run<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relname IN ('a', 'b', 'c') ORDER BY 1`,
      [],
    );
    return rows.map(({ name }) => name);
  };

  test('run in order and once, and are recorded as Prisma records them', async () => {
    await applyMigrations(driver, [first]);
    await applyMigrations(driver, [first, second]);
    await applyMigrations(driver, [first, second]);
    expect(await tables()).toEqual(['a', 'b']);
    expect(await driver.run('SELECT * FROM b', [])).toEqual([{ id: 1 }]);
    const records = await driver.run(
      `SELECT migration_name, checksum, applied_steps_count, finished_at IS NOT NULL AS finished, rolled_back_at, logs,
              length(id) AS id_length FROM _prisma_migrations ORDER BY started_at, migration_name`,
      [],
    );
    expect(records).toEqual(
      [first, second].map(({ name, sql }) => ({
        migration_name: name,
        checksum: sha256(sql),
        applied_steps_count: 1,
        finished: true,
        rolled_back_at: null,
        logs: null,
        id_length: 36,
      })),
    );
  });

  test('of the service itself run on an empty database', async () => {
    await applyMigrations(driver);
    const names = await driver.run<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1',
      [],
    );
    expect(names.map(({ name }) => name)).toEqual((await readMigrations()).map(({ name }) => name));
  });

  test('that fail leave nothing of themselves, keep those before, and can be mended', async () => {
    await expect(applyMigrations(driver, [first, broken])).rejects.toThrow('20260103000000_broken failed');
    expect(await tables()).toEqual(['a']);
    await applyMigrations(driver, [first, { ...broken, sql: 'CREATE TABLE c (id int)' }]);
    expect(await tables()).toEqual(['a', 'c']);
  });

  test('survive a checkout that turned the line ends', async () => {
    await applyMigrations(driver, [second]);
    await applyMigrations(driver, [{ ...second, sql: second.sql.replaceAll('\n', '\r\n') }]);
    expect(await tables()).toEqual(['b']);
  });

  describe('refuse to start', () => {
    const refusal = async (known: Migration[]): Promise<string> => {
      const error: unknown = await applyMigrations(driver, known).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(StartupError);
      return (error as StartupError).message;
    };

    test('over a migration that was edited after it ran', async () => {
      await applyMigrations(driver, [first]);
      const message = await refusal([{ ...first, sql: `${first.sql}-- changed` }, second]);
      expect(message).toContain('20260101000000_first was edited');
      expect(await tables()).toEqual(['a']);
    });

    test('over a database that is newer', async () => {
      await applyMigrations(driver, [first, second]);
      expect(await refusal([first])).toMatch(/newer than this version.*20260102000000_second/);
    });

    test('over a migration that is recorded as failed, until it is marked as rolled back', async () => {
      await applyMigrations(driver, [first]);
      await driver.run('UPDATE _prisma_migrations SET finished_at = NULL', []);
      expect(await refusal([first, second])).toContain('20260101000000_first is recorded as failed');
      await driver.run('UPDATE _prisma_migrations SET rolled_back_at = now()', []);
      await driver.run('DROP TABLE a', []);
      await applyMigrations(driver, [first, second]);
      expect(await tables()).toEqual(['a', 'b']);
    });
  });
});

test('services that start at the same time on one server migrate it once', async () => {
  const { url, drop } = await createServerDatabase('empty');
  const options = { url, poolSize: 2, patience: 10_000, onIdleError: () => undefined };
  const drivers = await Promise.all([1, 2, 3].map(() => PostgresqlDriver.open(options)));
  const slow = { ...second, sql: `SELECT pg_sleep(0.2);${second.sql}` };
  await Promise.all(drivers.map((driver) => applyMigrations(driver, [first, slow])));
  expect(await drivers[0]!.run('SELECT * FROM b', [])).toEqual([{ id: 1 }]);
  await Promise.all(drivers.map((driver) => driver.close()));
  await drop();
});

describe('drift between migrations and schema', () => {
  const schema = (fields: string): string => `
    datasource db {
      provider = "postgresql"
    }
    model Item {
      id    Int    @id
      title String
      ${fields}
      @@map("item")
    }`;
  const base =
    'CREATE TABLE "item" ("id" INTEGER NOT NULL, "title" TEXT NOT NULL, CONSTRAINT "item_pkey" PRIMARY KEY ("id"));';
  const invisible = `
    ALTER TABLE item ADD CONSTRAINT item_positive CHECK (id > 0);
    CREATE UNIQUE INDEX item_some_titles ON item (title) WHERE title <> '';
    CREATE INDEX item_lower_title ON item (lower(title));
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no'; END $$;
    CREATE TRIGGER item_kept BEFORE DELETE ON item FOR EACH ROW EXECUTE FUNCTION refuse();`;
  const trigrams = `
    CREATE EXTENSION pg_trgm;
    CREATE INDEX item_trigrams ON item USING gin (title gin_trgm_ops);`;

  const drift = (sql: string, fields: string): Promise<string> =>
    migrationDrift([{ name: '20260101000000_base', sql }], schema(fields));

  test('is none where they agree, in what Prisma cannot express, and in an operator class that stands in both', async () => {
    const index = '@@index([title(ops: raw("gin_trgm_ops"))], type: Gin, map: "item_trigrams")';
    expect(await drift(base + invisible + trigrams, index)).toBe('');
  });

  test('is an index that the schema lacks, a column and a key that the migrations lack', async () => {
    const found = await drift(base + trigrams, 'note String?\n @@unique([title])');
    expect(found).toContain('DROP INDEX "item_trigrams"');
    expect(found).toContain('ALTER TABLE "item" ADD COLUMN     "note" TEXT');
    expect(found).toContain('CREATE UNIQUE INDEX "item_title_key"');
  });
});
