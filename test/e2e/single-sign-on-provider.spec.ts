import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { CLIENT, startProvider, type SignInProvider } from '../support/sign-in-provider.js';
import type { TestApp } from '../support/start-app.js';
import { testDatabases } from '../support/test-databases.js';
import { accountCalled, enrol } from './support/api-accounts.js';
import { Browser } from './support/api-browser.js';
import { read } from './support/api-client.js';
import { startApi } from './support/api-database.js';
import { begin, comeBack, failed, outcome, pass, returnAddress, signInAs } from './support/single-sign-on.js';

describe.each(testDatabases)('single sign-on with a role for who is new on %s', (kind) => {
  let app: TestApp;
  let provider: SignInProvider;
  beforeAll(async () => {
    provider = await startProvider();
    app = await startApi(kind, {
      ...CLIENT,
      GAINSAY_OIDC_ISSUER: provider.issuer,
      GAINSAY_OIDC_DEFAULT_ROLE: 'CONTRIBUTOR',
    });
    provider.register(returnAddress(app));
  });
  afterAll(async () => {
    await app.close();
    await provider.shut();
  });

  test.each<[string, string, object, string]>([
    ['a name', 'ursa@desk.example', { name: 'Ursa Vale' }, 'Ursa Vale'],
    ['no name', 'nemo@desk.example', {}, 'nemo@desk.example'],
    ['a name that cannot be one', 'two@desk.example', { name: 'Two\nlines' }, 'two@desk.example'],
    ['an address in capitals', 'Caps@Desk.Example', { name: 'Caps' }, 'Caps'],
  ])('makes an account of somebody with %s', async (subject, email, person, name) => {
    provider.people.set(subject, { email, email_verified: true, ...person });
    const browser = new Browser(app);
    expect(outcome(await signInAs(subject, browser, provider, app))).toMatchObject({ location: '/' });
    const query = '{ viewer { account { name email role kind status hasPassword hasSingleSignOn } } }';
    expect((await browser.graphql(query)).body.data.viewer.account).toEqual({
      name,
      email: email.toLowerCase(),
      role: 'CONTRIBUTOR',
      kind: 'PERSON',
      status: 'ACTIVE',
      hasPassword: false,
      hasSingleSignOn: true,
    });
  });

  test('makes one account of somebody who signs in for the first time in two places at once', async () => {
    provider.people.set('Duo', { email: 'duo@desk.example', email_verified: true, name: 'Duo' });
    provider.who = 'Duo';
    const browsers = [new Browser(app), new Browser(app)];
    const paths: string[] = [];
    for (const browser of browsers) paths.push(await pass(provider, app, await begin(browser)));
    const replies = await Promise.all(browsers.map((browser, i) => comeBack(browser, paths[i]!)));
    expect(replies.map(({ headers }) => headers.get('location'))).toEqual(['/', '/']);
    expect(await app.database.prisma.account.count({ where: { email: 'duo@desk.example' } })).toBe(1);
  });

  test('does not make who is vouched for without a verified address', async () => {
    provider.people.set('Vague', { email: 'vague@desk.example', email_verified: false });
    expect(outcome(await signInAs('Vague', new Browser(app), provider, app))).toEqual(failed('EMAIL_UNVERIFIED'));
    expect(await accountCalled(app, 'vague')).toBeUndefined();
  });
});

describe('the provider', () => {
  const kind = testDatabases[0];
  const closing: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  });

  async function started(variables: Readonly<Record<string, string>> = {}): Promise<TestApp> {
    const app = await startApi(kind, variables);
    closing.push(() => app.close());
    return app;
  }
  async function opened(): Promise<SignInProvider> {
    const provider = await startProvider();
    closing.push(() => provider.shut());
    return provider;
  }

  test('of which nothing is set is neither offered nor there', async () => {
    const app = await started();
    expect(await read(app, '{ signInOptions { singleSignOn { name } } }', {}, { key: null })).toEqual({
      signInOptions: { singleSignOn: null },
    });
    const browser = new Browser(app);
    for (const path of ['/session/oidc', '/session/oidc/callback'])
      expect((await browser.send('GET', path)).status).toBe(404);
  });

  test('whose provider is away does not keep the service from starting, and works when it comes back', async () => {
    const provider = await opened();
    await provider.shut();
    const app = await started({ ...CLIENT, GAINSAY_OIDC_ISSUER: provider.issuer });
    await enrol(app, 'Pat');
    provider.people.set('Pat', { email: 'pat@desk.example', email_verified: true });
    const browser = new Browser(app);
    expect(outcome(await browser.send('GET', '/session/oidc'))).toEqual(failed('PROVIDER_UNAVAILABLE'));
    // There, but not ready: it answers 503 to everything.
    await provider.open();
    expect(outcome(await browser.send('GET', '/session/oidc'))).toEqual(failed('PROVIDER_UNAVAILABLE'));
    provider.register(returnAddress(app));
    provider.who = 'Pat';
    const path = await pass(provider, app, await begin(browser));
    // Away again while somebody is on their way back.
    await provider.shut();
    expect(outcome(await comeBack(browser, path))).toEqual(failed('PROVIDER_UNAVAILABLE'));
    await provider.open();
    expect(outcome(await signInAs('Pat', browser, provider, app))).toMatchObject({ location: '/' });
    // A password is never in need of the provider.
    await provider.shut();
    expect((await new Browser(app).signIn('pat@desk.example')).status).toBe(204);
  });

  test('says that the provider is not to be had where that does not know the service', async () => {
    const provider = await opened();
    const app = await started({ ...CLIENT, GAINSAY_OIDC_ISSUER: provider.issuer });
    provider.register(returnAddress(app), 'another secret than the one that is set');
    provider.people.set('Pat', { email: 'pat@desk.example', email_verified: true });
    expect(outcome(await signInAs('Pat', new Browser(app), provider, app))).toEqual(failed('PROVIDER_UNAVAILABLE'));
  });
});
