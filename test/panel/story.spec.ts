import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ADMIN_KEY, startApp, type TestApp } from '../support/start-app.js';
import { openTestDatabase } from '../support/test-databases.js';
import { startBrowser, type OpenedPage, type PanelBrowser } from './support/panel-browser.js';

const PASSWORD = 'four swans over a frozen lake';

let app: TestApp;
let browser: PanelBrowser;

beforeAll(async () => {
  app = await startApp(await openTestDatabase('embedded'), { GAINSAY_DEMO: '1' });
  await app.graphql(
    `mutation ($input: SetUpInput!) { setUp(input: $input) { userErrors { message } } }`,
    { input: { email: 'ada@desk.example', name: 'Ada Byron', password: PASSWORD } },
    { key: ADMIN_KEY },
  );
  browser = await startBrowser(app.url);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function signedIn(path: string, options: Parameters<PanelBrowser['open']>[0] = {}): Promise<OpenedPage> {
  const opened = await browser.open(options);
  await opened.page.goto(path);
  await opened.page.getByLabel('E-mail address').fill('ada@desk.example');
  await opened.page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await opened.page.keyboard.press('Enter');
  return opened;
}

describe('A story', () => {
  test('shows its disputed questions first, each as answers against the sources that give them', async () => {
    const { page, problems, axe, context } = await signedIn('/stories');
    await page.getByRole('link', { name: 'The crash of Azerbaijan Airlines flight J2-8243' }).click();
    await page.getByRole('heading', { level: 1, name: /J2-8243/ }).waitFor();
    const survivors = page.getByRole('region', { name: /^Survivors/ });
    await survivors.first().waitFor();
    const answers = survivors.getByRole('rowheader');
    expect(await answers.count()).toBeGreaterThan(1);
    expect(await survivors.getByRole('blockquote').count()).toBeGreaterThan(1);
    expect(await page.getByRole('heading', { level: 2, name: /^Date/ }).count()).toBe(0);
    expect(await axe()).toEqual([]);

    await page.getByText('All questions').click();
    await page.getByRole('heading', { level: 2, name: /^Date/ }).waitFor();
    expect(new URL(page.url()).search).toBe('?disputed=false');
    expect(problems).toEqual([]);
    await context.close();
  });

  test.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)(
    'has its contradictions, sources and claims by key, in the address, %s and %i wide',
    async (scheme, width) => {
      const { page, problems, axe, context } = await signedIn('/stories/flight-j2-8243', { scheme, width });
      await page.getByRole('heading', { level: 1, name: /J2-8243/ }).waitFor();
      await page.keyboard.press('2');
      await page.getByText('the figures cannot both hold').first().waitFor();
      expect(new URL(page.url()).search).toBe('?view=contradictions');
      expect(await axe()).toEqual([]);
      await page.keyboard.press('3');
      await page
        .getByRole('tabpanel', { name: /Sources/ })
        .getByText('MaltaToday')
        .first()
        .waitFor();
      expect(await axe()).toEqual([]);
      await page.keyboard.press('4');
      await page
        .getByRole('tabpanel', { name: /Claims/ })
        .getByText('67 aboard')
        .waitFor();
      await page.getByLabel('State').selectOption('DRAFT');
      await page.getByText('No claims').waitFor();
      expect(await axe()).toEqual([]);
      // The address alone shows the same again.
      await page.reload();
      await page.getByText('No claims').waitFor();
      expect(await page.getByLabel('State').inputValue()).toBe('DRAFT');
      expect(problems).toEqual([]);
      await context.close();
    },
  );

  test('that there is not, or not any more, is said to be missing', async () => {
    const { page, problems, axe, context } = await signedIn('/stories/no-such-story');
    await page.getByRole('heading', { name: 'Nothing here' }).waitFor();
    expect(await axe()).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });
});
