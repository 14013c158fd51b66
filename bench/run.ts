/** `npm run bench [-- [--quick] [--reads | --growth]]`: see bench/README.md. */
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
const { GROWTH_PLANS } = await import('./growth/settings.js');
const { measureGrowth } = await import('./growth/growth.js');
const { GROWTH_HEADING, growthReport } = await import('./growth/report.js');

const size = process.argv.includes('--quick') ? 'quick' : 'full';
const results = `${here}RESULTS.md`;
if (!process.argv.includes('--growth')) await measureReads();
if (!process.argv.includes('--reads')) await measureWrites();

async function measureReads(): Promise<void> {
  const plan = PLANS[size];
  const { series, rows, postgresql } = await benchmark(plan);
  const node = execFileSync(`${here}node_modules/node/bin/node`, ['--version']).toString().trim().slice(1);
  const { version } = JSON.parse(readFileSync(`${here}node_modules/postgraphile/package.json`, 'utf8')) as {
    version: string;
  };
  const text = report(series, { plan, rows, postgresql, node, postgraphile: version });
  console.log(`\n${text}`);
  if (size === 'full') await writeFile(results, [text, growthIn(readFileSync(results, 'utf8'))].join('\n'));
  const failed = series.some(({ rounds }) =>
    Object.values(rounds)
      .flat()
      .some(({ failures }) => failures > 0),
  );
  if (failed) {
    console.error('Some requests failed, so these figures mean nothing.');
    process.exitCode = 1;
  }
}

async function measureWrites(): Promise<void> {
  const text = growthReport(await measureGrowth(GROWTH_PLANS[size]));
  console.log(`\n${text}`);
  if (size !== 'full') return;
  const before = readFileSync(results, 'utf8');
  await writeFile(results, before.slice(0, before.length - growthIn(before).length).trimEnd() + `\n\n${text}`);
}

/** The growth part of the results, to their end; empty where there is none yet. */
function growthIn(text: string): string {
  const start = text.indexOf(GROWTH_HEADING);
  return start < 0 ? '' : text.slice(start);
}
