import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where something is that comes with the code but is none, by its path in the repository: the nearest above this file,
 * which is the same one from src as from dist.
 * @returns null where there is no such thing, as before what is built has been built
 */
export function findShippedPath(...path: readonly string[]): string | null {
  let above = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const found = join(above, ...path);
    if (existsSync(found)) return found;
    const parent = dirname(above);
    if (parent === above) return null;
    above = parent;
  }
}

/** As `findShippedPath`, for what is always there. */
export function shippedPath(...path: readonly string[]): string {
  const found = findShippedPath(...path);
  if (found === null) throw new Error(`There is no ${join(...path)} above the code of the service.`);
  return found;
}
