import type { Config } from '../config/config.js';
import { StartupError } from './startup-error.js';

const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'another program listens there already. Stop it, or choose another port with PORT',
  EACCES: 'this user may not listen there. Choose a port from 1024 on with PORT',
  EADDRNOTAVAIL: 'this machine does not have the address. Correct HOST',
  ENOTFOUND: 'this machine does not know the name. Correct HOST',
};

/** Why the service cannot listen, for the person who started it; undefined where the error is about something else. */
export function refusedPort(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): StartupError | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code];
  return reason === undefined
    ? undefined
    : new StartupError(`It cannot listen on ${host}, port ${port}: ${reason}.`, { cause: error });
}
