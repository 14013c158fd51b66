import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { encodeId } from '../../src/graphql/node/index.js';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { attempt, change, read, type Json } from './support/api-client.js';
import { fingerprint, insertKey, startApi } from './support/api-database.js';

const ROLES = ['READER', 'CONTRIBUTOR', 'EDITOR', 'ADMIN'];
const NEW = 'newApiKey { secret apiKey { id name role expiresAt revokedAt lastUsedAt isCurrent owner { name } } }';
const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

describe.each(oneDatabase)('API keys on %s', (kind) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApi(kind);
  });
  afterAll(() => app.close());

  const make = async (key: string, input: object): Promise<Json> =>
    (await change(app, 'apiKeyCreate', { input: { name: 'A script', role: 'READER', ...input } }, NEW, { key }))
      .newApiKey;
  const roleOf = async (key: string): Promise<Json> => (await app.graphql('{ viewer { role } }', {}, { key })).body;
  const refused = { errors: [expect.objectContaining({ extensions: { code: 'UNAUTHENTICATED' } })] };
  const asAccount = (key: string, assignment: string): Promise<unknown> =>
    app.database.query(Prisma.sql`
      UPDATE account SET ${Prisma.raw(assignment)} WHERE name = ${key}`);
  /** All rows of all tables, those of keys too, but for when they were last used. */
  const everything = async (): Promise<unknown> => [
    await fingerprint(app.database),
    await app.database.query(Prisma.sql`SELECT id, name, role::text, expires_at, revoked_at FROM api_key ORDER BY id`),
  ];

  test('a key is made with its secret, which is good, stands nowhere in the database, and is not given again', async () => {
    const editor = await insertKey(app.database, { role: 'EDITOR', name: 'Maker' });
    const expiresAt = hours(1);
    const { secret, apiKey } = await make(editor, { name: 'Nightly import', role: 'CONTRIBUTOR', expiresAt });
    expect(apiKey).toEqual({
      id: expect.any(String),
      name: 'Nightly import',
      role: 'CONTRIBUTOR',
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      isCurrent: false,
      owner: { name: 'Maker' },
    });
    expect(secret).toMatch(/^gainsay_[\w-]{32}$/);
    expect(await roleOf(secret)).toEqual({ data: { viewer: { role: 'CONTRIBUTOR' } } });
    const query = '{ viewer { apiKeys { totalCount nodes { id name isCurrent lastUsedAt } } } }';
    const { viewer } = await read(app, query, {}, { key: secret });
    expect(viewer.apiKeys).toEqual({
      totalCount: 2,
      nodes: [
        { id: apiKey.id, name: 'Nightly import', isCurrent: true, lastUsedAt: expect.any(String) },
        { id: expect.any(String), name: 'test', isCurrent: false, lastUsedAt: expect.any(String) },
      ],
    });
    const stored = await app.database.query<{ row: string }>(Prisma.sql`
      SELECT t::text AS row FROM api_key t UNION ALL SELECT t::text FROM audit_event t`);
    expect(stored.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  test.each(ROLES)('whoever has the role %s makes keys of that role and below, no others', async (role) => {
    const key = await insertKey(app.database, { role, name: `Maker of role ${role}` });
    for (const wanted of ROLES) {
      const before = await everything();
      const input = { name: 'Another', role: wanted };
      const { newApiKey, userErrors } = await attempt(app, 'apiKeyCreate', { input }, NEW, { key });
      if (ROLES.indexOf(wanted) <= ROLES.indexOf(role)) {
        expect([newApiKey.apiKey.role, userErrors]).toEqual([wanted, []]);
      } else {
        const message = `A key can do no more than its maker: yours is the role ${role}.`;
        expect(userErrors).toEqual([{ code: 'NOT_ALLOWED', field: ['input', 'role'], message, occurrences: null }]);
        expect(newApiKey).toBeNull();
        expect(await everything()).toEqual(before);
      }
    }
  });

  test('a key does no more than its owner now may, and nothing once the owner is disabled', async () => {
    const name = 'Demoted';
    const key = await insertKey(app.database, { role: 'EDITOR', name });
    await asAccount(name, `role = 'CONTRIBUTOR'`);
    expect(await roleOf(key)).toEqual({ data: { viewer: { role: 'CONTRIBUTOR' } } });
    const input = { name: 'Higher', role: 'EDITOR' };
    const { userErrors } = await attempt(app, 'apiKeyCreate', { input }, NEW, { key });
    expect(userErrors).toMatchObject([{ code: 'NOT_ALLOWED', field: ['input', 'role'] }]);
    await asAccount(name, `role = 'ADMIN'`);
    expect(await roleOf(key)).toEqual({ data: { viewer: { role: 'EDITOR' } } });
    await asAccount(name, 'disabled_at = now()');
    expect(await roleOf(key)).toEqual(refused);
    await asAccount(name, 'disabled_at = NULL');
    expect(await roleOf(key)).toEqual({ data: { viewer: { role: 'EDITOR' } } });
  });

  test('a key that is made with a key that expires does not outlive it', async () => {
    const last = new Date(Date.now() + 3_600_000);
    const key = await insertKey(app.database, { role: 'EDITOR', name: 'Passing', expiresAt: last });
    for (const expiresAt of [undefined, hours(2)]) {
      const before = await everything();
      const input = { name: 'Lasting', role: 'READER', expiresAt };
      expect(await attempt(app, 'apiKeyCreate', { input }, NEW, { key })).toMatchObject({
        newApiKey: null,
        userErrors: [
          {
            code: 'NOT_ALLOWED',
            field: ['input', 'expiresAt'],
            message: expect.stringContaining('cannot outlive'),
          },
        ],
      });
      expect(await everything()).toEqual(before);
    }
    expect((await make(key, { expiresAt: last.toISOString() })).apiKey.expiresAt).toBe(last.toISOString());
  });

  test.each([
    ['a time that is over', { expiresAt: hours(-1) }, 'INVALID_INPUT', 'expiresAt'],
    ['no time', { expiresAt: 'tomorrow' }, 'INVALID_DATE_TIME', 'expiresAt'],
    ['no name', { name: ' ' }, 'INVALID_INPUT', 'name'],
    ['an endless name', { name: 'a'.repeat(301) }, 'TOO_LONG', 'name'],
  ])('a key with %s is not made', async (_what, spoilt, code, field) => {
    const before = await everything();
    const input = { name: 'A script', role: 'READER', ...spoilt };
    const { newApiKey, userErrors } = await attempt(app, 'apiKeyCreate', { input }, NEW);
    expect([newApiKey, userErrors]).toEqual([null, [expect.objectContaining({ code, field: ['input', field] })]]);
    expect(await everything()).toEqual(before);
  });

  test('revoking makes a key useless at once, a second time is refused, and what is revoked stays to be seen', async () => {
    const owner = await insertKey(app.database, { role: 'EDITOR', name: 'Owner' });
    const { secret, apiKey } = await make(owner, { role: 'EDITOR' });
    const revoke = (key: string): Promise<Json> =>
      attempt(app, 'apiKeyRevoke', { id: apiKey.id }, 'apiKey { id revokedAt }', { key });
    expect(await revoke(secret)).toEqual({ apiKey: { id: apiKey.id, revokedAt: expect.any(String) }, userErrors: [] });
    expect(await roleOf(secret)).toEqual(refused);
    const before = await everything();
    expect(await revoke(owner)).toMatchObject({ apiKey: null, userErrors: [{ code: 'ILLEGAL_STATE', field: ['id'] }] });
    expect(await everything()).toEqual(before);
    const query = 'query ($id: ID!) { node(id: $id) { ... on ApiKey { name revokedAt } } }';
    expect(await read(app, query, { id: apiKey.id }, { key: owner })).toEqual({
      node: { name: 'A script', revokedAt: expect.any(String) },
    });
  });

  test('others see and revoke no keys but administrators, and a key none that may do more', async () => {
    const owner = await insertKey(app.database, { role: 'EDITOR', name: 'Careful' });
    const { apiKey } = await make(owner, { role: 'EDITOR' });
    const { secret: lesser } = await make(owner, { role: 'CONTRIBUTOR' });
    const other = await insertKey(app.database, { role: 'EDITOR', name: 'Curious' });
    const node = 'query ($id: ID!) { node(id: $id) { id } }';
    const revoke = async (key: string): Promise<Json> =>
      (await attempt(app, 'apiKeyRevoke', { id: apiKey.id }, 'apiKey { id }', { key })).userErrors;
    const before = await everything();
    expect(await read(app, node, { id: apiKey.id }, { key: other })).toEqual({ node: null });
    expect(await read(app, node, { id: apiKey.id }, { key: null })).toEqual({ node: null });
    expect(await revoke(other)).toMatchObject([{ code: 'NOT_FOUND', field: ['id'] }]);
    expect(await revoke(lesser)).toMatchObject([{ code: 'NOT_ALLOWED', field: ['id'] }]);
    expect(await everything()).toEqual(before);
    expect(await read(app, node, { id: apiKey.id })).toEqual({ node: { id: apiKey.id } });
    expect((await change(app, 'apiKeyRevoke', { id: apiKey.id })).apiKey).toEqual({ id: apiKey.id });
  });

  test.each([
    ['nonsense', () => 'nonsense', 'NOT_FOUND'],
    ['an id of nothing', () => encodeId('ApiKey', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }), 'NOT_FOUND'],
    ['an id of a person', () => encodeId('User', { id: '01890a5d-ac96-774b-bcce-b302099a8057' }), 'WRONG_TYPE'],
  ])('revoking %s is refused', async (_what, id, code) => {
    const { userErrors } = await attempt(app, 'apiKeyRevoke', { id: id() });
    expect(userErrors).toMatchObject([{ code, field: ['id'] }]);
  });

  test('lists come in pages, newest first, in as many statements for many as for few', async () => {
    const key = await insertKey(app.database, { role: 'EDITOR', name: 'Collector' });
    for (let i = 0; i < 20; i += 1) await make(key, { name: `Key ${i}` });
    const own =
      'query ($first: Int, $after: String) { viewer { apiKeys(first: $first, after: $after) { nodes { name owner { name } } pageInfo { endCursor hasNextPage } } } }';
    const all = own.replace('viewer { ', '').replace(/ }$/, '');
    const first = await read(app, own, { first: 2 }, { key });
    expect(first.viewer.apiKeys.nodes.map(({ name }: Json) => name)).toEqual(['Key 19', 'Key 18']);
    const after = first.viewer.apiKeys.pageInfo.endCursor;
    const second = await read(app, own, { first: 2, after }, { key });
    expect(second.viewer.apiKeys.nodes.map(({ name }: Json) => name)).toEqual(['Key 17', 'Key 16']);
    expect((await read(app, all, { first: 2 })).apiKeys.nodes.map(({ name }: Json) => name)).toEqual([
      'Key 19',
      'Key 18',
    ]);
    for (const [query, options] of [
      [own, { key }],
      [all, {}],
    ] as const) {
      const counts = [];
      for (const size of [2, 20]) counts.push((await app.graphql(query, { first: size }, options)).sqlStatements);
      // Who asks, the keys, their owners.
      expect(counts).toEqual([3, 3]);
    }
    expect(await read(app, own, {}, { key: null })).toEqual({ viewer: { apiKeys: null } });
  });
});
