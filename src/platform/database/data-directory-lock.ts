import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { tryLock } from 'fs-native-extensions';
import { reasonOf, StartupError } from '../lifecycle/startup-error.js';

/** The right to be the only service on a data directory. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/**
 * Takes the lock of a data directory. The kernel holds it (an open-file-description lock on `lock` in the directory)
 * and drops it when this process ends in whatever way, so a crash never leaves a stale one behind.
 * @throws StartupError where another process has it
 */
export async function lockDataDirectory(directory: string): Promise<DirectoryLock> {
  const file = await open(join(directory, 'lock'), 'a', 0o600).catch((error: unknown) => {
    throw new StartupError(
      `The data directory ${directory} cannot be written to (${reasonOf(error)}). ` +
        'Let the user that runs the service write there, or set GAINSAY_DATA_DIR to another directory.',
    );
  });
  if (!tryLock(file.fd)) {
    await file.close();
    throw new StartupError(
      `Another Gainsay service is using the data directory ${directory}. ` +
        'Stop it, or give this one a directory of its own with GAINSAY_DATA_DIR.',
    );
  }
  return { release: () => file.close() };
}
