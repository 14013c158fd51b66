/**
 * Holds what the suites of one jest run share (a PostgreSQL server, a migrated snapshot, a compiled service) in a process
 * of its own: workers ask it over HTTP on the loopback for what they need, so that nothing is made that no test uses. It
 * lives as long as its standard input is open, and so ends, and cleans up, with the jest run in whatever way that ends.
 */
import { createServer } from 'node:http';
import { prepareDatabases } from './prepared-databases.js';
import { buildService, type ServiceBuild } from './service-build.js';

const databases = prepareDatabases();
let build: Promise<ServiceBuild> | undefined;

const shared: Record<string, () => Promise<unknown>> = {
  '/server': () => databases.server(),
  '/snapshot': () => databases.snapshot(),
  '/empty': () => databases.empty(),
  '/directory': () => databases.directory(),
  '/service': async () => (await (build ??= buildService())).main,
};

async function answer(path: string): Promise<{ status: number; body: string }> {
  const make = shared[path];
  if (!make) return { status: 404, body: 'There is nothing of this name.' };
  try {
    return { status: 200, body: JSON.stringify(await make()) };
  } catch (error) {
    return { status: 500, body: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Asked seldom: a connection that is kept would be closed in the very moment in which it is used again.
const server = createServer((request, response) => {
  void answer(request.url ?? '').then(({ status, body }) =>
    response.writeHead(status, { connection: 'close' }).end(body),
  );
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});

async function removeAll(): Promise<void> {
  server.close();
  server.closeAllConnections();
  await databases.remove();
  await (await build)?.remove();
}

// An interrupt from the keyboard reaches this process too; jest closes the input once it has ended.
process.on('SIGINT', () => undefined);
process.stdin.resume();
process.stdin.on('end', () => {
  removeAll().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
