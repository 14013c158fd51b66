import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, URL } from 'node:url';

/** Starts the keeper of the test databases; see database-keeper.ts. */
export default async function globalSetup() {
  const program = fileURLToPath(new URL('database-keeper.ts', import.meta.url));
  const keeper = spawn(process.execPath, ['--import', 'tsx', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [line] = await Promise.race([
    once(keeper.stdout, 'data'),
    once(keeper, 'exit').then(() => Promise.reject(new Error('The keeper of the test databases did not start.'))),
  ]);
  process.env.GAINSAY_TEST_KEEPER = String(line).trim();
  globalThis.gainsayTestKeeper = keeper;
}
