import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../src/platform/database/index.js';
import { CLIENT, startProvider, type SignInProvider } from '../support/sign-in-provider.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { enrol, everything } from './support/api-accounts.js';
import { Browser } from './support/api-browser.js';
import { startApi } from './support/api-database.js';
import { begin, comeBack, failed, outcome, pass, returnAddress } from './support/single-sign-on.js';

describe.each(testDatabases)("a provider's answer on %s", (kind) => {
  let app: TestApp;
  let provider: SignInProvider;
  beforeAll(async () => {
    provider = await startProvider();
    app = await startApi(kind, { ...CLIENT, GAINSAY_OIDC_ISSUER: provider.issuer });
    provider.register(returnAddress(app));
    const { email } = await enrol(app, 'Vera', 'EDITOR');
    provider.people.set('Vera', { email, email_verified: true });
  });
  afterAll(async () => {
    await app.close();
    await provider.shut();
  });

  let browser: Browser;
  let path: string;
  beforeEach(async () => {
    provider.who = 'Vera';
    browser = new Browser(app);
    path = await pass(provider, app, await begin(browser));
  });
  const changed = (name: string, value: string): string => {
    const url = new URL(path, app.url);
    url.searchParams.set(name, value);
    return `${url.pathname}${url.search}`;
  };
  const refusedAs = async (code: string, given = path, by = browser): Promise<void> => {
    const before = await everything(app);
    expect(outcome(await comeBack(by, given))).toEqual(failed(code));
    expect(((await everything(app)) as unknown[])[1]).toEqual((before as unknown[])[1]);
    expect(await by.role()).toBe('READER');
    expect((await app.database.query(Prisma.sql`SELECT FROM session`)).length).toBe(sessions);
  };
  let sessions: number;
  beforeEach(async () => {
    sessions = (await app.database.query(Prisma.sql`SELECT FROM session`)).length;
  });

  test('with another state is refused and ends nothing', async () => {
    await refusedAs('ATTEMPT_UNKNOWN', changed('state', 'a'.repeat(43)));
    await refusedAs('ATTEMPT_UNKNOWN', changed('state', ''));
    expect(outcome(await comeBack(browser, path))).toMatchObject({ location: '/' });
  });

  test('that comes to another browser is refused, whether that has begun or not', async () => {
    const other = new Browser(app);
    await refusedAs('ATTEMPT_UNKNOWN', path, other);
    await begin(other);
    await refusedAs('ATTEMPT_UNKNOWN', path, other);
  });

  test('is good once, even for whoever has the cookie', async () => {
    const thief = new Browser(app);
    thief.cookies.set('gainsay-attempt', browser.cookies.get('gainsay-attempt')!);
    expect(outcome(await comeBack(browser, path))).toMatchObject({ location: '/' });
    sessions += 1;
    await refusedAs('ATTEMPT_UNKNOWN', path, thief);
  });

  test('of two that come at once one is good', async () => {
    const replies = await Promise.all([comeBack(browser, path), comeBack(browser, path)]);
    expect(replies.map(({ headers }) => headers.get('location')).sort()).toEqual([
      '/',
      '/?signInError=ATTEMPT_UNKNOWN',
    ]);
  });

  test('that comes too late is refused', async () => {
    await app.database.query(
      Prisma.sql`UPDATE sso_attempt SET created_at = now() - interval '1 hour', expires_at = now() - interval '1 second'`,
    );
    await refusedAs('ATTEMPT_UNKNOWN');
    // Whoever begins next clears away what is over.
    await begin(new Browser(app));
    expect(await app.database.query(Prisma.sql`SELECT FROM sso_attempt`)).toHaveLength(1);
  });

  test.each([
    ['with another code', 'code', 'made-up'],
    ['of another provider', 'iss', 'https://elsewhere.example'],
  ])('%s is refused, and the attempt has ended', async (_what, name, value) => {
    await refusedAs('ANSWER_INVALID', changed(name, value));
    await refusedAs('ATTEMPT_UNKNOWN');
  });

  test('that is signed for another nonce is refused', async () => {
    const other = new Browser(app);
    const address = new URL(await begin(other));
    address.searchParams.set('nonce', 'b'.repeat(43));
    await refusedAs('ANSWER_INVALID', await pass(provider, app, address.href), other);
  });

  test('to another challenge is refused', async () => {
    const other = new Browser(app);
    const address = new URL(await begin(other));
    address.searchParams.set('code_challenge', 'c'.repeat(43));
    await refusedAs('ANSWER_INVALID', await pass(provider, app, address.href), other);
  });

  test('leads nowhere else, whatever is asked for', async () => {
    const reply = await comeBack(browser, `${path}&returnTo=https%3A%2F%2Felsewhere.example&redirect_uri=//elsewhere`);
    expect(reply.headers.get('location')).toBe('/');
  });
});
