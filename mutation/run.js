/**
 * `npm run mutation` tests the tests of src/domain: Stryker breaks the code in every small way it knows, and some test has
 * to notice. `npm run mutation -- values scope` does that for some of the folders. Each folder is judged by its own specs
 * alone, which is stricter than asking all of them, and many times faster.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { URL } from 'node:url';

const here = new URL('.', import.meta.url);
const root = new URL('..', here);
const domain = new URL('src/domain/', root);

function run(command, args, options) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (status !== 0) process.exit(status ?? 1);
}

/** Folders with code of their own; scenarios have only tests. */
function mutableFolders() {
  return readdirSync(domain, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'scenarios')
    .map(({ name }) => name);
}

/** Killed and timed out of all mutants that ran, in per cent; those that cannot run at all say nothing. */
function scoreOf(mutants) {
  const count = (...statuses) => mutants.filter(({ status }) => statuses.includes(status)).length;
  const noticed = count('Killed', 'Timeout');
  const all = noticed + count('Survived', 'NoCoverage');
  return { noticed, all, score: ((100 * noticed) / all).toFixed(1) };
}

function mutantsOf(folder) {
  const { files } = JSON.parse(readFileSync(new URL(`reports/${folder}.json`, here), 'utf8'));
  return Object.values(files).flatMap(({ mutants }) => mutants);
}

const asked = process.argv.slice(2);
const folders = asked.length > 0 ? asked : mutableFolders();
if (!existsSync(new URL('node_modules', here))) run('npm', ['ci', '--ignore-scripts'], { cwd: here });
for (const folder of folders) {
  run(
    process.execPath,
    ['mutation/node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'mutation/stryker.config.js'],
    {
      cwd: root,
      env: { ...process.env, MUTATED_FOLDER: folder },
    },
  );
}
const results = folders.map((folder) => [folder, mutantsOf(folder)]);
const total = ['total', results.flatMap(([, mutants]) => mutants)];
for (const [name, mutants] of [...results, total]) {
  const { noticed, all, score } = scoreOf(mutants);
  console.log(`${name.padEnd(16)} ${score.padStart(5)} %   ${noticed} of ${all} mutants noticed`);
}
