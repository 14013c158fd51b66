import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createApplication } from '../../src/application.js';
import { Config } from '../../src/platform/config/config.js';
import { Prisma } from '../../src/platform/database/index.js';
import { Lifecycle } from '../../src/platform/lifecycle/lifecycle.js';
import { createLogger } from '../../src/platform/logging/logger.js';
import { currentRequest } from '../../src/platform/request-context/request-context.js';
import { sqlStatementsOf } from '../support/start-app.js';
import { openTestDatabase, type TestDatabase } from '../support/test-databases.js';

let opened: TestDatabase;
let application: NestFastifyApplication;
let lifecycle: Lifecycle;
let url: string;
let text = '';

const lines = (): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  opened = await openTestDatabase('embedded');
  lifecycle = new Lifecycle();
  const logger = createLogger('debug', { write: (line) => void (text += line) });
  const config = Config.read({ PORT: '0', GAINSAY_DEMO: '0', GAINSAY_ADMIN_KEY: 'k'.repeat(20) });
  application = await createApplication({ config, database: opened.database, lifecycle }, logger);
  // After Nest has put its own handlers of errors in place.
  await application.init();
  const server = application.getHttpAdapter().getInstance();
  server.post('/probe/:statements', async (request) => {
    const { statements } = request.params as { statements: string };
    for (let i = 0; i < Number(statements); i += 1) await opened.database.query(Prisma.sql`SELECT 1`);
    logger.info('inside the handler');
    return { requestId: currentRequest()?.requestId };
  });
  server.get('/probe/fault', () => {
    throw Object.assign(new Error('the fault'), { detail: 'Key (secret)=(hunter2)' });
  });
  await application.listen(0, '127.0.0.1');
  url = await application.getUrl();
});
afterAll(async () => {
  await application.close();
  await opened.close();
});
beforeEach(() => {
  text = '';
});

const probe = (statements: number, headers: Record<string, string> = {}, body = '{}'): Promise<Response> =>
  fetch(`${url}/probe/${statements}?variables=hunter2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

describe('a request', () => {
  test('keeps the id that its caller gave: in its header, its context and every line of its log', async () => {
    const response = await probe(1, { 'x-request-id': 'desk-42' });
    expect(response.headers.get('x-request-id')).toBe('desk-42');
    expect(await response.json()).toEqual({ requestId: 'desk-42' });
    expect(lines().map(({ msg, requestId }) => ({ msg, requestId }))).toEqual([
      { msg: 'inside the handler', requestId: 'desk-42' },
      { msg: 'request completed', requestId: 'desk-42' },
    ]);
  });

  test.each([
    ['none', {}],
    ['an overlong one', { 'x-request-id': 'x'.repeat(129) }],
    ['one with blanks', { 'x-request-id': 'a b' }],
    ['one that would forge a log line', { 'x-request-id': '{"level":"fatal"}' }],
  ])('gets an id where its caller gave %s', async (_, headers: Record<string, string>) => {
    const ids = await Promise.all(
      [probe(0, headers), probe(0, headers)].map(async (call) => (await call).headers.get('x-request-id')),
    );
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('says how many SQL statements it took, apart from those of others at the same time', async () => {
    const responses = await Promise.all([3, 0, 7].map((statements) => probe(statements)));
    expect(responses.map(sqlStatementsOf)).toEqual([3, 0, 7]);
  });

  test('has its context also where its body comes in many pieces', async () => {
    const body = JSON.stringify({ filler: randomBytes(300_000).toString('hex') });
    const response = await probe(2, { 'x-request-id': 'large' }, body);
    expect(await response.json()).toEqual({ requestId: 'large' });
    expect(sqlStatementsOf(response)).toBe(2);
  });

  test('leaves one line, with its path but nothing that may be secret', async () => {
    await probe(2, { authorization: 'Bearer hunter2', cookie: 'hunter2' }, '{"variables":"hunter2"}');
    await fetch(`${url}/nothing?query=hunter2`);
    await fetch(`${url}/probe/fault?x=hunter2`);
    expect(text).not.toContain('hunter2');
    const completed = lines().filter(({ msg }) => msg === 'request completed');
    expect(
      completed.map(({ method, path, status, sqlStatements, level }) => [method, path, status, sqlStatements, level]),
    ).toEqual([
      ['POST', '/probe/2', 200, 2, 'info'],
      ['GET', '/nothing', 404, 0, 'info'],
      ['GET', '/probe/fault', 500, 0, 'info'],
    ]);
    expect(completed.every(({ durationMs }) => typeof durationMs === 'number')).toBe(true);
  });

  test('that fails by a fault of ours is logged with the error and answered without it', async () => {
    const response = await fetch(`${url}/probe/fault`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('the fault');
    expect(lines()).toContainEqual(
      expect.objectContaining({ level: 'error', requestId: response.headers.get('x-request-id') }),
    );
    expect(text).toContain('the fault');
  });

  test.each([
    [1024 * 1024, 200],
    [1024 * 1024 + 1, 413],
  ])('may have a body of a megabyte and no more: %i bytes give %i', async (bytes, status) => {
    expect((await probe(0, {}, `"${'x'.repeat(bytes - 2)}"`)).status).toBe(status);
  });
});

describe('health', () => {
  const ready = async (): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${url}/health/ready`);
    return { status: response.status, body: await response.json() };
  };

  test('is unready until everything is started, ready then, and unready when stopping; alive all the time', async () => {
    const alive = async (): Promise<number> => (await fetch(`${url}/health/live`)).status;
    expect(await ready()).toEqual({ status: 503, body: { status: 'unavailable', reason: 'The service is starting.' } });
    expect(await alive()).toBe(200);
    lifecycle.started();
    expect(await ready()).toEqual({ status: 200, body: { status: 'ok' } });
    expect(await alive()).toBe(200);
    lifecycle.stopping();
    lifecycle.started();
    expect(await ready()).toEqual({ status: 503, body: { status: 'unavailable', reason: 'The service is stopping.' } });
    expect(await alive()).toBe(200);
  });

  test('is asked for often, and so logged at debug level', async () => {
    await fetch(`${url}/health/live`);
    expect(lines()).toMatchObject([{ level: 'debug', path: '/health/live', status: 200 }]);
  });

  test('is unready when the database does not answer', async () => {
    const other = await openTestDatabase('postgresql');
    const phase = new Lifecycle();
    const config = Config.read({ PORT: '0', GAINSAY_DEMO: '0', GAINSAY_ADMIN_KEY: 'k'.repeat(20) });
    const app = await createApplication({ config, database: other.database, lifecycle: phase }, createLogger('silent'));
    await app.listen(0, '127.0.0.1');
    phase.started();
    const ask = async (): Promise<unknown> => (await fetch(`${await app.getUrl()}/health/ready`)).json();
    expect(await ask()).toEqual({ status: 'ok' });
    await other.close();
    expect(await ask()).toEqual({ status: 'unavailable', reason: 'The database does not answer.' });
    await app.close();
  });
});
