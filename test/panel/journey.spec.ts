import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase } from '../support/test-databases.js';
import { startBrowser, type PanelBrowser } from './support/panel-browser.js';

const PASSWORD = 'seven herons on a quiet canal';
const ARTICLE = `Casualty list of flight J2-8243 grows

At least 42 people died when the Azerbaijan Airlines aircraft crashed near Aktau. There were 72 people on board.

قال مسؤول إن البحث مستمر.`;

/** What a person does in the journey: one for each key, click, paste, and field that is filled. */
interface Counted {
  keys: number;
  clicks: number;
  pastes: number;
  fields: number;
}

let app: TestApp;
let browser: PanelBrowser;
let story: string;

beforeAll(async () => {
  app = await startApp(await openTestDatabase('embedded'), { GAINSAY_DEMO: '1' });
  browser = await startBrowser(app.url);
  await app.graphql(`mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { message } } }`, {
    input: { email: 'ada@desk.example', name: 'Ada Byron', password: PASSWORD },
  });
  story = (await app.graphql('{ stories { nodes { id } } }')).body.data.stories.nodes[0].id;
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signIn(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('E-mail address').fill('ada@desk.example');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
}

describe('The journey of an article', () => {
  test('is pasted, its suggestions accepted, the contradiction seen and resolved', async () => {
    const { page, problems, axe } = await browser.open();
    const done: Counted = { keys: 0, clicks: 0, pastes: 0, fields: 0 };
    const press = async (key: string): Promise<void> => {
      done.keys += 1;
      await page.keyboard.press(key);
    };
    const pending = page.locator('mark[data-state="PENDING"]');
    /** Waits until so many suggestions are left and the next of them is the one that keys act on. */
    const left = async (count: number): Promise<void> => {
      await page.getByText(`${count} to decide`).waitFor();
      if (count > 0) await page.getByRole('button', { name: 'Accept' }).waitFor();
    };

    await signIn(page, `/stories/${story}/new-source`);
    // The text has the focus; a paste gives the title as well.
    const text = page.getByRole('textbox', { name: 'Text' });
    await text.evaluate((field, words) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', words);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, ARTICLE);
    await text.focus();
    await page.keyboard.insertText(ARTICLE);
    done.pastes += 1;
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe(
      'Casualty list of flight J2-8243 grows',
    );
    await page.getByRole('combobox', { name: 'Publisher' }).fill('Caspian Herald');
    await page.getByLabel('Published on').fill('2024-12-25');
    done.fields += 2;
    await press('Control+Enter');

    await page.getByRole('heading', { name: 'Casualty list of flight J2-8243 grows', level: 1 }).waitFor();
    await left(3);
    expect(await axe()).toEqual([]);
    // Near Aktau is known already; the toll and the number aboard are not what others say.
    await press('a');
    await left(2);
    await press('a');
    await left(1);
    const raised = page.getByRole('status').filter({ hasText: 'This raised' });
    await raised.waitFor();
    await press('a');
    await left(0);
    expect(await pending.count()).toBe(0);
    expect(await axe()).toEqual([]);

    await press('o');
    await page.getByRole('region', { name: 'Claim A' }).waitFor();
    await page.getByRole('region', { name: 'Claim B' }).waitFor();
    expect(await axe()).toEqual([]);
    await press('1');
    await page.keyboard.type('Nobody outside can tell yet.');
    done.fields += 1;
    await press('Control+Enter');
    await page
      .getByText('Both stand:')
      .or(page.getByRole('button', { name: 'Reopen' }))
      .first()
      .waitFor();
    expect(await axe()).toEqual([]);
    expect(problems).toEqual([]);
    // As the README says.
    expect(done).toEqual({ keys: 7, clicks: 0, pastes: 1, fields: 3 });
  });
});
