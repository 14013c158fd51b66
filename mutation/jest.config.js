import root from '../jest.config.js';

const unit = root.projects.find(({ displayName }) => displayName === 'unit');
const folder = process.env.MUTATED_FOLDER;

/** The specs that have to notice what was done to the folder: its own, and no others. */
export default {
  ...unit,
  rootDir: '..',
  // What solves by brute force takes seconds, and there are a thousand mutants: the score is without it, and the lower for it.
  testPathIgnorePatterns: ['/arithmetic/(laws|limits)\\.spec'],
  testMatch: [`<rootDir>/src/domain/${folder}/**/*.spec.ts`],
  setupFilesAfterEnv: ['<rootDir>/mutation/no-shrinking.js'],
  testTimeout: 60_000,
};
