import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { composeProblems, dockerfileProblems } from '../../scripts/compose-rules.js';

interface Damage {
  readonly from: string | RegExp;
  readonly to: string;
  readonly problem: RegExp;
}

/** The committed file with one thing spoilt. */
function spoil(path: string, { from, to }: Damage): string {
  const text = readFileSync(path, 'utf8');
  const spoilt = text.replace(from, to);
  expect(spoilt).not.toBe(text);
  return spoilt;
}

describe('docker-compose.yml', () => {
  test('keeps every rule', () => {
    expect(composeProblems(readFileSync('docker-compose.yml', 'utf8'))).toEqual([]);
  });

  test.each<Damage>([
    { from: 'GAINSAY_DEMO', to: 'GAINSAY_DEMOS', problem: /GAINSAY_DEMOS is no setting/ },
    { from: 'GAINSAY_ADMIN_KEY:', to: 'GAINSAY_ADMIN_KEY: abc', problem: /key stands in the file/ },
    { from: '${POSTGRES_PASSWORD:-local-default-only}', to: 'hunter2', problem: /marked as a local default/ },
    { from: 'postgres:17-bookworm', to: 'postgres:latest', problem: /names no version/ },
    { from: /condition: service_healthy/, to: 'condition: service_started', problem: /does not wait/ },
    { from: / {4}healthcheck:[\s\S]*?retries: 10\n/, to: '', problem: /no healthcheck/ },
    { from: '@database:', to: '@db:', problem: /DATABASE_URL names no service/ },
    { from: '127.0.0.1:4000:4000', to: '4000:4000', problem: /open beyond this machine/ },
    { from: "PORT: '4000'", to: "PORT: '4100'", problem: /PORT is not among/ },
    { from: 'gainsay:/data', to: 'files:/data', problem: /mounts files, which is no volume/ },
    { from: /\n {2}gainsay:\n$/, to: '\n  gainsay:\n  spare:\n', problem: /spare is used by no service/ },
    { from: 'build: .', to: 'build: .\n    image: gainsay:1', problem: /exactly one of image and build/ },
    { from: 'depends_on', to: 'dependson', problem: /dependson/ },
  ])('$to: $problem', (damage) => {
    expect(composeProblems(spoil('docker-compose.yml', damage)).join('\n')).toMatch(damage.problem);
  });
});

describe('Dockerfile', () => {
  test('keeps every rule', () => {
    expect(dockerfileProblems(readFileSync('Dockerfile', 'utf8'))).toEqual([]);
  });

  test.each<Damage>([
    { from: 'USER node', to: 'USER root', problem: /runs as root/ },
    { from: 'USER node\n', to: '', problem: /runs as root/ },
    { from: '/health/ready', to: '/', problem: /no HEALTHCHECK/ },
    { from: '--from=build', to: '--from=builder', problem: /names no stage/ },
    { from: 'node:22-bookworm-slim', to: 'node', problem: /names no version/ },
    { from: /CMD \["node", "dist.*/, to: 'CMD node dist/main.js', problem: /swallows SIGTERM/ },
    { from: 'HOST=0.0.0.0 ', to: '', problem: /listens inside the container only/ },
    { from: 'VOLUME /data', to: 'VOLUME /var/data', problem: /is not the volume/ },
    { from: 'EXPOSE', to: 'EXPOSES', problem: /EXPOSES is no instruction/ },
    { from: /[\s\S]*?(?=# Run)/, to: '', problem: /one stage builds and runs/ },
  ])('$to: $problem', (damage) => {
    expect(dockerfileProblems(spoil('Dockerfile', damage)).join('\n')).toMatch(damage.problem);
  });
});
