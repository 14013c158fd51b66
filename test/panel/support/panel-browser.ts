import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../../scripts/panel/browser.js';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The browser that a spec's cases share. */
export interface PanelBrowser {
  /** A page of a browser of its own, in which nobody is signed in. */
  open(options?: { width?: number; height?: number; scheme?: 'light' | 'dark'; locale?: string }): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** A page of the panel, and what went wrong on it. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page told of that should not be: errors, refused resources, scripts that failed. */
  readonly problems: string[];
  /** What axe finds on the page as it is, in one line each; nothing where it is in order. */
  readonly axe: () => Promise<string[]>;
}

/** Starts the browser. */
export async function startBrowser(url: string): Promise<PanelBrowser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('There is no Chromium: `npx tsx scripts/panel/ensure-browser.ts`.');
  const browser: Browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  return {
    open: async ({ width = 1280, height = 800, scheme = 'light', locale = 'en-GB' } = {}) => {
      const context = await browser.newContext({
        baseURL: url,
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: 'reduce',
        locale,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      const problems: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
          // eslint-disable-next-line no-console -- runs in the page, whose console is listened to
          console.error(`refused by policy: ${violatedDirective} ${blockedURI} ${sample}`);
        });
      });
      return { page, context, problems, axe: () => axeFindings(page) };
    },
    close: () => browser.close(),
  };
}

/** Rules of WCAG 2.0 to 2.2, levels A and AA, and good practice. */
async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore };
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary ?? ''}`),
    );
  });
}
