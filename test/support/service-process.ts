import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { askKeeper } from './keeper.js';

/** How a process ended. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The real service in a process of its own, accepting requests. */
export interface ServiceProcess {
  readonly url: string;
  /** Waits for a line of its log that matches, from its start on, and gives the match. */
  logged(pattern: RegExp): Promise<RegExpExecArray>;
  /** Sends a signal; SIGKILL is the crash that nothing can prepare for. */
  kill(signal: NodeJS.Signals): void;
  /** How it ended, once it has. */
  readonly exit: Promise<Exit>;
}

const running = new Set<ChildProcess>();
// A test that failed may not have come to the point of stopping what it started.
afterAll(() => running.forEach((child) => child.kill('SIGKILL')));

/** Starts the service with these environment variables, on a port of its own, and waits until it is ready. */
export async function startServiceProcess(variables: Readonly<Record<string, string>>): Promise<ServiceProcess> {
  const { child, exit } = await launch(variables);
  const log = watchLog(child);
  const ended = exit.then(({ code, stdout, stderr }) =>
    Promise.reject(new Error(`The service ended with ${code}: ${stderr}${stdout}`)),
  );
  ended.catch(() => undefined);
  const logged = (pattern: RegExp): Promise<RegExpExecArray> => Promise.race([log(pattern), ended]);
  const url = (await logged(/"url":"([^"]+)","msg":"Gainsay is ready"/))[1]!;
  return { url, logged, kill: (signal) => void child.kill(signal), exit };
}

function watchLog(child: ChildProcess): (pattern: RegExp) => Promise<RegExpExecArray> {
  let text = '';
  const waiting = new Set<() => void>();
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    waiting.forEach((look) => look());
  });
  return (pattern) =>
    new Promise((resolve) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match) {
          waiting.delete(look);
          resolve(match);
        }
      };
      waiting.add(look);
      look();
    });
}

/** Runs the service until it ends by itself, as it does when it cannot start. */
export async function runServiceProcess(variables: Readonly<Record<string, string>>): Promise<Exit> {
  return (await launch(variables)).exit;
}

/** Runs `npm run recheck` with these options as the service's next neighbour, until it ends. */
export async function runRecheckProcess(
  variables: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Exit> {
  return (await launch(variables, 'recheck.js', options)).exit;
}

/** Runs `npm run audit:verify` with these arguments, until it ends. */
export async function runVerifyProcess(
  variables: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Exit> {
  return (await launch(variables, 'audit-verify.js', options)).exit;
}

/** Runs `npm run vocabulary` with these arguments as the service's next neighbour, until it ends. */
export async function runVocabularyProcess(
  variables: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Exit> {
  return (await launch(variables, 'vocabulary.js', options)).exit;
}

/** Runs `npm run administrator` with these arguments as the service's next neighbour, until it ends. */
export async function runAdministratorProcess(
  variables: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<Exit> {
  return (await launch(variables, 'administrator.js', options)).exit;
}

/** Runs `npm run import` or `npm run export` with these arguments, until it ends or is aborted, which kills it (SIGKILL). */
export async function runBulkProcess(
  command: 'import' | 'export',
  variables: Readonly<Record<string, string>>,
  options: readonly string[],
  kill?: AbortSignal,
): Promise<Exit> {
  const { child, exit } = await launch(variables, `${command}.js`, options);
  kill?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true });
  return exit;
}

/** Starts the service and kills it (SIGKILL) as soon as a line of its log matches. */
export async function killServiceProcessAt(
  pattern: RegExp,
  variables: Readonly<Record<string, string>>,
): Promise<Exit> {
  const { child, exit } = await launch(variables);
  await Promise.race([watchLog(child)(pattern), exit]);
  child.kill('SIGKILL');
  return exit;
}

async function launch(
  variables: Readonly<Record<string, string>>,
  file = 'main.js',
  options: readonly string[] = [],
): Promise<{ child: ChildProcess; exit: Promise<Exit> }> {
  const main = (await askKeeper('service')) as string;
  // Nothing of the surroundings but the path: a DATABASE_URL of the developer's must not reach the service under test.
  const env = { PATH: process.env.PATH, PORT: '0', GAINSAY_DEMO: '0', ...variables };
  const child = spawn(process.execPath, [join(dirname(main), file), ...options], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, exit: watch(child) };
}

/** Collects what a process says and waits for its end; kills it when the suite ends first. */
export async function watch(child: ChildProcess): Promise<Exit> {
  running.add(child);
  const said = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()));
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  running.delete(child);
  return { code, signal, ...said };
}
