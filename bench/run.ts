/** `npm run bench [-- --quick]`: see bench/README.md. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

function run(program: string, ...parameters: string[]): void {
  execFileSync(program, parameters, { cwd: root, stdio: 'inherit' });
}

if (!existsSync(`${here}node_modules`)) run('npm', 'ci', '--prefix', 'bench', '--no-audit', '--no-fund');
run('npm', 'run', 'build');

// Only now is there all that the rest imports.
const { PLANS } = await import('./plan.js');
const { benchmark } = await import('./benchmark.js');
const { report } = await import('./report.js');

const plan = PLANS[process.argv.includes('--quick') ? 'quick' : 'full'];
const { series, rows, postgresql } = await benchmark(plan);
const node = execFileSync(`${here}node_modules/node/bin/node`, ['--version']).toString().trim().slice(1);
const { version } = JSON.parse(readFileSync(`${here}node_modules/postgraphile/package.json`, 'utf8')) as {
  version: string;
};
const text = report(series, { plan, rows, postgresql, node, postgraphile: version });
console.log(`\n${text}`);
if (plan.name === 'full') await writeFile(`${here}RESULTS.md`, text);
if (
  series.some(({ rounds }) =>
    Object.values(rounds)
      .flat()
      .some(({ failures }) => failures > 0),
  )
) {
  console.error('Some requests failed, so these figures mean nothing.');
  process.exitCode = 1;
}
