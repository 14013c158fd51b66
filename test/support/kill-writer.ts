/**
 * Writes rows to the embedded database in the directory given, one transaction each, until it is killed. It says each
 * row's number once the transaction is acknowledged, and first of all which rows it found.
 */
import { writeSync } from 'node:fs';
import { Database, Prisma } from '../../src/platform/database/index.js';
import { EmbeddedDriver } from '../../src/platform/database/embedded.js';

const directory = process.argv[2];
if (directory === undefined) throw new Error('Usage: kill-writer.ts DIRECTORY');

const database = await Database.open(await EmbeddedDriver.open({ dataDirectory: directory }));
await database.prisma
  .$executeRaw`CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY, twin int UNIQUE, filler text)`;
const found = await database.query<{ id: number }>(Prisma.sql`SELECT id FROM written WHERE twin = -id ORDER BY id`);
writeSync(1, `found ${JSON.stringify(found.map(({ id }) => id))}\n`);

for (let id = (found.at(-1)?.id ?? 0) + 1; ; id += 1) {
  await database.transaction(async (tx) => {
    await tx.$executeRaw`INSERT INTO written VALUES (${id}, NULL, ${'x'.repeat(id % 2000)})`;
    await tx.query(Prisma.sql`UPDATE written SET twin = ${-id} WHERE id = ${id}`);
  });
  writeSync(1, `wrote ${id}\n`);
}
