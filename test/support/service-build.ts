import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A compiled service. */
export interface ServiceBuild {
  /** The path of its main.js. */
  readonly main: string;
  remove(): Promise<void>;
}

/**
 * Compiles src as it is now, so that tests of the running service never see an older build: below node_modules, where
 * its imports and prisma/migrations are found as from dist.
 */
export async function buildService(): Promise<ServiceBuild> {
  const cache = join(root, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'gainsay-service-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const source = join(root, 'src');
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!\.spec|\.d)\.ts$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const { code } = await transformFile(join(source, file), { cwd: root });
      const target = join(folder, file.replace(/\.ts$/, '.js'));
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, code);
    }),
  );
  return { main: join(folder, 'main.js'), remove: () => rm(folder, { recursive: true, force: true }) };
}
