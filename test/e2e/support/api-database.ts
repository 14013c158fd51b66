import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { idsOf } from '../../../src/graphql/node/index.js';
import { Prisma, type Database } from '../../../src/platform/database/index.js';
import { ADMIN_KEY, startApp, type TestApp } from '../../support/start-app.js';
import { openTestDatabase, type DatabaseKind } from '../../support/test-databases.js';

/** Tables that change without anybody's doing: a key notes when it was last used, a wrong password is counted. */
const RESTLESS: ReadonlySet<string> = new Set(['api_key', 'guess_count']);

/** Number of rows and checksum of every table, to compare before and after what must change nothing. */
export async function fingerprint(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string }>(Prisma.sql`
    SELECT table_name::text AS name FROM information_schema.tables
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY 1`);
  const sums = tables
    .filter(({ name }) => !RESTLESS.has(name))
    .map(
      ({ name }) => Prisma.sql`
        SELECT ${name}::text AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, E'\n' ORDER BY t::text), '')) AS sum
        FROM ${Prisma.raw(`"${name}"`)} t`,
    );
  const rows = await database.query<{ name: string; sum: string }>(Prisma.join(sums, ' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** Makes every claim that stands a published one, as though two people had taken each through review. */
export async function publishEverything(database: Database): Promise<void> {
  await database.query(Prisma.sql`UPDATE claim SET status = 'PUBLISHED'
    WHERE status NOT IN ('PUBLISHED', 'REJECTED', 'RETRACTED')`);
}

/** Makes one claim a published one, as {@link publishEverything} does. */
export async function publishOne(database: Database, claim: string): Promise<void> {
  const { storyId, id } = idsOf('Claim', claim)!;
  await database.query(Prisma.sql`
    UPDATE claim SET status = 'PUBLISHED' WHERE story_id = ${storyId}::uuid AND id = ${id}::uuid`);
}

/** An API key that a test puts straight into the database. */
interface TestKey {
  readonly role: string;
  readonly name?: string;
  /** Name of the person who answers for it, where it is a service's. */
  readonly responsible?: string;
  /** Made up where absent. */
  readonly secret?: string;
  readonly expiresAt?: Date;
  readonly revokedAt?: Date;
}

/** Puts an account with an API key into the database. @returns the key's secret */
export async function insertKey(database: Database, key: TestKey): Promise<string> {
  const { role, name = role, secret = `test-${randomUUID()}`, expiresAt = null, revokedAt = null } = key;
  const hash = createHash('sha256').update(secret).digest('hex');
  const account = uuidv7();
  const responsible = key.responsible ?? null;
  await database.query(Prisma.sql`
    INSERT INTO account (id, kind, name, role, responsible_id, created_at)
    VALUES (${account}::uuid, (CASE WHEN ${responsible}::text IS NULL THEN 'PERSON' ELSE 'SERVICE' END)::account_kind, ${name},
      ${role}::role, (SELECT id FROM account WHERE name = ${responsible}), now())`);
  // Used a while into the future, so that no request notes a use of it, and all take the same number of statements.
  await database.query(Prisma.sql`
    INSERT INTO api_key (id, account_id, name, secret_hash, role, created_at, expires_at, revoked_at, last_used_at)
    VALUES (${uuidv7()}::uuid, ${account}::uuid, 'test', ${hash}, ${role}::role, now(), ${expiresAt}::timestamptz,
      ${revokedAt}::timestamptz, now() + interval '1 day')`);
  return secret;
}

/** Starts the application on a new database in which the administrator's key has been used before. */
export async function startApi(kind: DatabaseKind, variables: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const opened = await openTestDatabase(kind);
  await insertKey(opened.database, { role: 'ADMIN', name: 'Administrator', secret: ADMIN_KEY });
  return startApp(opened, variables);
}
