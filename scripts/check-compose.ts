/** Checks docker-compose.yml and the Dockerfile without an engine; prints what is wrong and fails. */
import { readFileSync } from 'node:fs';
import { composeProblems, dockerfileProblems } from './compose-rules.js';

const problems = [
  ...composeProblems(readFileSync('docker-compose.yml', 'utf8')).map((problem) => `docker-compose.yml: ${problem}`),
  ...dockerfileProblems(readFileSync('Dockerfile', 'utf8')).map((problem) => `Dockerfile: ${problem}`),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exitCode = 1;
else console.log('docker-compose.yml and Dockerfile keep all rules');
