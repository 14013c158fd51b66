import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../src/graphql/node/index.js';
import { FirstStartService, Role } from '../../src/features/auth/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { accountCalled, employ, enrol, everything, PASSWORD } from './support/api-accounts.js';
import { Browser } from './support/api-browser.js';
import { attempt, change, read, type Json, type MutationName } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';

const NOBODY = encodeId('Account', { id: '01890a5d-ac96-774b-bcce-b302099a8057' });
const ACCOUNT =
  'account { id kind name email role status hasPassword responsible { __typename name } actor { __typename } }';
const KEY = 'newApiKey { secret apiKey { id role owner { __typename name } } }';

describe.each(oneDatabase)('service accounts on %s', (kind) => {
  let app: TestApp;
  /** An editor, by a key of their own. */
  let ada: string;
  beforeAll(async () => {
    app = await startApi(kind);
    ada = await insertKey(app.database, { role: 'EDITOR', name: 'Ada' });
  });
  afterAll(() => app.close());

  const keyFor = async (account: string, role: string, key?: string): Promise<Json> =>
    (await change(app, 'apiKeyCreate', { input: { account, name: 'Nightly', role } }, KEY, key ? { key } : {}))
      .newApiKey;
  const roleBy = async (key: string): Promise<string> => {
    const { body } = await app.graphql('{ viewer { role } }', {}, { key });
    return body.errors?.[0].extensions.code ?? body.data.viewer.role;
  };
  const update = async (name: string, input: object): Promise<Json> =>
    change(app, 'accountUpdate', { id: (await accountCalled(app, name)).id, input });
  /** What is refused names its one problem and changes nothing. */
  async function refused(name: MutationName, variables: object, problem: object, key?: string): Promise<void> {
    const before = await everything(app);
    const { userErrors, ...payload } = await attempt(app, name, variables, undefined, key ? { key } : {});
    expect(userErrors).toEqual([expect.objectContaining(problem)]);
    expect(Object.values(payload)).toEqual([null]);
    expect(await everything(app)).toEqual(before);
  }

  test('one is made for which a person answers, and is listed with the accounts', async () => {
    const { id: responsible } = await accountCalled(app, 'Ada');
    const input = { name: 'Wire feed', role: 'CONTRIBUTOR', responsible };
    const { account } = await change(app, 'serviceAccountCreate', { input }, ACCOUNT);
    expect(account).toEqual({
      id: expect.any(String),
      kind: 'SERVICE',
      name: 'Wire feed',
      email: null,
      role: 'CONTRIBUTOR',
      status: 'ACTIVE',
      hasPassword: false,
      responsible: { __typename: 'User', name: 'Ada' },
      actor: { __typename: 'ServiceAccount' },
    });
    const { accounts } = await read(app, '{ accounts(query: "wire") { nodes { id kind } } }');
    expect(accounts.nodes).toEqual([{ id: account.id, kind: 'SERVICE' }]);
    expect(
      (await read(app, '{ accounts(query: "Ada") { nodes { kind responsible { name } } } }')).accounts.nodes,
    ).toEqual([{ kind: 'PERSON', responsible: null }]);
  });

  test.each([
    ['a role above theirs', { role: 'ADMIN' }, { code: 'NOT_ALLOWED', field: ['input', 'role'] }],
    ['nobody who answers for it', { responsible: NOBODY }, { code: 'NOT_FOUND', field: ['input', 'responsible'] }],
    [
      'what is no account',
      { responsible: encodeId('ApiKey', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }) },
      { code: 'WRONG_TYPE' },
    ],
    ['no name', { name: ' ' }, { code: 'INVALID_INPUT', field: ['input', 'name'] }],
  ])('one with %s is refused', async (_what, spoilt, problem) => {
    const { id: responsible } = await accountCalled(app, 'Ada');
    await refused(
      'serviceAccountCreate',
      { input: { name: 'Spoilt', role: 'READER', responsible, ...spoilt } },
      problem,
    );
  });

  test('neither another service nor who is disabled answers for one', async () => {
    const { id: service } = await employ(app, 'Answering', 'Ada');
    const { id: left } = await enrol(app, 'Left');
    await change(app, 'accountUpdate', { id: left, input: { disabled: true } });
    for (const responsible of [service, left]) {
      const input = { name: 'Spoilt', role: 'READER', responsible };
      await refused('serviceAccountCreate', { input }, { code: 'ILLEGAL_STATE', field: ['input', 'responsible'] });
    }
  });

  test('nobody signs in to one, whatever is tried', async () => {
    const { id } = await employ(app, 'Closed', 'Ada');
    await refused('passwordResetCreate', { id }, { code: 'ILLEGAL_STATE', field: ['id'] });
    const input = { email: 'closed@desk.example' };
    await refused('accountUpdate', { id, input }, { code: 'ILLEGAL_STATE', field: ['input', 'email'] });
    expect((await new Browser(app).signIn('closed@desk.example', PASSWORD)).status).toBe(401);
  });

  test('its keys are made by who answers for it and by administrators, and it acts by them', async () => {
    const { id } = await employ(app, 'Feed', 'Ada', 'CONTRIBUTOR');
    for (const maker of [ada, undefined]) {
      const { secret, apiKey } = await keyFor(id, 'CONTRIBUTOR', maker);
      expect(apiKey).toMatchObject({ role: 'CONTRIBUTOR', owner: { __typename: 'ServiceAccount', name: 'Feed' } });
      const { viewer } = await read(
        app,
        '{ viewer { role actor { __typename name } account { kind } } }',
        {},
        { key: secret },
      );
      expect(viewer).toEqual({
        role: 'CONTRIBUTOR',
        actor: { __typename: 'ServiceAccount', name: 'Feed' },
        account: { kind: 'SERVICE' },
      });
    }
    const field = ['input', 'account'];
    const asked = (account?: string, role = 'READER') => ({
      input: { name: 'Nightly', role, ...(account && { account }) },
    });
    const stranger = await insertKey(app.database, { role: 'EDITOR', name: 'Stranger' });
    await refused('apiKeyCreate', asked(id), { code: 'NOT_FOUND', field }, stranger);
    await refused('apiKeyCreate', asked(NOBODY), { code: 'NOT_FOUND', field });
    // Not even an administrator makes a key by which to act as another person.
    const { id: person } = await accountCalled(app, 'Ada');
    await refused('apiKeyCreate', asked(person), { code: 'NOT_ALLOWED', field });
    const own = (await keyFor(id, 'CONTRIBUTOR', ada)).secret;
    await refused('apiKeyCreate', asked(), { code: 'NOT_ALLOWED', field }, own);
    await refused('apiKeyCreate', asked(id), { code: 'NOT_ALLOWED', field }, own);
    // No more than the account, and no more than the maker.
    const role = ['input', 'role'];
    await refused('apiKeyCreate', asked(id, 'EDITOR'), { code: 'NOT_ALLOWED', field: role }, ada);
    await refused('apiKeyCreate', asked(id, 'ADMIN'), { code: 'NOT_ALLOWED', field: role });
    const lesser = await change(app, 'apiKeyCreate', asked(undefined, 'READER'), KEY, { key: ada });
    const field2 = { code: 'NOT_ALLOWED', field: role };
    await refused('apiKeyCreate', asked(id, 'CONTRIBUTOR'), field2, lesser.newApiKey.secret);
  });

  test('who answers for it sees it with its keys and revokes them; others do not', async () => {
    const { id } = await employ(app, 'Seen', 'Ada', 'CONTRIBUTOR');
    const { apiKey } = await keyFor(id, 'CONTRIBUTOR');
    const node = 'query ($id: ID!) { node(id: $id) { ... on Account { name apiKeys { totalCount } } } }';
    expect((await read(app, node, { id }, { key: ada })).node).toEqual({ name: 'Seen', apiKeys: { totalCount: 1 } });
    const stranger = await insertKey(app.database, { role: 'EDITOR', name: 'Other' });
    for (const key of [stranger, null]) expect((await read(app, node, { id }, { key })).node).toBeNull();
    const mine = '{ viewer { account { serviceAccounts(first: 50) { totalCount nodes { name } } } } }';
    const list = (await read(app, mine, {}, { key: ada })).viewer.account.serviceAccounts;
    expect(list.nodes).toHaveLength(list.totalCount);
    expect(list.nodes).toContainEqual({ name: 'Seen' });
    expect((await read(app, mine, {}, { key: stranger })).viewer.account.serviceAccounts.totalCount).toBe(0);
    await refused('apiKeyRevoke', { id: apiKey.id }, { code: 'NOT_FOUND', field: ['id'] }, stranger);
    await change(app, 'apiKeyRevoke', { id: apiKey.id }, undefined, { key: ada });
  });

  test('what who answers for it may no longer do it may no longer do, and while they are disabled nothing', async () => {
    const bea = await insertKey(app.database, { role: 'EDITOR', name: 'Bea' });
    const { id } = await employ(app, 'Follower', 'Bea', 'EDITOR');
    const { secret } = await keyFor(id, 'EDITOR', bea);
    expect(await roleBy(secret)).toBe('EDITOR');
    await update('Bea', { role: 'CONTRIBUTOR' });
    expect(await roleBy(secret)).toBe('CONTRIBUTOR');
    await refused(
      'accountUpdate',
      { id, input: { role: 'EDITOR' } },
      { code: 'NOT_ALLOWED', field: ['input', 'role'] },
    );
    await update('Bea', { disabled: true });
    expect([await roleBy(secret), (await accountCalled(app, 'Follower')).status]).toEqual([
      'UNAUTHENTICATED',
      'SUSPENDED',
    ]);
    const input = { account: id, name: 'Another', role: 'READER' };
    await refused('apiKeyCreate', { input }, { code: 'ILLEGAL_STATE', field: ['input', 'account'] });
    await update('Bea', { disabled: false, role: 'EDITOR' });
    expect([await roleBy(secret), (await accountCalled(app, 'Follower')).status]).toEqual(['EDITOR', 'ACTIVE']);
    await change(app, 'accountUpdate', { id, input: { disabled: true } });
    expect([await roleBy(secret), (await accountCalled(app, 'Follower')).status]).toEqual([
      'UNAUTHENTICATED',
      'DISABLED',
    ]);
    await refused('apiKeyCreate', { input }, { code: 'ILLEGAL_STATE', field: ['input', 'account'] });
  });

  test('one that administers does not count as an administrator who is left', async () => {
    const { id: administrator } = await accountCalled(app, 'Administrator');
    const { id } = await employ(app, 'Provisioning', 'Administrator', 'ADMIN');
    const { secret } = await keyFor(id, 'ADMIN');
    expect(await roleBy(secret)).toBe('ADMIN');
    const last = {
      code: 'ILLEGAL_STATE',
      field: ['input', 'role'],
      message: expect.stringMatching(/last administrator/),
    };
    await refused('accountUpdate', { id: administrator, input: { role: 'READER' } }, last, secret);
    // It can lose its own role, which leaves as many administrators as before.
    await change(app, 'accountUpdate', { id, input: { role: 'READER' } });
  });

  test('nobody answers for what the service does itself', async () => {
    const { accountId } = await app.get(FirstStartService).ensureService('Demo', Role.EDITOR);
    const query = 'query ($id: ID!) { node(id: $id) { ... on Account { kind status responsible { name } } } }';
    expect((await read(app, query, { id: encodeId('Account', { id: accountId }) })).node).toEqual({
      kind: 'SERVICE',
      status: 'ACTIVE',
      responsible: null,
    });
  });

  test('accounts of many people come with theirs in as many statements as those of few', async () => {
    for (let i = 0; i < 8; i += 1) {
      await insertKey(app.database, { role: 'READER', name: `Crowd${i}` });
      await employ(app, `Feed of Crowd${i}`, `Crowd${i}`);
    }
    const query = `query ($first: Int) { accounts(first: $first, query: "crowd") { nodes {
      name responsible { name } serviceAccounts(first: 2) { totalCount nodes { name responsible { name } } } } } }`;
    const counts = [];
    for (const first of [4, 16]) counts.push((await app.graphql(query, { first })).sqlStatements);
    expect(counts[0]).toBe(counts[1]);
  });
});
