/**
 * check      Fails, with the SQL that would mend it, where prisma/migrations and prisma/schema.prisma have drifted apart.
 * new NAME   Writes that SQL into a new migration; without drift, an empty one for what Prisma cannot express.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrationsFolder, readMigrations } from '../src/platform/database/migrations.js';
import { migrationDrift } from './migration-drift.js';

const [command, name] = process.argv.slice(2);

async function drift(): Promise<string> {
  const schema = await readFile(join(migrationsFolder(), '..', 'schema.prisma'), 'utf8');
  return migrationDrift(await readMigrations(), schema);
}

async function check(): Promise<number> {
  const sql = await drift();
  if (sql === '') return 0;
  console.error(
    `prisma/migrations lack this to match prisma/schema.prisma ("npm run db:new NAME" writes it):\n\n${sql}`,
  );
  return 1;
}

async function create(name: string): Promise<number> {
  const sql = await drift();
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder(), `${time}_${name}`);
  await mkdir(folder);
  const file = join(folder, 'migration.sql');
  await writeFile(file, sql === '' ? '-- What Prisma cannot express goes here.\n' : sql);
  console.log(`Wrote ${file}. Read it before you commit it.`);
  return 0;
}

if (command === 'check') {
  process.exitCode = await check();
} else if (command === 'new' && name !== undefined && /^[a-z0-9_]+$/.test(name)) {
  process.exitCode = await create(name);
} else {
  console.error('Usage: migrations.ts check | new name_of_small_letters_digits_and_underscores');
  process.exitCode = 1;
}
