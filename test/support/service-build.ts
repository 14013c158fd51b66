import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));
let built: Promise<string> | undefined;

/**
 * Compiles src as it is now, into a folder that is removed when this process exits, so that tests of the running
 * service never see an older build. Below node_modules, where its imports and prisma/migrations are found as from dist.
 * @returns the path of the compiled main.js
 */
export function buildService(): Promise<string> {
  return (built ??= compile());
}

async function compile(): Promise<string> {
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'gainsay-service-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const source = join(root, 'src');
  const files = (await readdir(source, { recursive: true })).filter((file) => /(?<!\.spec|\.d)\.ts$/.test(file));
  await Promise.all(
    files.map(async (file) => {
      const { code } = await transformFile(join(source, file), { cwd: root });
      const target = join(folder, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }),
  );
  return join(folder, 'main.js');
}
