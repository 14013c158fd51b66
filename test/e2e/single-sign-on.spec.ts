import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { CLIENT, startProvider, type SignInProvider } from '../support/sign-in-provider.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { accountCalled, enrol, everything, invite, PASSWORD } from './support/api-accounts.js';
import { Browser } from './support/api-browser.js';
import { attempt, change, read } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { begin, comeBack, failed, outcome, pass, returnAddress, signInAs } from './support/single-sign-on.js';

describe.each(testDatabases)('single sign-on on %s', (kind) => {
  let app: TestApp;
  let provider: SignInProvider;
  beforeAll(async () => {
    provider = await startProvider();
    app = await startApi(kind, {
      ...CLIENT,
      GAINSAY_OIDC_ISSUER: provider.issuer,
      GAINSAY_OIDC_NAME: 'The desk',
      GAINSAY_TRUSTED_PROXIES: '127.0.0.1',
    });
    provider.register(returnAddress(app));
  });
  afterAll(async () => {
    await app.close();
    await provider.shut();
  });
  beforeEach(() => app.database.query(Prisma.sql`DELETE FROM guess_count`));

  const records = (action: string): ReturnType<typeof app.database.prisma.auditEvent.findMany> =>
    app.database.prisma.auditEvent.findMany({ where: { action }, orderBy: { id: 'asc' } });
  /** Puts somebody there, and here too. */
  async function employed(name: string, role = 'EDITOR'): Promise<{ id: string; email: string }> {
    const account = await enrol(app, name, role);
    provider.people.set(name, { email: account.email, email_verified: true, name });
    return account;
  }

  test('is offered to whoever asks how to sign in', async () => {
    expect(await read(app, '{ signInOptions { singleSignOn { name path } } }', {}, { key: null })).toEqual({
      signInOptions: { singleSignOn: { name: 'The desk', path: '/session/oidc' } },
    });
  });

  test('gives whoever has an account of that address the session that a password gives', async () => {
    const { email } = await employed('Maud');
    const browser = new Browser(app, { 'sec-fetch-site': 'same-origin', 'user-agent': 'Test browser' });
    provider.who = 'Maud';
    const first = await browser.send('GET', '/session/oidc');
    expect([first.status, first.headers.get('cache-control')]).toEqual([303, 'no-store']);
    expect(first.setCookies).toEqual([
      expect.stringMatching(/^gainsay-attempt=gainsay_[\w-]{32}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const asked = new URL(first.headers.get('location')!).searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      client_id: 'gainsay',
      redirect_uri: returnAddress(app),
      response_type: 'code',
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const secret = browser.cookies.get('gainsay-attempt')!;
    const last = await comeBack(browser, await pass(provider, app, first.headers.get('location')!));
    expect(outcome(last)).toEqual({
      status: 303,
      location: '/',
      setCookies: [
        expect.stringMatching(/^gainsay-session=gainsay_[\w-]{32}; Path=\/; HttpOnly; SameSite=Strict$/),
        expect.stringMatching(/^gainsay-attempt=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/),
      ],
    });
    const query =
      '{ viewer { role account { email status hasSingleSignOn sessions { nodes { userAgent address } } } } }';
    expect((await browser.graphql(query)).body.data.viewer).toEqual({
      role: 'EDITOR',
      account: {
        email,
        status: 'ACTIVE',
        hasSingleSignOn: true,
        sessions: { nodes: [{ userAgent: 'Test browser', address: '127.0.0.1' }] },
      },
    });
    const { issuer } = provider;
    expect((await records('singleSignOnLink')).at(-1)!.after).toMatchObject({ email, issuer, subject: 'Maud' });
    expect((await records('signIn')).at(-1)!.after).toEqual({
      address: '127.0.0.1',
      userAgent: 'Test browser',
      issuer,
    });
    const stored = await app.database.query<{ row: string }>(Prisma.sql`
      SELECT t::text AS row FROM sso_attempt t UNION ALL SELECT t::text FROM session t UNION ALL SELECT t::text FROM audit_event t`);
    for (const each of [secret, ...browser.cookies.values()])
      expect(stored.filter(({ row }) => row.includes(each))).toEqual([]);
  });

  test('knows them by their subject afterwards, whatever address they have, and links them once', async () => {
    const { id } = await employed('Nell');
    await signInAs('Nell', new Browser(app), provider, app);
    const links = (await records('singleSignOnLink')).length;
    await change(app, 'accountUpdate', { id, input: { email: 'elsewhere@desk.example' } });
    provider.people.set('Nell', { email: 'nell.new@desk.example', email_verified: false });
    const browser = new Browser(app);
    expect(outcome(await signInAs('Nell', browser, provider, app))).toMatchObject({ location: '/' });
    expect(await browser.role()).toBe('EDITOR');
    expect(await records('singleSignOnLink')).toHaveLength(links);
    // Signing out works as ever.
    expect((await browser.signOut()).status).toBe(204);
    expect(await browser.role()).toBe('READER');
  });

  test('behind a proxy that ends TLS the cookies bind themselves to the host, and the browser returns by https', async () => {
    const browser = new Browser(app, { 'sec-fetch-site': 'same-origin', 'x-forwarded-proto': 'https' });
    const { setCookies, headers } = await browser.send('GET', '/session/oidc');
    expect(setCookies).toEqual([expect.stringMatching(/^__Host-gainsay-attempt=.*; HttpOnly; Secure; SameSite=Lax$/)]);
    expect(new URL(headers.get('location')!).searchParams.get('redirect_uri')).toMatch(/^https:/);
  });

  test('brings whoever was invited in, and nobody else by the same invitation', async () => {
    const { token, account } = await invite(app, 'Ines');
    provider.people.set('Ines', { email: 'INES@desk.example', email_verified: true });
    const browser = new Browser(app);
    await signInAs('Ines', browser, provider, app);
    expect(await browser.role()).toBe('CONTRIBUTOR');
    expect(await accountCalled(app, 'Ines')).toMatchObject({ id: account.id, status: 'ACTIVE', hasPassword: false });
    const input = { token, password: PASSWORD };
    expect((await attempt(app, 'invitationAccept', { input })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  test.each<[string, object, string]>([
    ['nobody knows', { email: 'stranger@desk.example', email_verified: true }, 'ACCOUNT_UNKNOWN'],
    ['has an address that is not verified', { email: 'known@desk.example', email_verified: false }, 'EMAIL_UNVERIFIED'],
    ['has an address of which that is not said', { email: 'known@desk.example' }, 'EMAIL_UNVERIFIED'],
    ['has no address', { name: 'Known' }, 'EMAIL_UNVERIFIED'],
    ['has an address that none here can be', { email: 'knöwn@desk.example', email_verified: true }, 'EMAIL_UNVERIFIED'],
  ])('refuses whom the provider vouches for, but who %s', async (_what, person, code) => {
    if ((await accountCalled(app, 'Known')) === undefined) await enrol(app, 'Known');
    provider.people.set('Somebody', person);
    const before = await everything(app);
    const browser = new Browser(app);
    expect(outcome(await signInAs('Somebody', browser, provider, app))).toEqual(failed(code));
    expect([await everything(app), await browser.role()]).toEqual([before, 'READER']);
  });

  test('refuses who is disabled, at the first time and later', async () => {
    const { id } = await employed('Dora');
    const disable = (disabled: boolean) => change(app, 'accountUpdate', { id, input: { disabled } });
    await disable(true);
    const refused = async (): Promise<void> => {
      const before = await everything(app);
      expect(outcome(await signInAs('Dora', new Browser(app), provider, app))).toEqual(failed('ACCOUNT_DISABLED'));
      expect(await everything(app)).toEqual(before);
    };
    await refused();
    await disable(false);
    const browser = new Browser(app);
    await signInAs('Dora', browser, provider, app);
    await disable(true);
    expect(await browser.role()).toBe('UNAUTHENTICATED');
    await refused();
  });

  test('refuses another person of the same address, until an administrator unlinks the first', async () => {
    const { id, email } = await employed('Twin');
    const browser = new Browser(app);
    await signInAs('Twin', browser, provider, app);
    provider.people.set('Other twin', { email, email_verified: true });
    const other = (): Promise<object> => signInAs('Other twin', new Browser(app), provider, app).then(outcome);
    expect(await other()).toEqual(failed('ALREADY_LINKED'));
    const unlinked = await change(app, 'singleSignOnUnlink', { id }, 'account { hasSingleSignOn }');
    expect(unlinked.account).toEqual({ hasSingleSignOn: false });
    expect(await browser.role()).toBe('UNAUTHENTICATED');
    const before = await everything(app);
    const { account, userErrors } = await attempt(app, 'singleSignOnUnlink', { id });
    expect([account, userErrors]).toMatchObject([null, [{ code: 'ILLEGAL_STATE', field: ['id'] }]]);
    expect(await everything(app)).toEqual(before);
    expect(await other()).toMatchObject({ location: '/' });
    expect(outcome(await signInAs('Twin', new Browser(app), provider, app))).toEqual(failed('ALREADY_LINKED'));
  });

  test('says so where somebody goes back', async () => {
    expect(outcome(await signInAs(null, new Browser(app), provider, app))).toEqual(failed('PROVIDER_REFUSED'));
  });

  test('is begun by pages of this service and by people only, and by nothing that only looks', async () => {
    const elsewhere = new Browser(app, { 'sec-fetch-site': 'cross-site' });
    expect(outcome(await elsewhere.send('GET', '/session/oidc'))).toEqual(failed('FROM_ELSEWHERE'));
    const typed = new Browser(app, { 'sec-fetch-site': 'none' });
    expect(await begin(typed)).toContain(provider.issuer);
    expect((await typed.send('HEAD', '/session/oidc')).status).toBe(404);
    expect((await typed.send('POST', '/session/oidc')).status).toBe(404);
  });

  test('is begun so often from one address, and no more often', async () => {
    const from = (address: string) =>
      new Browser(app, { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': address }).send('GET', '/session/oidc');
    await from('192.0.2.60');
    await app.database.query(Prisma.sql`UPDATE guess_count SET guesses = 200`);
    expect(outcome(await from('192.0.2.60'))).toEqual(failed('TOO_MANY_ATTEMPTS'));
    expect((await from('192.0.2.61')).headers.get('location')).toContain(provider.issuer);
  });
});
