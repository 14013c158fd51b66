import { ensureBrowser } from './browser.js';

/** Before the tests: makes sure that there is a browser for those of the panel. */
try {
  ensureBrowser();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
