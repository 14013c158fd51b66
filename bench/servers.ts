import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ServerName } from './queries.js';

/** A server under test, in a process of its own. */
export interface RunningServer {
  /** Where it takes requests. */
  readonly url: string;
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
  const child = spawn(NODE, PROGRAMS[name], {
    cwd: pathOf('..'),
    stdio: ['ignore', 'pipe', 'inherit'],
    // Nothing of the surroundings but the path, so that no setting of the person at the keyboard takes part.
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      GRAPHILE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_SIZE: String(POOL_SIZE),
      PORT: '0',
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
  try {
    const origin = await readyOrigin(child);
    return { url: `${origin}/graphql`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first address that a server writes to standard output: each does so once it accepts requests. */
function readyOrigin(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A server under test did not get ready.')), START_PATIENCE);
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (origin === undefined) return;
      clearTimeout(timer);
      child.stdout?.off('data', listen).resume();
      resolve(origin);
    };
    child.stdout?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`A server under test ended with ${code}: ${said}`)));
  });
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
