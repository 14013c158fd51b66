import { once } from 'node:events';

/** Lets the keeper stop its server and remove its files. */
export default async function globalTeardown() {
  const keeper = globalThis.gainsayTestKeeper;
  if (keeper.exitCode !== null) return;
  const exited = once(keeper, 'exit');
  keeper.stdin.end();
  await exited;
}
