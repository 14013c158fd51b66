import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase } from '../support/test-databases.js';
import { startBrowser, type PanelBrowser } from './support/panel-browser.js';

let app: TestApp;
let browser: PanelBrowser;

const PASSWORD = 'correct horse battery staple';

beforeAll(async () => {
  app = await startApp(await openTestDatabase('embedded'));
  browser = await startBrowser(app.url);
  await app.graphql(`mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { message } } }`, {
    input: { email: 'ada@example.org', name: 'Ada Byron', password: PASSWORD },
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('Signing in', () => {
  test('leads to where one wanted to go, and out again', async () => {
    const { page, problems } = await browser.open();
    await page.goto('/stories?order=TITLE');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Stories', level: 1 }).waitFor();
    expect(new URL(page.url()).search).toBe('?order=TITLE');

    await page.getByRole('button', { name: 'Account of Ada Byron' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goto('/stories');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(problems).toEqual([]);
  });
});
