import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../src/graphql/node/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { accountCalled, enrol, everything, invite } from './support/api-accounts.js';
import { attempt, change, documentOf, read, type Json, type MutationName } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';

const NOBODY = encodeId('Account', { id: '01890a5d-ac96-774b-bcce-b302099a8057' });
const DAY = 86_400_000;

describe.each(oneDatabase)('accounts on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  /** What is refused names its one problem and changes nothing. */
  async function refused(name: MutationName, variables: object, problem: object, key?: string): Promise<void> {
    const before = await everything(app);
    const options = key === undefined ? {} : { key };
    const { userErrors, ...payload } = await attempt(app, name, variables, undefined, options);
    expect(userErrors).toEqual([expect.objectContaining(problem)]);
    expect(Object.values(payload)).toEqual([null]);
    expect(await everything(app)).toEqual(before);
  }

  test('an invitation makes an account that nobody can sign in to, and shows a token that is not stored', async () => {
    const input = { email: ' Vera.Moss@Desk.EXAMPLE ', name: 'Vera Moss', role: 'EDITOR' };
    const selection =
      'accountToken { token expiresAt account { id email name role status hasPassword actor { name role } } }';
    const { accountToken } = await change(app, 'accountInvite', { input }, selection);
    expect(accountToken).toEqual({
      token: expect.stringMatching(/^gainsay_[\w-]{32}$/),
      expiresAt: expect.any(String),
      account: {
        id: expect.any(String),
        email: 'vera.moss@desk.example',
        name: 'Vera Moss',
        role: 'EDITOR',
        status: 'INVITED',
        hasPassword: false,
        actor: { name: 'Vera Moss', role: 'EDITOR' },
      },
    });
    const left = Date.parse(accountToken.expiresAt) - Date.now();
    expect(left).toBeGreaterThan(6.9 * DAY);
    expect(left).toBeLessThan(7.1 * DAY);
    expect(JSON.stringify(await app.database.prisma.accountToken.findMany())).not.toContain(accountToken.token);
    expect(JSON.stringify(await app.database.prisma.auditEvent.findMany())).not.toContain(accountToken.token);
  });

  test.each([
    ['an address that is taken, in other letters', { email: 'TAKEN@desk.example' }, 'ALREADY_EXISTS', 'email'],
    ['no address', { email: 'nobody' }, 'INVALID_INPUT', 'email'],
    ['an address that is not ASCII', { email: 'zoë@desk.example' }, 'INVALID_INPUT', 'email'],
    ['no name', { name: ' ' }, 'INVALID_INPUT', 'name'],
  ])('an invitation with %s is refused', async (_what, spoilt, code, field) => {
    if ((await accountCalled(app, 'Taken')) === undefined) await invite(app, 'Taken');
    const input = { email: 'new@desk.example', name: 'New', role: 'READER', ...spoilt };
    const before = await everything(app);
    const { accountToken, userErrors } = await attempt(app, 'accountInvite', { input });
    expect(accountToken).toBeNull();
    expect(userErrors[0]).toMatchObject({ code, field: ['input', field] });
    expect(await everything(app)).toEqual(before);
  });

  test('two invitations of one address at once make one account', async () => {
    const input = { email: 'twin@desk.example', name: 'Twin', role: 'READER' };
    const answers = await Promise.all([1, 2].map(() => attempt(app, 'accountInvite', { input })));
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }: Json) => code));
    expect(codes).toEqual(['ALREADY_EXISTS']);
  });

  test('an administrator changes address, name and role, which the keys follow', async () => {
    const { id } = await invite(app, 'Ivo').then(({ account }) => account);
    const input = { email: 'Ivo.Hale@desk.example', name: 'Ivo Hale', role: 'READER' };
    const { account } = await change(app, 'accountUpdate', { id, input }, 'account { email name role status }');
    expect(account).toEqual({ email: 'ivo.hale@desk.example', name: 'Ivo Hale', role: 'READER', status: 'INVITED' });
    const key = await insertKey(app.database, { role: 'EDITOR', name: 'Keyed' });
    const keyed = await accountCalled(app, 'Keyed');
    await change(app, 'accountUpdate', { id: keyed.id, input: { role: 'CONTRIBUTOR' } });
    expect(await read(app, '{ viewer { role } }', {}, { key })).toEqual({ viewer: { role: 'CONTRIBUTOR' } });
    await change(app, 'accountUpdate', { id: keyed.id, input: { disabled: true } });
    expect((await app.graphql('{ viewer { role } }', {}, { key })).body.errors[0].extensions.code).toBe(
      'UNAUTHENTICATED',
    );
    expect(await accountCalled(app, 'Keyed')).toMatchObject({ status: 'DISABLED', disabledAt: expect.any(String) });
    await change(app, 'accountUpdate', { id: keyed.id, input: { disabled: false } });
    expect(await read(app, '{ viewer { role } }', {}, { key })).toEqual({ viewer: { role: 'CONTRIBUTOR' } });
  });

  test('a change from an older version is refused, and told what changed since and by whom', async () => {
    const { id } = await accountCalled(app, 'Vera');
    const { node } = await read(app, 'query ($id: ID!) { node(id: $id) { ... on Account { version } } }', { id });
    const version = Number(node.version);
    await change(app, 'accountUpdate', { id, expectedVersion: version, input: { role: 'CONTRIBUTOR' } });
    const message = `(version ${version + 1} by Administrator: role from "EDITOR" to "CONTRIBUTOR")`;
    const problem = { code: 'STALE_VERSION', message: expect.stringContaining(message), field: ['expectedVersion'] };
    await refused('accountUpdate', { id, expectedVersion: version, input: { role: 'ADMIN' } }, problem);
    await change(app, 'accountUpdate', { id, expectedVersion: version + 1, input: { role: 'EDITOR' } });
  });

  test('everybody says what they are called, people by themselves and services by administrators', async () => {
    const key = await insertKey(app.database, { role: 'READER', name: 'Nadja' });
    const given = { expectedVersion: 1, input: { name: 'Nadia' } };
    const selection = 'account { name version actor { ... on User { name } } }';
    const { account } = await change(app, 'profileUpdate', given, selection, { key });
    expect(account).toEqual({ name: 'Nadia', version: 2, actor: { name: 'Nadia' } });
    await refused('profileUpdate', given, { code: 'STALE_VERSION', field: ['expectedVersion'] }, key);
    await refused('profileUpdate', { expectedVersion: 2, input: { name: '' } }, { code: 'REQUIRED' }, key);
    const responsible = (await accountCalled(app, 'Nadia')).id;
    const input = { name: 'Ticker', role: 'READER', responsible };
    const { account: service } = await change(app, 'serviceAccountCreate', { input });
    const keyed = { name: 'Ticker', role: 'READER', account: service.id };
    const { newApiKey } = await change(app, 'apiKeyCreate', { input: keyed }, 'newApiKey { secret apiKey { id } }');
    await refused('profileUpdate', { ...given, input: { name: 'T' } }, { code: 'ILLEGAL_STATE' }, newApiKey.secret);
  });

  test.each([
    ['an id of nothing', () => ({ id: NOBODY, input: {} }), { code: 'NOT_FOUND', field: ['id'] }],
    ['no id', () => ({ id: 'nonsense', input: {} }), { code: 'NOT_FOUND', field: ['id'] }],
    [
      'an id of a key',
      () => ({ id: encodeId('ApiKey', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }), input: {} }),
      { code: 'WRONG_TYPE' },
    ],
    [
      "another's address",
      async () => ({ id: (await accountCalled(app, 'Vera')).id, input: { email: 'twin@desk.example' } }),
      { code: 'ALREADY_EXISTS', field: ['input', 'email'] },
    ],
  ])('a change with %s is refused', async (_what, variables, problem) => {
    await refused('accountUpdate', await variables(), problem);
  });

  test('disabling an account withdraws its invitation', async () => {
    const { token, account } = await invite(app, 'Leaver');
    await change(app, 'accountUpdate', { id: account.id, input: { disabled: true } });
    await refused('passwordResetCreate', { id: account.id }, { code: 'ILLEGAL_STATE', field: ['id'] });
    await change(app, 'accountUpdate', { id: account.id, input: { disabled: false } });
    const input = { token, password: 'seven grey herons waiting' };
    await refused('invitationAccept', { input }, { code: 'NOT_FOUND', field: ['input', 'token'] });
  });

  test('who is no administrator sees the own account, and of others what they do under', async () => {
    const key = await insertKey(app.database, { role: 'EDITOR', name: 'Plain' });
    const { viewer } = await read(
      app,
      '{ viewer { account { id email name role status apiKeys { totalCount } } } }',
      {},
      { key },
    );
    expect(viewer.account).toEqual({
      id: expect.any(String),
      email: null,
      name: 'Plain',
      role: 'EDITOR',
      status: 'ACTIVE',
      apiKeys: { totalCount: 1 },
    });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    expect(await read(app, node, { id: viewer.account.id }, { key })).toEqual({ node: { id: viewer.account.id } });
    const { id } = await accountCalled(app, 'Vera');
    expect(await read(app, node, { id }, { key })).toEqual({ node: null });
    expect(await read(app, node, { id }, { key: null })).toEqual({ node: null });
    expect(await read(app, node, { id })).toEqual({ node: { id } });
    expect(await read(app, '{ viewer { account { id } } }', {}, { key: null })).toEqual({ viewer: { account: null } });
  });

  test('accounts are found by name and address and come in pages, in as many statements for many as for few', async () => {
    for (let i = 0; i < 15; i += 1) await invite(app, `Crowd${i}`);
    const query = `query ($first: Int, $after: String) { accounts(first: $first, after: $after, query: "crowd") {
      totalCount nodes { name actor { name } apiKeys(first: 2) { nodes { name } } } pageInfo { endCursor hasNextPage } } }`;
    const { accounts } = await read(app, query, { first: 2 });
    expect(accounts.nodes.map(({ name }: Json) => name)).toEqual(['Crowd0', 'Crowd1']);
    const next = await read(app, query, { first: 2, after: accounts.pageInfo.endCursor });
    expect(next.accounts.nodes.map(({ name }: Json) => name)).toEqual(['Crowd2', 'Crowd3']);
    expect(next.accounts.totalCount).toBe(15);
    const counts = [];
    for (const first of [2, 15]) counts.push((await app.graphql(query, { first })).sqlStatements);
    // Who asks, the accounts, how many, their actors, their keys.
    expect(counts).toEqual([5, 5]);
  });
});

describe.each(oneDatabase)('the last administrator on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  const update = (id: string, input: object): Promise<Json> => attempt(app, 'accountUpdate', { id, input });

  test('who can sign in stays one, however it is tried', async () => {
    const { id } = await accountCalled(app, 'Administrator');
    // Neither can act: one has yet to accept, the other is disabled.
    await invite(app, 'Someday', 'ADMIN');
    const former = await enrol(app, 'Former', 'ADMIN');
    await update(former.id, { disabled: true });
    for (const [input, field] of [
      [{ role: 'EDITOR' }, 'role'],
      [{ disabled: true }, 'disabled'],
      [{ role: 'READER', disabled: true }, 'role'],
    ] as const) {
      const before = await everything(app);
      expect(await update(id, input)).toMatchObject({
        account: null,
        userErrors: [
          { code: 'ILLEGAL_STATE', field: ['input', field], message: expect.stringMatching(/last administrator/) },
        ],
      });
      expect(await everything(app)).toEqual(before);
    }
    await update(former.id, { disabled: false });
    expect((await update(id, { role: 'EDITOR' })).userErrors).toEqual([]);
  });

  test('cannot be missing because two demote each other at once', async () => {
    const other = await startApi(kind);
    const { id } = await accountCalled(other, 'Administrator');
    const second = await insertKey(other.database, { role: 'ADMIN', name: 'Second' });
    const { id: secondId } = await accountCalled(other, 'Second');
    const demote = documentOf('accountUpdate');
    const answers = await Promise.all([
      other.graphql(demote, { id: secondId, expectedVersion: 1, input: { role: 'READER' } }),
      other.graphql(demote, { id, expectedVersion: 1, input: { role: 'READER' } }, { key: second }),
    ]);
    // Whoever came second is refused: as the last one, or as no administrator any more.
    expect(answers.filter(({ body }) => body.data?.accountUpdate.userErrors.length === 0)).toHaveLength(1);
    expect(await other.database.prisma.account.count({ where: { role: 'ADMIN' } })).toBe(1);
    await other.close();
  });
});
