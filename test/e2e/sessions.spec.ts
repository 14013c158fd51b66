import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { hash as hashWith } from '@node-rs/argon2';
import { Prisma } from '../../src/platform/database/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { accountCalled, enrol, everything, PASSWORD } from './support/api-accounts.js';
import { attempt, change, documentOf, type Json } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { Browser } from './support/api-browser.js';

const WRONG = 'not the words that were chosen';
const ELSEWHERE = [
  ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }],
  ['a neighbour of the host', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }],
  ['another site, by a browser that only sends Origin', { origin: 'https://elsewhere.example' }],
  ['a page without an origin', { origin: 'null' }],
] as const;

describe.each(oneDatabase)('sessions on %s', (kind) => {
  let app: TestApp;
  let email: string;
  beforeAll(async () => {
    app = await startApi(kind, { GAINSAY_TRUSTED_PROXIES: '127.0.0.1' });
    ({ email } = await enrol(app, 'Maud', 'EDITOR'));
  });
  afterAll(() => app.close());
  beforeEach(() => app.database.query(Prisma.sql`DELETE FROM guess_count`));

  const actions = async (): Promise<string[]> =>
    (await app.database.prisma.auditEvent.findMany({ where: { objectType: 'Session' }, orderBy: { id: 'asc' } })).map(
      ({ action }) => action,
    );

  test('signing in gives a cookie that scripts and other sites do not see, and by it the role', async () => {
    const browser = new Browser(app);
    const reply = await browser.signIn(` ${email.toUpperCase()} `);
    expect([reply.status, reply.body, reply.headers.get('cache-control')]).toEqual([204, null, 'no-store']);
    expect(reply.setCookies).toEqual([
      expect.stringMatching(/^gainsay-session=gainsay_[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/),
      expect.stringMatching(/^gainsay-device=gainsay_[\w-]{32}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/),
    ]);
    expect(await browser.role()).toBe('EDITOR');
    const stored = await app.database.query<{ row: string }>(Prisma.sql`
      SELECT t::text AS row FROM session t UNION ALL SELECT t::text FROM known_device t UNION ALL SELECT t::text FROM audit_event t`);
    for (const secret of browser.cookies.values()) expect(stored.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  test('behind a proxy that ends TLS the cookies bind themselves to the host', async () => {
    const browser = new Browser(app, { 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' });
    const { setCookies } = await browser.signIn(email);
    for (const text of setCookies)
      expect(text).toMatch(/^__Host-gainsay-\w+=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect(await browser.role()).toBe('EDITOR');
    // A cookie of a plain connection is not one of a safe one.
    expect(await browser.role({ 'x-forwarded-proto': 'http' })).toBe('READER');
  });

  test.each([
    ['a wrong password', () => ({ email, password: WRONG })],
    ['an address that nobody has', () => ({ email: 'nobody@desk.example', password: PASSWORD })],
  ])('%s is refused in the same words', async (_what, given) => {
    const before = await everything(app);
    const browser = new Browser(app);
    const { email: address, password } = given();
    const { status, body, setCookies } = await browser.signIn(address, password);
    const message = 'The e-mail address or the password is wrong.';
    expect([status, body, setCookies]).toEqual([
      401,
      { errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] },
      [],
    ]);
    await app.database.query(Prisma.sql`DELETE FROM guess_count`);
    expect(await everything(app)).toEqual(before);
  });

  test('who was invited but has no password, and who is disabled, is refused in the same words', async () => {
    const { id, email: left } = await enrol(app, 'Left');
    const browser = new Browser(app);
    await browser.signIn(left);
    expect(await browser.role()).toBe('CONTRIBUTOR');
    await change(app, 'accountUpdate', { id, input: { disabled: true } });
    expect(await browser.role()).toBe('UNAUTHENTICATED');
    expect((await new Browser(app).signIn(left)).status).toBe(401);
    await change(app, 'accountUpdate', { id, input: { disabled: false } });
    // The session does not come to life again.
    expect(await browser.role()).toBe('UNAUTHENTICATED');
    await change(app, 'accountInvite', { input: { email: 'soon@desk.example', name: 'Soon', role: 'READER' } });
    expect((await new Browser(app).signIn('soon@desk.example')).status).toBe(401);
  });

  test.each<[string, string, string]>([
    ['what is no JSON', 'application/json', '{'],
    ['no password', 'application/json', '{"email":"maud@desk.example"}'],
    [
      'an endless password',
      'application/json',
      JSON.stringify({ email: 'maud@desk.example', password: 'a'.repeat(513) }),
    ],
    ['a form', 'application/x-www-form-urlencoded', 'email=maud%40desk.example&password=x'],
    ['text', 'text/plain', JSON.stringify({ email: 'maud@desk.example', password: PASSWORD })],
  ])('signing in with %s is refused', async (_what, type, body) => {
    const { status, setCookies } = await new Browser(app).send('POST', '/session', body, { 'content-type': type });
    expect([400, 415]).toContain(status);
    expect(setCookies).toEqual([]);
  });

  test.each(ELSEWHERE)('nothing is done by cookie for %s', async (_what, headers) => {
    const browser = new Browser(app, {});
    await browser.signIn(email);
    const before = await everything(app);
    const write = documentOf('apiKeyCreate');
    const input = { name: 'Stolen', role: 'EDITOR' };
    expect(await browser.role(headers)).toBe('FORBIDDEN');
    expect((await browser.graphql(write, { input }, headers)).body.data).toBeUndefined();
    const asked = [
      await browser.send('POST', '/uploads?name=a.txt', 'Words.', { ...headers, 'content-type': 'text/plain' }),
      await browser.send('POST', '/import', '', { ...headers, 'content-type': 'application/x-ndjson' }),
      await browser.send('GET', '/export', undefined, headers),
      await browser.signOut(headers),
      await browser.signIn(email, PASSWORD, headers),
    ];
    expect(asked.map(({ status, setCookies }) => [status, setCookies])).toEqual(Array(5).fill([403, []]));
    expect(await everything(app)).toEqual(before);
    expect(await browser.role({ 'sec-fetch-site': 'same-origin' })).toBe('EDITOR');
  });

  test('what does not say where it comes from is no browser, and a key goes before a cookie', async () => {
    const browser = new Browser(app, {});
    await browser.signIn(email);
    expect(await browser.role()).toBe('FORBIDDEN');
    expect(await browser.role({ origin: app.url })).toBe('EDITOR');
    const key = await insertKey(app.database, { role: 'CONTRIBUTOR' });
    const headers = { authorization: `Bearer ${key}`, 'sec-fetch-site': 'cross-site' };
    expect(await browser.role(headers)).toBe('CONTRIBUTOR');
  });

  test('a page of the own sends and takes files by its session', async () => {
    const browser = new Browser(app);
    await browser.signIn(email);
    expect((await browser.send('POST', '/uploads?name=a.txt', 'Words.', { 'content-type': 'text/plain' })).status).toBe(
      201,
    );
    expect((await browser.send('POST', '/import', '', { 'content-type': 'application/x-ndjson' })).status).toBe(200);
    expect((await browser.send('GET', '/export', undefined, { 'sec-fetch-site': 'none' })).status).toBe(200);
    expect(
      (await browser.send('POST', '/import', '', { 'sec-fetch-site': 'none', 'content-type': 'application/x-ndjson' }))
        .status,
    ).toBe(403);
  });

  test.each([
    ['was last used more than twelve hours ago', `last_used_at = now() - interval '12 hours 1 minute'`],
    ['has lasted a week', `created_at = now() - interval '7 days', expires_at = now() - interval '1 second'`],
  ])('a session that %s is over', async (_what, assignment) => {
    const browser = new Browser(app);
    await browser.signIn(email);
    await app.database.query(
      Prisma.sql`UPDATE session SET ${Prisma.raw(assignment)} WHERE id = (SELECT max(id::text)::uuid FROM session)`,
    );
    expect(await browser.role()).toBe('UNAUTHENTICATED');
    expect((await browser.signOut()).status).toBe(204);
    expect(await browser.role()).toBe('READER');
  });

  test('signing out ends the session, for whoever has copied the cookie as well', async () => {
    const browser = new Browser(app);
    await browser.signIn(email);
    const thief = new Browser(app);
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect(await thief.role()).toBe('EDITOR');
    expect((await browser.signOut()).status).toBe(204);
    expect([await browser.role(), await thief.role()]).toEqual(['READER', 'UNAUTHENTICATED']);
    expect((await browser.signOut()).status).toBe(204);
    expect((await actions()).slice(-2)).toEqual(['signIn', 'signOut']);
  });

  test('sessions are listed and ended, one by one, by their owner and by administrators only', async () => {
    const { email: own } = await enrol(app, 'Many');
    const browsers = [new Browser(app), new Browser(app), new Browser(app)];
    for (const browser of browsers) await browser.signIn(own, PASSWORD, { 'user-agent': 'Test browser' });
    const list = '{ viewer { sessions(first: 2) { totalCount nodes { id isCurrent userAgent address } } } }';
    const { viewer } = (await browsers[1]!.graphql(list)).body.data;
    expect(viewer.sessions).toEqual({
      totalCount: 3,
      nodes: [false, true].map((isCurrent) => ({
        id: expect.any(String),
        isCurrent,
        userAgent: 'Test browser',
        address: '127.0.0.1',
      })),
    });
    const [newest, second] = viewer.sessions.nodes.map(({ id }: Json) => id);
    const other = await insertKey(app.database, { role: 'EDITOR' });
    expect(await attempt(app, 'sessionEnd', { id: newest }, undefined, { key: other })).toMatchObject({
      session: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
    const ended = await browsers[1]!.graphql(documentOf('sessionEnd'), { id: newest });
    expect(ended.body.data.sessionEnd).toEqual({ session: { id: newest }, userErrors: [] });
    expect((await attempt(app, 'sessionEnd', { id: second })).userErrors).toEqual([]);
    expect(await Promise.all(browsers.map((browser) => browser.role()))).toEqual([
      'CONTRIBUTOR',
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
    expect((await attempt(app, 'sessionEnd', { id: second })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test('another password ends the other sessions, and one by a token all', async () => {
    const { id, email: own } = await enrol(app, 'Changer');
    const [here, there] = [new Browser(app), new Browser(app)];
    for (const browser of [here, there]) await browser.signIn(own);
    const next = `${PASSWORD} again`;
    await here.graphql(documentOf('passwordChange'), { input: { current: PASSWORD, password: next } });
    expect([await here.role(), await there.role()]).toEqual(['CONTRIBUTOR', 'UNAUTHENTICATED']);
    expect((await new Browser(app).signIn(own)).status).toBe(401);
    const { accountToken } = await change(app, 'passwordResetCreate', { id }, 'accountToken { token }');
    await change(app, 'passwordReset', { input: { token: accountToken.token, password: PASSWORD } }, undefined, {
      key: null,
    });
    expect(await here.role()).toBe('UNAUTHENTICATED');
    expect((await here.signIn(own)).status).toBe(204);
  });

  test('a hash of another cost is renewed when its owner signs in', async () => {
    const { email: own } = await enrol(app, 'Older');
    const hash = async (): Promise<string> =>
      (await app.database.prisma.account.findUnique({ where: { email: own } }))!.passwordHash!;
    await app.database.prisma.account.update({
      where: { email: own },
      data: { passwordHash: await hashWith(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 }) },
    });
    expect(await hash()).toMatch(/m=64,t=1,p=1/);
    expect((await new Browser(app).signIn(own)).status).toBe(204);
    expect(await hash()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await new Browser(app).signIn(own)).status).toBe(204);
  });

  test('a key that is made by session lasts as long as it says', async () => {
    const browser = new Browser(app);
    await browser.signIn(email);
    const { body } = await browser.graphql(documentOf('apiKeyCreate'), { input: { name: 'Lasting', role: 'EDITOR' } });
    expect(body.data.apiKeyCreate.userErrors).toEqual([]);
    expect((await accountCalled(app, 'Maud')).role).toBe('EDITOR');
  });
});

describe.each(oneDatabase)('guessing on %s', (kind) => {
  let app: TestApp;
  let email: string;
  beforeAll(async () => {
    app = await startApi(kind, { GAINSAY_TRUSTED_PROXIES: '127.0.0.1' });
    ({ email } = await enrol(app, 'Maud', 'EDITOR'));
  });
  afterAll(() => app.close());
  beforeEach(() => app.database.query(Prisma.sql`DELETE FROM guess_count`));

  const from = (address: string): Browser =>
    new Browser(app, { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address });
  /** Counts guesses as if they had been made. */
  const guessed = (guesses: number): Promise<unknown> =>
    app.database.query(Prisma.sql`UPDATE guess_count SET guesses = ${guesses}::int`);

  test('one address has twenty wrong guesses in a quarter of an hour, whatever accounts they are at', async () => {
    for (let i = 0; i < 20; i += 1)
      expect((await from('192.0.2.1').signIn(`nobody${i}@desk.example`, WRONG)).status).toBe(401);
    const { status, body, headers } = await from('192.0.2.1').signIn(email);
    expect([status, body.errors[0].extensions.code]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(900);
    // Its owner, elsewhere, is not kept out.
    expect((await from('192.0.2.2').signIn(email)).status).toBe(204);
    await app.database.query(Prisma.sql`UPDATE guess_count SET since = since - interval '15 minutes'`);
    expect((await from('192.0.2.1').signIn(email)).status).toBe(204);
  });

  test('neighbours of one IPv6 network are one address', async () => {
    await from('2001:db8:1:2::1').signIn(email, WRONG);
    await guessed(20);
    await app.database.query(Prisma.sql`DELETE FROM guess_count WHERE guesses > 20`);
    expect((await from('2001:db8:1:2:ffff::9').signIn('nobody@desk.example')).status).toBe(429);
    expect((await from('2001:db8:1:3::1').signIn('nobody@desk.example')).status).toBe(401);
  });

  test('many addresses at one account are held up together, its owner’s browser is not', async () => {
    const known = from('192.0.2.10');
    await known.signIn(email);
    await app.database.query(Prisma.sql`DELETE FROM guess_count`);
    await from('192.0.2.11').signIn(email, WRONG);
    await guessed(100);
    await app.database.query(
      Prisma.sql`DELETE FROM guess_count WHERE subject_hash <> encode(sha256(convert_to(${`account ${email}`}, 'UTF8')), 'hex')`,
    );
    expect((await from('192.0.2.12').signIn(email)).status).toBe(429);
    expect((await known.signIn(email)).status).toBe(204);
    // A browser that is known for one account is not for another.
    const { email: another } = await enrol(app, 'Another');
    expect((await known.signIn(another)).status).toBe(204);
    for (let i = 0; i < 10; i += 1) expect((await known.signIn(email, WRONG)).status).toBe(401);
    expect((await known.signIn(email)).status).toBe(429);
  });

  test('right passwords do not count', async () => {
    for (let i = 0; i < 25; i += 1) expect((await from('192.0.2.20').signIn(email)).status).toBe(204);
  });

  test('of many guesses at once no more pass than one after the other', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => from('192.0.2.30').signIn(email, WRONG)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
  });

  test('the present password cannot be guessed by whoever holds a key', async () => {
    const browser = from('192.0.2.40');
    await browser.signIn(email);
    const guess = (current: string): Promise<Json> =>
      browser.graphql(documentOf('passwordChange'), { input: { current, password: `${PASSWORD} once more` } });
    for (let i = 0; i < 10; i += 1) {
      expect((await guess(WRONG)).body.data.passwordChange.userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
    }
    expect((await guess(PASSWORD)).body.data.passwordChange.userErrors).toMatchObject([{ code: 'TOO_MANY_ATTEMPTS' }]);
  });
});
