import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = process.env.MUTATED_FOLDER;
const reports = 'mutation/reports';

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  plugins: ['@stryker-mutator/jest-runner'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'mutation/jest.config.js' },
  coverageAnalysis: 'perTest',
  mutate: [`src/domain/${folder}/**/*.ts`, '!src/**/*.spec.ts', '!src/**/*.spec-kit.ts', '!src/**/*.d.ts'],
  // The sandbox needs no database, panel or benchmark; it lies outside, where no other run of Jest finds it.
  ignorePatterns: ['/*', '!/src', '!/packs', '!/mutation', '!/package.json', '!/.swcrc', '!/jest.config.js'],
  tempDirName: join(tmpdir(), 'gainsay-mutation'),
  incremental: true,
  incrementalFile: `${reports}/${folder}.incremental.json`,
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: `${reports}/${folder}.json` },
  clearTextReporter: { allowColor: false, allowEmojis: false, reportTests: false },
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
};
