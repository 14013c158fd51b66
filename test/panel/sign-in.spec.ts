import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN_KEY, startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase } from '../support/test-databases.js';
import { startBrowser, type OpenedPage, type PanelBrowser } from './support/panel-browser.js';

/** The most that a browser loads of script for the first screen, compressed by gzip, in bytes. */
const FIRST_LOAD = 250_000;
const PASSWORD = 'four swans over a frozen lake';

let app: TestApp;
let browser: PanelBrowser;

beforeAll(async () => {
  app = await startApp(await openTestDatabase('embedded'));
  browser = await startBrowser(app.url);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** The built files that a browser has to load for these modules to run. */
async function scriptsOf(modules: readonly string[]): Promise<string[]> {
  const text = await readFile(builtFile('manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Record<string, { readonly file: string; readonly imports?: string[] }>;
  const needed = new Set(modules);
  // What is added on the way is visited too.
  for (const module of needed) for (const imported of manifest[module]!.imports ?? []) needed.add(imported);
  return [...needed].map((module) => manifest[module]!.file);
}

/** The token that makes, or makes good, an account. */
async function tokenOf(mutation: string, variables: object): Promise<{ token: string; id: string }> {
  const { body } = await app.graphql(mutation, variables);
  const [payload] = Object.values(body.data) as [{ accountToken: { token: string; account: { id: string } } }];
  return { token: payload.accountToken.token, id: payload.accountToken.account.id };
}

async function signIn({ page }: OpenedPage, password = PASSWORD): Promise<void> {
  await page.goto('/stories?order=TITLE');
  await page.getByLabel('E-mail address').fill('ada@desk.example');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
}

describe('The panel', () => {
  test('is answered at the paths of its screens, under a strict policy, and nowhere else', async () => {
    const { status, headers } = await fetch(`${app.url}/sign-in`);
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[\w+/]{22}=='; [^*]*frame-ancestors 'none'$/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|https?:|data:/);
    expect([headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual(['nosniff', 'no-store']);
    const elsewhere = [
      '/nowhere',
      '/stories/a/b/c',
      '/assets/nothing.js',
      '/manifest.json',
      '/paths.json',
      '/index.html',
    ];
    expect(await Promise.all(elsewhere.map(async (path) => (await fetch(app.url + path)).status))).toEqual(
      elsewhere.map(() => 404),
    );
    const page = await (await fetch(`${app.url}/sign-in`)).text();
    const script = await fetch(app.url + String(/src="(\/assets\/[^"]+\.js)"/.exec(page)?.[1]));
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style/);
  });

  test('begins with the administrator’s key, and then with the password that was chosen', async () => {
    const opened = await browser.open();
    const { page, problems, axe } = opened;
    await page.goto('/');
    await page.getByRole('heading', { name: 'First start' }).waitFor();
    expect(await axe()).toEqual([]);
    await page.getByLabel('Administrator’s key').fill(ADMIN_KEY);
    await page.getByLabel('Your name').fill('Ada Byron');
    await page.getByLabel('E-mail address').fill('ada@desk.example');
    await page.getByLabel('New password').fill('too short');
    await page.keyboard.press('Enter');
    // The service refuses it, and the form says so where it was written.
    await page.getByText('password must have 15').waitFor();
    await page.getByLabel('New password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Account of Ada Byron' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await axe()).toEqual([]);
    await signIn(opened, 'not what was chosen at all');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
    expect(new URL(page.url()).search).toBe('?order=TITLE');
    // The browser itself tells of the refused sign-in.
    expect(problems.filter((problem) => !problem.includes('401'))).toEqual([]);
    await opened.context.close();
  });

  test.each(['sign-in/SignInScreen', 'stories/StoriesScreen'])(
    'loads little script where %s comes first',
    async (screen) => {
      const files = await scriptsOf(['index.html', 'src/shell/Shell.tsx', `src/screens/${screen}.tsx`]);
      const sizes = await Promise.all(files.map((file) => compressedSize(file)));
      expect(sizes.length).toBeGreaterThan(3);
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD);
    },
  );

  test('lets whoever was invited, or lost a password, choose one', async () => {
    const { page, problems, axe, context } = await browser.open({ scheme: 'dark' });
    const invited = await tokenOf(
      `mutation ($input: AccountInviteInput!) { accountInvite(input: $input) { accountToken { token account { id } } } }`,
      { input: { email: 'bela@desk.example', name: 'B. Hall', role: 'CONTRIBUTOR' } },
    );
    await page.goto(`/invitation#${invited.token}`);
    await page.getByLabel('Your name').fill('Bela Hall');
    await page.getByLabel('New password').fill(PASSWORD);
    expect(await axe()).toEqual([]);
    await page.getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('button', { name: 'Account of Bela Hall' }).waitFor();

    const { token } = await tokenOf(
      `mutation ($id: ID!) { passwordResetCreate(id: $id) { accountToken { token account { id } } } }`,
      invited,
    );
    await page.goto(`/reset#${token}`);
    await page.getByLabel('New password').fill(`${PASSWORD} again`);
    await page.getByRole('button', { name: 'Set the password' }).click();
    await page.getByRole('button', { name: 'Account of Bela Hall' }).waitFor();
    await page.goto(`/reset#${token}`);
    await page.getByLabel('New password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });

  test('changes a password, and ends a session elsewhere', async () => {
    const elsewhere = await browser.open();
    await signIn(elsewhere);
    await elsewhere.page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
    const opened = await browser.open();
    const { page, problems, axe } = opened;
    await signIn(opened);
    await page.getByRole('button', { name: 'Account of Ada Byron' }).click();
    await page.getByRole('menuitem', { name: 'Profile' }).click();
    await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
    await page.getByText('This one').waitFor();
    expect(await axe()).toEqual([]);
    const others = page.getByRole('button', { name: 'Sign out there' });
    const before = await others.count();
    await others.first().click();
    await page.waitForFunction((count) => document.querySelectorAll('li button').length < count, before);

    await page.getByLabel('Present password').fill('not what was chosen at all');
    await page.getByLabel('New password').fill(`${PASSWORD} again`);
    await page.keyboard.press('Enter');
    await page.locator('.mantine-PasswordInput-error').waitFor();
    await page.getByLabel('Present password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Your password is changed.').waitFor();
    expect(problems).toEqual([]);

    // The other one is told, and what it shows stays.
    await elsewhere.page.reload();
    await elsewhere.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await Promise.all([elsewhere.context.close(), opened.context.close()]);
  });

  test('makes a key that is shown once and works until it is revoked', async () => {
    const opened = await browser.open();
    const { page, problems, axe } = opened;
    await signIn(opened, `${PASSWORD} again`);
    await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
    await page.goto('/keys');
    await page.getByRole('heading', { name: 'API keys', level: 1 }).waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('What it is for').fill('Feed <b>reader</b>');
    await page.keyboard.press('Enter');
    const secret = (await page.getByLabel('The key', { exact: true }).textContent()) ?? '';
    expect(await axe()).toEqual([]);
    const asked = (): Promise<unknown> =>
      app.graphql('{ viewer { role } }', {}, { key: secret }).then(({ body }) => body.data?.viewer.role);
    expect(await asked()).toBe('READER');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByLabel('The key', { exact: true }).waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(secret);

    const key = page.getByRole('listitem').filter({ hasText: 'Feed <b>reader</b>' });
    await key.getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('list', { name: 'Not good any more' }).getByText('Feed <b>reader</b>').waitFor();
    expect(await asked()).toBeUndefined();
    expect(await axe()).toEqual([]);
    expect(problems).toEqual([]);
    await opened.context.close();
  });

  test('is led by keys, found by words, and looks and speaks as one likes', async () => {
    const opened = await browser.open({ width: 390, height: 844 });
    const { page, problems, axe } = opened;
    await signIn(opened, `${PASSWORD} again`);
    await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Go to: Stories').waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Find something, or say what to do').fill('русский');
    await page.getByRole('button', { name: 'Language: Русский' }).waitFor();
    expect(await axe()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Досье', level: 1 }).waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('Что найти или сделать?').fill('тёмное');
    await page.keyboard.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Досье', level: 1 }).waitFor();
    expect(await page.locator('html[data-mantine-color-scheme="dark"][lang="ru"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Меню' }).click();
    await page.getByRole('button', { name: /Ada Byron/ }).click();
    await page.getByRole('menuitem', { name: 'Выйти' }).waitFor();
    expect(await axe()).toEqual([]);
    expect(problems).toEqual([]);
    await opened.context.close();
  });
});

async function compressedSize(path: string): Promise<number> {
  const file = builtFile(path);
  const { size } = await stat(`${file}.gz`).catch(() => stat(file));
  return size;
}

function builtFile(path: string): string {
  return fileURLToPath(new URL(`../../dist/panel/${path}`, import.meta.url));
}
