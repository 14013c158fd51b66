import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { employ, enrol, invite, putLink, putSession } from '../e2e/support/api-accounts.js';
import { startApi } from '../e2e/support/api-database.js';
import { copy, refusedBy, set } from '../e2e/support/api-rows.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';

const { sql } = Prisma;
const ENROLLED = sql`t.email = 'enrolled@desk.example'`;
const account = (assignment: string): Prisma.Sql => set('account', assignment, ENROLLED);
const token = (assignment: string): Prisma.Sql => set('account_token', assignment, sql`TRUE`);

const service = (responsible: string, of = ENROLLED): Prisma.Sql =>
  copy(
    'account',
    { id: 'gen_random_uuid()', kind: `'SERVICE'`, email: 'NULL', password_hash: 'NULL', responsible_id: responsible },
    of,
  );

const linked = sql`(SELECT account_id FROM sso_link)`;
const link = (of: Prisma.Sql, issuer: string, subject: string): Prisma.Sql =>
  sql`INSERT INTO sso_link SELECT ${issuer}, ${subject}, ${of}, now() FROM account ORDER BY id LIMIT 1`;
const attempt = (hash: string, expires: string): Prisma.Sql =>
  sql`INSERT INTO sso_attempt VALUES (${Prisma.raw(hash)}, now(), ${Prisma.raw(expires)})`;

const device = (hash: Prisma.Sql, of = sql`id`): Prisma.Sql =>
  sql`INSERT INTO known_device SELECT ${of}, ${hash}, now() FROM account LIMIT 1`;

const VIOLATIONS: [what: string, refusedBy: string, statement: Prisma.Sql][] = [
  ['an address twice', 'account_email_key', copy('account', {}, ENROLLED)],
  ['an address in capitals', 'account_email_form', account(`email = 'Enrolled@desk.example'`)],
  ['an address without a host', 'account_email_form', account(`email = 'enrolled@'`)],
  ['an address with a space', 'account_email_form', account(`email = 'en rolled@desk.example'`)],
  ['a password that is not hashed', 'account_password_argon2id', account(`password_hash = 'open sesame'`)],
  ['a password without an address', 'account_password_has_email', account('email = NULL')],
  ['a service that signs in', 'account_services_do_not_sign_in', account(`kind = 'SERVICE'`)],
  [
    'a person for whom another answers',
    'account_people_answer_for_themselves',
    copy(
      'account',
      { id: 'gen_random_uuid()', email: 'NULL', password_hash: 'NULL', responsible_id: 't.id' },
      ENROLLED,
    ),
  ],
  ['a service for which nobody answers', 'account_responsible_id_fkey', service('gen_random_uuid()')],
  ['a service for which another answers', 'account_responsible_is_person', service('t.id', sql`t.kind = 'SERVICE'`)],
  [
    'another who answers for a service',
    'account_responsible_stays',
    set('account', 'responsible_id = NULL', sql`t.kind = 'SERVICE'`),
  ],
  ['a link of nobody', 'sso_link_account_id_fkey', link(sql`gen_random_uuid()`, 'login.example', 'another')],
  ['a link by nothing', 'sso_link_not_empty', link(sql`id`, 'login.example', '')],
  ['a link of another to who is linked', 'sso_link_pkey', link(sql`id`, 'login.example', 'subject')],
  ['a second link of an account', 'sso_link_account_id_issuer_key', link(linked, 'login.example', 'another')],
  ['an attempt’s hash that is none', 'sso_attempt_secret_hash_hex', attempt(`'secret'`, `now() + interval '1 minute'`)],
  ['an attempt that had ended when it began', 'sso_attempt_expires', attempt(`repeat('0', 64)`, 'now()')],
  ['a token’s hash that is none', 'account_token_secret_hash_hex', token(`secret_hash = 'secret'`)],
  ['a token that had expired when it was made', 'account_token_expires', token('expires_at = created_at')],
  [
    'a second token of an account',
    'account_token_pkey',
    sql`INSERT INTO account_token SELECT account_id, purpose, repeat('0', 64), made_by_id, created_at, expires_at FROM account_token`,
  ],
  [
    'a token’s hash twice',
    'account_token_secret_hash_key',
    sql`INSERT INTO account_token SELECT a.id, 'INVITATION', t.secret_hash, a.id, t.created_at, t.expires_at
      FROM account_token t, account a WHERE a.email = 'enrolled@desk.example'`,
  ],
  ['a session’s hash that is none', 'session_secret_hash_hex', set('session', `secret_hash = 'secret'`, sql`TRUE`)],
  ['a session’s hash twice', 'session_secret_hash_key', copy('session', {}, sql`TRUE`)],
  ['a session that was over when it began', 'session_expires', set('session', 'expires_at = created_at', sql`TRUE`)],
  ['a session of nobody', 'session_account_id_fkey', set('session', 'account_id = gen_random_uuid()', sql`TRUE`)],
  ['a browser’s hash that is none', 'known_device_secret_hash_hex', device(sql`'secret'`)],
  ['a browser of nobody', 'known_device_account_id_fkey', device(sql`repeat('0', 64)`, sql`gen_random_uuid()`)],
  [
    'fewer than no guesses',
    'guess_count_not_negative',
    sql`INSERT INTO guess_count VALUES ('of something', -1, now())`,
  ],
  ['a token of nobody', 'account_token_account_id_fkey', token('account_id = gen_random_uuid()')],
  ['a token by nobody', 'account_token_made_by_id_fkey', token('made_by_id = gen_random_uuid()')],
];

describe.each(oneDatabase)('the database refuses of accounts on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
    await enrol(app, 'Enrolled');
    await invite(app, 'Invited');
    await putSession(app, 'Enrolled');
    await employ(app, 'Feed', 'Enrolled');
    await putLink(app, 'Enrolled', 'login.example', 'subject');
  });
  afterAll(() => app.close());

  test.each(VIOLATIONS)('%s (%s)', async (_what, expected, statement) => {
    expect(await refusedBy(app, statement)).toContain(expected);
  });
});
