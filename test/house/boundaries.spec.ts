import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cleanTree, violations } from './boundaries.fixture.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as {
  forbidden: { name: string; comment: string }[];
};

interface Finding {
  readonly rule: string;
  readonly from: string;
}

/** Writes the tree into a folder of its own and judges it by the project's real rules. */
async function judge(folder: string, tree: Record<string, string>): Promise<Finding[]> {
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'package.json'), join(folder, 'package.json'));
  await cp(join(root, 'tsconfig.json'), join(folder, 'tsconfig.json'));
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const [path, source] of Object.entries(tree)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), source);
  }
  const bin = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src'];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 1e8 }, (_error, stdout, stderr) => {
      if (stdout) resolve(stdout);
      else reject(new Error(stderr));
    });
  });
  const { summary } = JSON.parse(output) as {
    summary: { totalCruised: number; violations: { rule: { name: string }; from: string }[] };
  };
  expect(summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(tree).length);
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

describe('boundaries', () => {
  let folder: string;
  let found: Finding[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gainsay-boundaries-'));
    const broken = Object.assign({}, cleanTree, ...violations.map(({ files }) => files)) as Record<string, string>;
    found = await judge(join(folder, 'broken'), broken);
  });
  afterAll(async () => rm(folder, { recursive: true, force: true }));

  test('a tree that keeps every rule raises nothing', async () => {
    expect(await judge(join(folder, 'clean'), cleanTree)).toEqual([]);
  });

  test.each(violations)('$rule fires on: $what', ({ rule, files }) => {
    const culprit = Object.keys(files).at(-1)!;
    expect(found.filter(({ from }) => from === culprit)).toEqual([{ rule, from: culprit }]);
  });

  test('nothing else fires', () => {
    const culprits = new Set(violations.flatMap(({ files }) => Object.keys(files)));
    expect(found.filter(({ from }) => !culprits.has(from))).toEqual([]);
  });

  test('every rule is a sentence and is proved here', () => {
    expect(forbidden.filter(({ comment }) => !/^[A-Z].+[.:)]$/s.test(comment))).toEqual([]);
    expect([...new Set(violations.map(({ rule }) => rule))].sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });
});
