import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { WebSocket } from 'ws';
import { LIMITS } from '../../src/graphql/limits/limits.js';
import type { SocketSettings } from '../../src/graphql/subscriptions/socket-settings.js';
import { post, startSampleApp } from './support/sample-app.js';
import { TickerResolver } from './support/sample-ticker.js';
import { Subscriber, until } from './support/subscriber.js';

const TICKS = 'subscription ($length: Int) { ticks(length: $length) { number text } }';

let app: NestFastifyApplication;
let url: string;
let ticker: TickerResolver;

async function start(settings: Partial<SocketSettings> = {}): Promise<void> {
  ({ app, url } = await startSampleApp(settings));
  ticker = app.get(TickerResolver);
}
afterEach(() => app.close());

/** A WebSocket that speaks no protocol by itself. */
async function open(): Promise<WebSocket> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  return socket;
}

/** The code with which a WebSocket is closed by the service. */
async function closed(socket: WebSocket): Promise<number> {
  return ((await once(socket, 'close')) as [number])[0];
}

const subscription = (id: string, length = 1): string =>
  JSON.stringify({ id, type: 'subscribe', payload: { query: TICKS, variables: { length } } });

describe('what a client may ask for over WebSocket', () => {
  beforeEach(() => start());

  test.each([
    ['a query', '{ __typename }', { code: 'BAD_REQUEST' }],
    ['a mutation', 'mutation { __typename }', { code: 'BAD_REQUEST' }],
    ['an unknown field', 'subscription { tocks }', { code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['two fields', 'subscription { a: ticks { number } b: ticks { number } }', { code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['text that is none', 'subscription {', { code: 'GRAPHQL_PARSE_FAILED' }],
    [
      'many aliases',
      `subscription { ticks { ${aliases(61)} } }`,
      { code: 'LIMIT_EXCEEDED', limit: 'aliases', actual: 61 },
    ],
    ['many tokens', `subscription { ticks { ${aliases(1_400)} } }`, { code: 'LIMIT_EXCEEDED', limit: 'tokens' }],
  ])('%s is refused', async (_name, query, extensions) => {
    const client = new Subscriber({ url }, null);
    await expect(client.subscribe(query).next()).rejects.toMatchObject([{ extensions }]);
    expect(ticker.followers).toBe(0);
    await client.close();
  });

  test('a subscription over HTTP is refused', async () => {
    const { body } = await post(url, 'subscription { ticks { number } }');
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('so many subscriptions of one connection are served, and no more', async () => {
    const client = new Subscriber({ url }, null);
    const events = Array.from({ length: LIMITS.subscriptions }, () => client.subscribe(TICKS));
    await until(() => ticker.followers === LIMITS.subscriptions);
    await expect(client.subscribe(TICKS).next()).rejects.toMatchObject([
      { extensions: { code: 'LIMIT_EXCEEDED', limit: 'subscriptions', max: LIMITS.subscriptions } },
    ]);
    await events[0]!.return();
    await until(() => ticker.followers === LIMITS.subscriptions - 1);
    const another = client.subscribe(TICKS);
    await until(() => ticker.followers === LIMITS.subscriptions);
    ticker.tick(7);
    expect((await another.next()).data).toEqual({ ticks: { number: 7, text: 'x' } });
    await client.close();
    await until(() => ticker.followers === 0);
  });

  test.each([
    ['a message that is too long', 'x'.repeat(LIMITS.messageBytes + 1), 1009],
    ['a message that is no JSON', 'hello', 4400],
    ['a subscription before it is known who asks', subscription('1'), 4401],
  ])('%s closes the connection', async (_name, message, code) => {
    const socket = await open();
    socket.send(message);
    expect(await closed(socket)).toBe(code);
  });

  test('another protocol, another path and a key that is not good are refused; a fault says nothing of itself', async () => {
    const old = new WebSocket(`${url.replace('http', 'ws')}/graphql`);
    expect(await closed(old)).toBe(4406);
    const lost = new WebSocket(`${url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    expect(String((await once(lost, 'error'))[0])).toContain('404');
    for (const [key, code, reason] of [
      ['wrong', 4401, 'The key is not known.'],
      ['fault', 4500, 'Internal server error'],
    ] as const) {
      const socket = await open();
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }));
      const [actual, said] = (await once(socket, 'close')) as [number, Buffer];
      expect({ code: actual, reason: said.toString() }).toEqual({ code, reason });
    }
  });
});

describe('what a client may not do to others', () => {
  test('no more connections than there may be', async () => {
    await start({ connections: 2 });
    const kept = [await open(), await open()];
    const third = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    expect(String((await once(third, 'error'))[0])).toContain('503');
    kept[0]!.close();
    await closed(kept[0]!);
    await open();
  });

  test('who never says who they are is closed', async () => {
    await start({ initWithin: 50 });
    expect(await closed(await open())).toBe(4408);
  });

  test('who does not answer is cut off; who does stays', async () => {
    await start({ pingEvery: 100 });
    const dead = await open();
    dead.send('{"type":"connection_init"}');
    await once(dead, 'message');
    dead.send(subscription('1'));
    const living = new Subscriber({ url }, null);
    const events = living.subscribe(TICKS);
    await until(() => ticker.followers === 2);
    streamOf(dead).pause();
    await until(() => ticker.followers === 1);
    ticker.tick(1);
    expect((await events.next()).data.ticks.number).toBe(1);
    await living.close();
    dead.terminate();
  });

  test('who takes too little is sent the newest later, and closed where too much waits; others wait for nobody', async () => {
    await start({ waitingBytes: 100_000, closeWithin: 60_000 });
    const slow = await open();
    slow.send('{"type":"connection_init"}');
    await once(slow, 'message');
    for (let i = 0; i < 20; i += 1) slow.send(subscription(String(i), 2_000_000));
    const living = new Subscriber({ url }, null);
    const events = living.subscribe(TICKS);
    await until(() => ticker.followers === 21);
    streamOf(slow).pause();
    for (let i = 1; i <= 30; i += 1) {
      ticker.tick(i);
      expect((await events.next()).data.ticks.number).toBe(i);
    }
    // 30 ticks for each of 20 subscriptions would have been 600: none is read that cannot be sent.
    expect(ticker.reads).toBeLessThan(30 + 20 * 8);
    streamOf(slow).resume();
    expect(await closed(slow)).toBe(4008);
    await until(() => ticker.followers === 1);
    await living.close();
  });

  test('stopping closes everybody in an orderly way, and who does not go by force', async () => {
    await start({ closeWithin: 100 });
    const client = new Subscriber({ url }, null);
    void client.subscribe(TICKS);
    await until(() => ticker.followers === 1);
    const deaf = await open();
    streamOf(deaf).pause();
    const stopped = app.close();
    expect(await client.closed).toMatchObject({ code: 1001 });
    await stopped;
    expect(ticker.followers).toBe(0);
    deaf.terminate();
  });
});

test('a request that asks for another protocol is answered as though it had not', async () => {
  await start();
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABk' };
  const ask = async (query: string): Promise<unknown> => {
    const asking = request(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
    });
    asking.end(JSON.stringify({ query }));
    const [response] = (await once(asking, 'response')) as [IncomingMessage];
    return JSON.parse(Buffer.concat(await response.toArray()).toString());
  };
  expect(await ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  expect(await ask(`{ __typename } #${'x'.repeat(300_000)}`)).toEqual({ data: { __typename: 'Query' } });
});

function aliases(count: number): string {
  return Array.from({ length: count }, (_, i) => `a${i}: number`).join(' ');
}

/** What ws reads from: to pause it is to be a receiver that takes nothing. */
function streamOf(socket: WebSocket): Socket {
  return (socket as unknown as { _socket: Socket })._socket;
}
