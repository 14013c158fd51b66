import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { accountCalled, enrol, everything, invite, PASSWORD, putToken } from './support/api-accounts.js';
import { attempt, change, read, type Json, type MutationName } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';

const ANYBODY = { key: null };
const OTHER = 'a lamp above the boathouse';

describe.each(oneDatabase)('passwords on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  const hashOf = async (email: string): Promise<string | null> =>
    (
      await app.database.query<{ hash: string | null }>(
        Prisma.sql`SELECT password_hash AS hash FROM account WHERE email = ${email}`,
      )
    )[0]!.hash;

  async function refused(name: MutationName, input: object, problem: object, key: string | null = null): Promise<void> {
    const before = await everything(app);
    const payload = await attempt(app, name, { input }, undefined, { key });
    expect(payload).toEqual({ account: null, userErrors: [expect.objectContaining(problem)] });
    expect(await everything(app)).toEqual(before);
  }

  test('nobody sets the service up without the key, nobody twice, and whoever does has a password then', async () => {
    const input = { email: 'First@desk.example', name: 'First', password: PASSWORD };
    const required = async (): Promise<Json> => (await read(app, '{ setUpRequired }', {}, ANYBODY)).setUpRequired;
    expect(await required()).toBe(true);
    const editor = await insertKey(app.database, { role: 'EDITOR' });
    for (const [key, code] of [
      [null, 'UNAUTHENTICATED'],
      [editor, 'FORBIDDEN'],
    ] as const) {
      const { body } = await app.graphql(
        'mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { code } } }',
        { input },
        { key },
      );
      expect(body.errors[0].extensions.code).toBe(code);
    }
    const { account } = await change(app, 'setUp', { input }, 'account { email name role hasPassword status }');
    expect(account).toEqual({
      email: 'first@desk.example',
      name: 'First',
      role: 'ADMIN',
      hasPassword: true,
      status: 'ACTIVE',
    });
    expect(await hashOf('first@desk.example')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await required()).toBe(false);
    const before = await everything(app);
    const again = await attempt(app, 'setUp', { input: { ...input, password: OTHER } });
    expect(again).toMatchObject({ account: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['input'] }] });
    expect(await everything(app)).toEqual(before);
  });

  test('an invitation is accepted once, with a name and a password', async () => {
    const { token } = await invite(app, 'Lena', 'EDITOR');
    const input = { token, name: 'Lena Fisk', password: PASSWORD };
    const { account } = await change(
      app,
      'invitationAccept',
      { input },
      'account { name email role status apiKeys { totalCount } }',
      ANYBODY,
    );
    expect(account).toEqual({
      name: 'Lena Fisk',
      email: 'lena@desk.example',
      role: 'EDITOR',
      status: 'ACTIVE',
      apiKeys: null,
    });
    await refused('invitationAccept', { ...input, password: OTHER }, { code: 'NOT_FOUND', field: ['input', 'token'] });
  });

  test('of two who accept one invitation at once, one does', async () => {
    const { token } = await invite(app, 'Rush');
    const answers = await Promise.all(
      [PASSWORD, OTHER].map((password) =>
        attempt(app, 'invitationAccept', { input: { token, password } }, undefined, ANYBODY),
      ),
    );
    expect(answers.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
  });

  test.each<[string, () => Promise<string>]>([
    ['nobody made', () => Promise.resolve('gainsay_nobody-made-this-one')],
    [
      'has expired',
      () => invite(app, 'Late').then(() => putToken(app, 'late@desk.example', 'INVITATION', `interval '-1 second'`)),
    ],
    ['is for a reset', () => invite(app, 'Wrong').then(() => putToken(app, 'wrong@desk.example', 'PASSWORD_RESET'))],
    [
      'another took the place of',
      async () => {
        const { token, account } = await invite(app, 'Twice');
        await change(app, 'passwordResetCreate', { id: account.id });
        return token;
      },
    ],
  ])('a token that %s accepts nothing', async (_what, tokenOf) => {
    await refused(
      'invitationAccept',
      { token: await tokenOf(), password: PASSWORD },
      { code: 'NOT_FOUND', field: ['input', 'token'] },
    );
  });

  test.each([
    ['is short', 'short of fiftee'.slice(0, 14)],
    ['is endless', 'ab cd '.repeat(22)],
    ['is of four characters repeated', 'abcd'.repeat(5)],
    ['has a control character', `${PASSWORD}\u0007`],
  ])('a password that %s is refused', async (_what, password) => {
    const { token } = await invite(app, `Choosy${String(Math.random()).slice(2)}`);
    const field = ['input', 'password'];
    await refused('invitationAccept', { token, password }, { code: 'INVALID_INPUT', field });
    expect(
      (await attempt(app, 'invitationAccept', { input: { token, password: PASSWORD } }, undefined, ANYBODY)).userErrors,
    ).toEqual([]);
  });

  test('an administrator lets somebody choose another password; the present one is good until then', async () => {
    const { id, email } = await enrol(app, 'Forgetful');
    const before = await hashOf(email);
    const { accountToken } = await change(
      app,
      'passwordResetCreate',
      { id },
      'accountToken { token expiresAt account { id } }',
    );
    expect(accountToken.account.id).toBe(id);
    const left = Date.parse(accountToken.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(23 * 3_600_000);
    expect(left).toBeLessThan(25 * 3_600_000);
    expect(await hashOf(email)).toBe(before);
    const input = { token: accountToken.token, password: OTHER };
    expect((await change(app, 'passwordReset', { input }, 'account { id }', ANYBODY)).account).toEqual({ id });
    expect(await hashOf(email)).not.toBe(before);
    await refused('passwordReset', input, { code: 'NOT_FOUND', field: ['input', 'token'] });
  });

  test.each([
    ['who has no address', async () => (await accountCalled(app, 'EDITOR')).id, 'ILLEGAL_STATE'],
    ['who is nobody', () => encodeId('Account', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }), 'NOT_FOUND'],
    [
      'whose id is of another kind',
      () => encodeId('User', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }),
      'WRONG_TYPE',
    ],
  ])('a reset for somebody %s is refused', async (_what, id, code) => {
    const before = await everything(app);
    const payload = await attempt(app, 'passwordResetCreate', { id: await id() });
    expect(payload).toMatchObject({ accountToken: null, userErrors: [{ code, field: ['id'] }] });
    expect(await everything(app)).toEqual(before);
  });

  test('the own password is changed by who knows it', async () => {
    const key = await insertKey(app.database, { role: 'READER', name: 'Sasha' });
    const { id } = await accountCalled(app, 'Sasha');
    const wrong = { current: OTHER, password: `${OTHER} again` };
    await refused('passwordChange', wrong, { code: 'ILLEGAL_STATE', field: ['input', 'current'] }, key);
    await change(app, 'accountUpdate', { id, input: { email: 'sasha@desk.example' } });
    const { accountToken } = await change(app, 'passwordResetCreate', { id }, 'accountToken { token }');
    await change(
      app,
      'invitationAccept',
      { input: { token: accountToken.token, password: PASSWORD } },
      undefined,
      ANYBODY,
    );
    await refused('passwordChange', wrong, { code: 'INVALID_INPUT', field: ['input', 'current'] }, key);
    const same = { current: PASSWORD, password: PASSWORD };
    await refused('passwordChange', same, { code: 'INVALID_INPUT', field: ['input', 'password'] }, key);
    const input = { current: PASSWORD, password: OTHER };
    expect((await attempt(app, 'passwordChange', { input }, undefined, { key })).userErrors).toEqual([]);
    await refused('passwordChange', input, { code: 'INVALID_INPUT', field: ['input', 'current'] }, key);
  });

  test('no password and no hash is in the record', async () => {
    const record = JSON.stringify(await app.database.prisma.auditEvent.findMany());
    expect(record).toContain('passwordChange');
    for (const secret of [PASSWORD, OTHER, 'argon2id']) expect(record).not.toContain(secret);
  });
});
