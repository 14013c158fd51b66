import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startSampleApp } from './support/sample-app.js';

let app: NestFastifyApplication;
let url: string;

beforeAll(async () => {
  ({ app, url } = await startSampleApp());
});
afterAll(() => app.close());

const audits = serverAudits({ url: () => `${url}/graphql` });

describe('GraphQL over HTTP', () => {
  test('there are 61 audits', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits.map((audit) => [audit.id, audit.name, audit] as const))('%s %s', async (_id, _name, audit) => {
    const result = await audit.fn();
    expect(result).toMatchObject({ status: 'ok' });
  });
});
