import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes paths.json: the paths of all screens, as Fastify writes routes, so that the service answers those with the panel
 * and no others. They are what the screens' own route.ts say.
 * @param screens the folder with a folder for each screen
 */
export function screenPaths(screens: string): Plugin {
  return {
    name: 'screen-paths',
    apply: 'build',
    generateBundle: {
      async handler() {
        this.emitFile({ type: 'asset', fileName: 'paths.json', source: JSON.stringify(await pathsIn(screens)) });
      },
    },
  };
}

async function pathsIn(screens: string): Promise<string[]> {
  const folders = (await readdir(screens)).sort();
  const codes = await Promise.all(folders.map((folder) => readFile(join(screens, folder, 'route.ts'), 'utf8')));
  return codes.flatMap((code, index) => {
    const paths = [...code.matchAll(/^\s*path: '([^']+)',$/gm)].map(([, path = '']) => path.replaceAll('$', ':'));
    if (paths.length === 0) throw new Error(`screens/${folders[index] ?? ''}/route.ts states no path.`);
    return paths;
  });
}
