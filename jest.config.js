const project = (displayName, testMatch, options = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // .swcrc says how: decorators keep the types that Nest injects by.
  transform: { '^.+\\.ts$': '@swc/jest' },
  ...options,
});

/** Suites on real databases share one throwaway PostgreSQL server, started when the first of them asks for it. */
const withDatabases = {
  globalSetup: '<rootDir>/test/support/global-setup.js',
  globalTeardown: '<rootDir>/test/support/global-teardown.js',
};

/** @type {import('jest').Config} */
export default {
  // Far beyond what any test takes: it ends one that hangs, and never one on a slow machine.
  testTimeout: 300_000,
  reporters: ['default', '<rootDir>/test/support/summary-reporter.js'],
  // Much of a run is waiting for services and databases, so that no core need be left free.
  maxWorkers: '100%',
  // What a spec file has loaded is never given back (VM modules), and a worker near its heap's end does little but collect. Of
  // the machine's memory Node takes a quarter for a heap, 4 GB at most; what a worker has loaded it need not load again.
  workerIdleMemoryLimit: '8%',
  projects: [
    project('unit', ['<rootDir>/src/**/*.spec.ts']),
    project('integration', ['<rootDir>/test/integration/**/*.spec.ts'], withDatabases),
    project('e2e', ['<rootDir>/test/e2e/**/*.spec.ts'], withDatabases),
    project('panel', ['<rootDir>/test/panel/**/*.spec.ts'], withDatabases),
    project('house', ['<rootDir>/test/house/**/*.spec.ts']),
  ],
};
