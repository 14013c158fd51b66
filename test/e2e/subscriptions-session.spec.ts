import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Changes } from '../../src/platform/events/index.js';
import type { TestApp } from '../support/start-app.js';
import { oneDatabase } from '../support/test-databases.js';
import { enrol } from './support/api-accounts.js';
import { Browser } from './support/api-browser.js';
import { change } from './support/api-client.js';
import { insertKey, startApi } from './support/api-database.js';
import { World } from './support/api-world.js';
import { importLines } from './support/bulk-client.js';
import { Subscriber, until, type Events } from './support/subscriber.js';

const CLAIMS = 'subscription { claimChanged { id } }';
/** For editors and above. */
const PROGRESS = 'subscription ($id: ID!) { importProgressed(id: $id) { finished } }';

describe.each(oneDatabase)('subscriptions of a browser on %s', (kind) => {
  let app: TestApp;
  let world: World;
  let changes: Changes;
  let editor: { id: string; email: string };
  let done: string;
  const clients: Subscriber[] = [];
  beforeAll(async () => {
    app = await startApi(kind, { GAINSAY_TRUSTED_PROXIES: '127.0.0.1' });
    world = await World.create(app);
    changes = app.get(Changes);
    editor = await enrol(app, 'Maud', 'EDITOR');
    done = (await importLines(app, '')).body.id;
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(clients.splice(0).map((client) => client.close()));
    await until(() => changes.followers === 0);
  });
  afterAll(() => app.close());

  async function signedIn(headers: Readonly<Record<string, string>> = { origin: app.url }): Promise<Browser> {
    const browser = new Browser(app, headers);
    expect((await browser.signIn(editor.email)).status).toBe(204);
    return browser;
  }
  /** Opens a WebSocket as a page in this browser would. */
  function connect(
    browser: Browser,
    headers: Readonly<Record<string, string>> = { origin: app.url },
    key: string | null = null,
  ): Subscriber {
    const cookie = [...browser.cookies].map((each) => each.join('=')).join('; ');
    const client = new Subscriber(app, key, { cookie, ...headers });
    clients.push(client);
    return client;
  }
  async function follow(client: Subscriber): Promise<Events> {
    const before = changes.followers;
    const events = client.subscribe(CLAIMS);
    await until(() => changes.followers > before);
    return events;
  }
  const progress = (client: Subscriber) => client.subscribe(PROGRESS, { id: done }).next();
  const later = (milliseconds: number): void => {
    const { now } = Date;
    jest.spyOn(Date, 'now').mockImplementation(() => now() + milliseconds);
  };

  test.each<[string, (url: string) => Record<string, string>]>([
    ['by its origin', (url) => ({ origin: url })],
    ['by what it says of the request', (url) => ({ origin: url, 'sec-fetch-site': 'same-origin' })],
  ])('a page of the service subscribes by its session, known %s', async (_how, headersOf) => {
    const client = connect(await signedIn(), headersOf(app.url));
    expect((await progress(client)).data).toEqual({ importProgressed: { finished: true } });
    const events = await follow(client);
    const { claim } = await world.claim({ quantity: `${900 + changes.followers}` });
    expect((await events.next()).data.claimChanged.id).toBe(claim.id);
  });

  test.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a neighbour', { origin: 'http://other.localhost', 'sec-fetch-site': 'same-site' }],
    ['a page without an origin', { origin: 'null' }],
    ['what does not say where it comes from', {}],
  ])('%s cannot subscribe by the session', async (_what, headers) => {
    const client = connect(await signedIn(), headers);
    const events = client.subscribe(CLAIMS);
    expect(await client.closed).toMatchObject({ code: 4403, reason: expect.stringContaining('own pages only') });
    await expect(events.next()).rejects.toMatchObject({ code: 4403 });
  });

  test('behind a proxy it is known by the host and the cookies that browsers see', async () => {
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example' };
    const browser = await signedIn({ 'sec-fetch-site': 'same-origin', ...forwarded });
    expect([...browser.cookies.keys()]).toContain('__Host-gainsay-session');
    const client = connect(browser, { origin: 'https://desk.example', ...forwarded });
    expect((await progress(client)).data).toEqual({ importProgressed: { finished: true } });
    // The cookie of a safe connection is none of a plain one: nobody is signed in there.
    const plain = connect(browser, { origin: app.url });
    expect((await progress(plain)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('a key goes before a cookie, wherever the page is from', async () => {
    const key = await insertKey(app.database, { role: 'READER', name: 'Reader' });
    const client = connect(await signedIn(), { origin: 'https://elsewhere.example' }, key);
    expect((await progress(client)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const bearer = { origin: 'https://elsewhere.example', authorization: `Bearer ${key}` };
    expect((await progress(connect(await signedIn(), bearer))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
  });

  test('a session that is over closes the connection; one that ends can subscribe no more, and is sent nothing', async () => {
    const browser = await signedIn();
    const copied = await signedIn();
    for (const [name, value] of browser.cookies) copied.cookies.set(name, value);
    const client = connect(browser);
    const events = await follow(client);
    await browser.signOut();
    await expect(client.subscribe(CLAIMS).next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
    const late = connect(copied);
    late.subscribe(CLAIMS);
    expect(await late.closed).toMatchObject({ code: 4401, reason: 'This session is over: sign in again.' });
    later(61_000);
    await world.claim({ quantity: '977' });
    await expect(events.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test('whoever has another role by now is told to subscribe again', async () => {
    const events = await follow(connect(await signedIn()));
    await change(app, 'accountUpdate', { id: editor.id, input: { role: 'READER' } });
    later(61_000);
    await world.claim({ quantity: '978' });
    await expect(events.next()).rejects.toMatchObject([{ message: 'You have another role by now: subscribe again.' }]);
    jest.restoreAllMocks();
    await change(app, 'accountUpdate', { id: editor.id, input: { role: 'EDITOR' } });
  });
});
