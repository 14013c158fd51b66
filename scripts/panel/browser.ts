import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

/** Under which names systems have Chromium, or what is made of it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** Where the browser is that the panel is tested in: as CHROMIUM says, on the PATH, or in Playwright's own folder. */
export function findBrowser(): string | null {
  const { CHROMIUM, PATH = '' } = process.env;
  if (CHROMIUM !== undefined && CHROMIUM !== '') return CHROMIUM;
  const onPath = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, chromium.executablePath()].find(isExecutable) ?? null;
}

/**
 * As `findBrowser`, after installing one where there is none: by the system's packages where this is Debian or its like
 * and we are root, or else into Playwright's own folder (which PLAYWRIGHT_BROWSERS_PATH says).
 * @throws Error with what to do, where neither succeeds
 */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  const isDebian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (isDebian) {
    tryRunning('apt-get', ['update', '-qq']);
    tryRunning('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (findBrowser() === null) {
    tryRunning(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
  const installed = findBrowser();
  if (installed !== null) return installed;
  throw new Error(
    'The panel is tested in Chromium, and there is none. Install it (Debian: apt-get install chromium), or name one by ' +
      'its path in the variable CHROMIUM.',
  );
}

function tryRunning(command: string, args: readonly string[]): void {
  try {
    execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  } catch {
    // Whether there is a browser now is what counts, and is looked at next.
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
