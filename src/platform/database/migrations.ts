import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { shippedPath } from '../files/shipped-path.js';
import { StartupError } from '../lifecycle/startup-error.js';
import { AdvisoryLock } from './advisory-locks.js';
import type { DatabaseDriver, Session } from './driver.js';

/** One folder of prisma/migrations. */
export interface Migration {
  /** The folder's name; migrations run in the order of their names. */
  readonly name: string;
  readonly sql: string;
}

/** A row of `_prisma_migrations`, as far as it matters here. */
interface AppliedMigration {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** Prisma's table, in the words of its schema engine. */
const CREATE_TABLE = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** The folder of the migrations that come with the service. */
export function migrationsFolder(): string {
  return shippedPath('prisma', 'migrations');
}

/** Reads the migrations of a folder, in the order in which they run. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  );
}

/**
 * Brings the database to the newest migration: each that is missing runs in a transaction of its own together with its
 * record in `_prisma_migrations`, which Prisma's CLI can go on from. One service at a time does so, others wait.
 * @throws StartupError where an applied migration was edited since, one is recorded as failed, or the database has
 *   migrations that this version of the service does not know
 */
export async function applyMigrations(driver: DatabaseDriver, migrations?: readonly Migration[]): Promise<void> {
  const known = migrations ?? (await readMigrations());
  const session = await driver.openSession();
  try {
    await session.run(`SELECT pg_advisory_lock(${AdvisoryLock.MIGRATIONS})`, []);
    await session.script(CREATE_TABLE);
    const applied = await readApplied(session);
    refuseMismatch(known, applied, driver.description);
    const done = new Set(applied.map(({ name }) => name));
    for (const migration of known) {
      if (!done.has(migration.name)) await applyOne(session, migration);
    }
    await session.run(`SELECT pg_advisory_unlock(${AdvisoryLock.MIGRATIONS})`, []);
  } finally {
    await session.release();
  }
}

function readApplied(session: Session): Promise<AppliedMigration[]> {
  return session.run(
    `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
       FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "started_at"`,
    [],
  );
}

function refuseMismatch(known: readonly Migration[], applied: readonly AppliedMigration[], database: string): void {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = byName.get(name);
    if (!finished) {
      throw new StartupError(
        `The migration ${name} is recorded as failed in the database (${database}). ` +
          `Mend the database, then mark it with "prisma migrate resolve", or restore a backup.`,
      );
    }
    if (!migration) {
      throw new StartupError(
        `The database (${database}) is newer than this version of Gainsay: it has the migration ${name}. ` +
          'Start the version that made it, or a later one.',
      );
    }
    if (!checksumsOf(migration.sql).includes(checksum)) {
      throw new StartupError(
        `The migration ${name} was edited after it was applied to the database (${database}). ` +
          'Put its file back as it was, and make the change in a new migration.',
      );
    }
  }
}

async function applyOne(session: Session, { name, sql }: Migration): Promise<void> {
  try {
    await session.script('BEGIN');
    await session.script(sql);
    await session.run(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "applied_steps_count")
       VALUES ($1, $2, now(), $3, 1)`,
      [randomUUID(), sha256(sql), name],
    );
    await session.script('COMMIT');
  } catch (error) {
    await session.script('ROLLBACK');
    throw new Error(`The migration ${name} failed and was rolled back.`, { cause: error });
  }
}

/** What the file may have been recorded as: a checkout may have turned its line ends. */
function checksumsOf(sql: string): string[] {
  const lf = sql.replaceAll('\r\n', '\n');
  return [sha256(lf), sha256(lf.replaceAll('\n', '\r\n'))];
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
