import { createHash, randomUUID } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { encodeId } from '../../../src/graphql/node/index.js';
import { Prisma } from '../../../src/platform/database/index.js';
import type { TestApp } from '../../support/start-app.js';
import { change, read, type Json } from './api-client.js';
import { fingerprint } from './api-database.js';

/** A password that is good enough. */
export const PASSWORD = 'seven grey herons waiting';

const TOKEN = 'accountToken { token expiresAt account { id email name role status hasPassword } }';

/** Invites somebody. @returns the token, with the account */
export async function invite(app: TestApp, name: string, role = 'CONTRIBUTOR'): Promise<Json> {
  const input = { email: `${name.toLowerCase()}@desk.example`, name, role };
  return (await change(app, 'accountInvite', { input }, TOKEN)).accountToken;
}

/** An account whose owner has a password. @returns its id and address */
export async function enrol(app: TestApp, name: string, role?: string): Promise<{ id: string; email: string }> {
  const { token, account } = await invite(app, name, role);
  await change(app, 'invitationAccept', { input: { token, password: PASSWORD } });
  return account;
}

/** A service account for which the account of a name answers. @returns it */
export async function employ(app: TestApp, name: string, responsible: string, role = 'READER'): Promise<Json> {
  const { id } = await accountCalled(app, responsible);
  return (await change(app, 'serviceAccountCreate', { input: { name, role, responsible: id } })).account;
}

/** Puts a token of an account straight into the database. */
export async function putToken(
  app: TestApp,
  email: string,
  purpose: 'INVITATION' | 'PASSWORD_RESET',
  expires = "interval '1 hour'",
): Promise<string> {
  const token = `test-${randomUUID()}`;
  const hash = createHash('sha256').update(token).digest('hex');
  await app.database.query(
    Prisma.sql`DELETE FROM account_token USING account a WHERE account_id = a.id AND a.email = ${email}`,
  );
  await app.database.query(Prisma.sql`
    INSERT INTO account_token SELECT id, ${purpose}::token_purpose, ${hash}, id, now() - interval '1 day', now() + ${Prisma.raw(expires)}
    FROM account WHERE email = ${email}`);
  return token;
}

/** Puts a session of the account of this name straight into the database. @returns its global id */
export async function putSession(app: TestApp, name: string): Promise<string> {
  const id = uuidv7();
  await app.database.query(Prisma.sql`
    INSERT INTO session (id, account_id, secret_hash, user_agent, address, created_at, last_used_at, expires_at)
    SELECT ${id}::uuid, id, ${createHash('sha256').update(id).digest('hex')}, 'A browser', '192.0.2.7', now(), now(), now() + interval '1 day'
    FROM account WHERE name = ${name}`);
  return encodeId('Session', { id });
}

/** Lets the account of this name be signed in to by another service, straight in the database. */
export async function putLink(app: TestApp, name: string, issuer: string, subject: string): Promise<void> {
  await app.database.query(Prisma.sql`
    INSERT INTO sso_link SELECT ${issuer}, ${subject}, id, now() FROM account WHERE name = ${name}`);
}

/** All rows of all tables, those of keys too, but for when they were last used. */
export async function everything({ database }: TestApp): Promise<unknown> {
  const keys = await database.query(Prisma.sql`
    SELECT id, name, role::text, expires_at, revoked_at FROM api_key ORDER BY id`);
  return [await fingerprint(database), keys];
}

/** The account of this name, as administrators see it. */
export async function accountCalled(app: TestApp, name: string): Promise<Json> {
  const query = `query ($query: String) { accounts(query: $query) { nodes { id email name role status hasPassword disabledAt } } }`;
  return (await read(app, query, { query: name })).accounts.nodes[0];
}
