import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ServerName } from './queries.js';

/** A server under test, in a process of its own. */
export interface RunningServer {
  /** Where it takes requests. */
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Connections to PostgreSQL that each server may have. */
const POOL_SIZE = 10;
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 10_000;

/** The Node.js of bench/package.json: PostGraphile 5 wants 22, and all are to run on the same one. */
const NODE = pathOf('./node_modules/node/bin/node');
const PROGRAMS: Readonly<Record<ServerName, readonly string[]>> = {
  gainsay: [pathOf('../dist/main.js')],
  postgraphile: ['--import', 'tsx', pathOf('./servers/postgraphile.ts')],
  json: ['--import', 'tsx', pathOf('./servers/json-loop.ts')],
};

/** Starts a server with production settings on the database and waits until it is ready. */
export async function startServer(name: ServerName, databaseUrl: string): Promise<RunningServer> {
  const port = await freePort();
  const child = spawn(NODE, PROGRAMS[name], {
    cwd: pathOf('..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    // Nothing of the surroundings but the path, so that no setting of the person at the keyboard takes part.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      PORT: String(port),
      GAINSAY_DEMO: '0',
      // The peers write no line for each request either.
      LOG_LEVEL: 'warn',
    },
  });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE);
    await exited;
    clearTimeout(timer);
  };
  const origin = `http://127.0.0.1:${port}`;
  try {
    await answers(origin, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `${origin}/graphql`, pid: child.pid ?? NaN, stop };
}

/** Waits until a server answers at all: each listens only once it is ready. */
async function answers(origin: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + START_PATIENCE; Date.now() < deadline; await delay(100)) {
    if (child.exitCode !== null) throw new Error(`A server under test ended with ${child.exitCode}.`);
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return;
  }
  throw new Error('A server under test did not get ready.');
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
