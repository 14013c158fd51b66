import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PostgresqlDriver } from '../../src/platform/database/postgresql.js';
import { StartupError } from '../../src/platform/lifecycle/startup-error.js';
import { runServiceProcess, startServiceProcess } from '../support/service-process.js';
import { createDataDirectory, createServerDatabase } from '../support/test-databases.js';

let directory: string;
let remove: () => Promise<void>;

beforeEach(async () => ({ path: directory, remove } = await createDataDirectory()));
afterEach(() => remove());

describe('a service that cannot start says why in plain words and ends with 1', () => {
  test('over wrong settings', async () => {
    const { code, stderr, stdout } = await runServiceProcess({ PORT: 'x', GAINSAY_DATA_DIR: directory });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Gainsay did not start\. These settings are wrong:\n {2}PORT is not .*\n$/);
  });

  test('over a data directory that another service uses, and leaves that one alone', async () => {
    const service = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    const { code, stderr } = await runServiceProcess({ GAINSAY_DATA_DIR: directory });
    expect(code).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`Another Gainsay service is using the data directory ${directory}`);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    service.kill('SIGKILL');
    await service.exit;
    const next = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    next.kill('SIGTERM');
    expect((await next.exit).code).toBe(0);
  });

  test('over a data directory that cannot be made', async () => {
    const { code, stderr } = await runServiceProcess({ GAINSAY_DATA_DIR: '/dev/null/data' });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Gainsay did not start\. The data directory \/dev\/null\/data cannot be made .*GAINSAY_DATA_DIR.*\n$/,
    );
  });

  test('over a database that the server does not have, without its password', async () => {
    const { url, drop } = await createServerDatabase('empty');
    await drop();
    const secret = new URL(url);
    secret.password = 'hunter2';
    const { code, stderr } = await runServiceProcess({ DATABASE_URL: secret.href, GAINSAY_DATA_DIR: directory });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Gainsay did not start\. The PostgreSQL server at 127\.0\.0\.1:\d+\/gainsay_test_\w+ refused .*3D000.*\n$/,
    );
    expect(stderr).not.toContain('hunter2');
  });
});

describe('a PostgreSQL server', () => {
  let server: Server;
  const open = (port: number, patience: number): Promise<PostgresqlDriver> =>
    PostgresqlDriver.open({
      url: `postgresql://u:hunter2@127.0.0.1:${port}/g`,
      poolSize: 1,
      patience,
      onIdleError: () => undefined,
    });
  const listen = async (answer: (socket: Socket) => void): Promise<number> => {
    server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  afterEach(() => void server.close());

  const message = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const int16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);
  const int32 = (value: number): Buffer =>
    Buffer.from([value >> 24, value >> 16, value >> 8, value].map((v) => v & 255));
  const column = (name: string): Buffer =>
    Buffer.concat([Buffer.from(`${name}\0`), int32(0), int16(0), int32(25), int16(-1), int32(-1), int16(0)]);
  const value = (text: string): Buffer => Buffer.concat([int32(text.length), Buffer.from(text)]);
  const idle = message('Z', Buffer.from('I'));

  test('that is older than 15 is refused', async () => {
    // The few messages of the protocol with which a server of version 14 would answer.
    const port = await listen((socket) => {
      socket.once('data', () => {
        socket.write(Buffer.concat([message('R', int32(0)), idle]));
        socket.once('data', () => {
          const columns = message('T', Buffer.concat([int16(2), column('version'), column('name')]));
          const row = message('D', Buffer.concat([int16(2), value('140011'), value('14.11')]));
          socket.write(Buffer.concat([columns, row, message('C', Buffer.from('SELECT 1\0')), idle]));
        });
      });
    });
    const error: unknown = await open(port, 5000).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(StartupError);
    expect((error as Error).message).toMatch(/127\.0\.0\.1:\d+\/g has version 14\.11; Gainsay needs 15 or later/);
  });

  test('that stays out of reach is given up after a while', async () => {
    const port = await listen(() => undefined);
    server.close();
    await once(server, 'close');
    const error: unknown = await open(port, 1200).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(StartupError);
    expect((error as Error).message).toMatch(
      /No PostgreSQL server answers at 127\.0\.0\.1:\d+\/g .*ECONNREFUSED.*DATABASE_URL/,
    );
    expect((error as Error).message).not.toContain('hunter2');
  });

  test('that is still starting is waited for', async () => {
    const { url, drop } = await createServerDatabase('empty');
    const target = new URL(url);
    let refusals = 2;
    // Turns the first callers away as a server does whose doors are not open yet, then leads to the real one.
    const port = await listen((socket) => {
      if (refusals > 0) {
        refusals -= 1;
        socket.destroy();
        return;
      }
      const onward = new (socket.constructor as typeof Socket)().connect(Number(target.port), target.hostname);
      socket.on('error', () => onward.destroy());
      onward.on('error', () => socket.destroy());
      socket.pipe(onward).pipe(socket);
    });
    const through = new URL(url);
    through.host = `127.0.0.1:${port}`;
    const driver = await PostgresqlDriver.open({
      url: through.href,
      poolSize: 1,
      patience: 10_000,
      onIdleError: () => undefined,
    });
    expect(await driver.run('SELECT 1 AS one', [])).toEqual([{ one: 1 }]);
    await driver.close();
    await drop();
    expect(refusals).toBe(0);
  });
});

describe('a service that is told to stop', () => {
  const body = JSON.stringify({ query: '{ __typename }' });

  /** A request whose second half is still on its way: it is in flight until `finish`. */
  async function begin(url: string): Promise<{ call: ClientRequest; finish: () => Promise<number> }> {
    const call = request(`${url}/slow`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        expect: '100-continue',
      },
    });
    // The server asks for the body once it has begun to handle the request.
    call.flushHeaders();
    await once(call, 'continue');
    call.write(body.slice(0, 5));
    const finish = async (): Promise<number> => {
      call.end(body.slice(5));
      const [response] = (await once(call, 'response')) as [IncomingMessage];
      response.resume();
      await once(response, 'end');
      return response.statusCode ?? 0;
    };
    return { call, finish };
  }

  test('answers what is in flight, takes nothing new, and ends with 0', async () => {
    const service = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    const { finish } = await begin(service.url);
    service.kill('SIGTERM');
    await service.logged(/"msg":"stopping"/);
    await expect(fetch(`${service.url}/health/live`)).rejects.toThrow();
    // There is nothing at this address; what counts is that the answer comes whole.
    expect(await finish()).toBe(404);
    const { code, stdout } = await service.exit;
    expect(code).toBe(0);
    expect(stdout).toMatch(/"path":"\/slow","status":404.*\n.*"msg":"stopped"/);
  });

  test('twice ends at once', async () => {
    const service = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    const { call } = await begin(service.url);
    call.on('error', () => undefined);
    service.kill('SIGINT');
    await service.logged(/"msg":"stopping"/);
    service.kill('SIGINT');
    expect((await service.exit).code).toBe(130);
  });

  test('does not wait for ever, and says so by ending with 1', async () => {
    const service = await startServiceProcess({ GAINSAY_DATA_DIR: directory });
    const { call } = await begin(service.url);
    call.on('error', () => undefined);
    service.kill('SIGTERM');
    const { code, stdout } = await service.exit;
    expect(code).toBe(1);
    expect(stdout).toContain('stopped before everything in flight had finished');
  });
});
