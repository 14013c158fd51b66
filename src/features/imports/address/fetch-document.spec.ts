import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { page, redirect, startWebServer, type WebServer } from '../../../../test/support/web-server.js';
import { readAllowedAddresses } from '../../../platform/config/allowed-addresses.js';
import { fetchDocument, type FetchRules } from './fetch-document.js';

const BOTH = { 'names.example': '127.0.0.1', 'mapped.example': '::ffff:127.0.0.1', 'nat64.example': '64:ff9b::7f00:1' };

describe('fetching a document', () => {
  let web: WebServer;
  let asked: string[];
  beforeAll(async () => {
    web = await startWebServer();
    web.pages.set('/text', page('Words.', 'text/plain'));
  });
  afterAll(() => web.close());

  /** Rules under which names stand for what the test says, and this machine is allowed or not. */
  function rules(names: Readonly<Record<string, string>>, allow: string, patience = 20_000): FetchRules {
    asked = [];
    return {
      allowed: readAllowedAddresses(allow) ?? [],
      resolve: async (host) => {
        asked.push(host);
        const address = names[host];
        return address === undefined ? [] : [{ address, family: address.includes(':') ? 6 : 4 }];
      },
      patience,
    };
  }

  test('connects to the addresses that were checked, and resolves a name once', async () => {
    const allowed = rules({ 'press.example': '127.0.0.1' }, `press.example:${web.port}`);
    const { bytes, contentType } = await fetchDocument(web.url('/text', 'press.example'), allowed);
    expect([bytes.toString(), contentType, asked]).toEqual(['Words.', 'text/plain', ['press.example']]);
  });

  test.each(Object.keys(BOTH))('%s, which stands for this machine, is refused', async (host) => {
    const before = web.asked.length;
    const address = `http://${host}:8080/text`;
    await expect(fetchDocument(address, rules(BOTH, ''))).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' });
    expect(web.asked).toHaveLength(before);
  });

  test.each([
    'http://names.example:8080/',
    'http://[::1]/',
    'http://10.0.0.1/',
    'http://2130706433/',
    'ftp://1.1.1.1/',
    'http://u:p@1.1.1.1/',
    'gopher://x',
  ])('a redirect to %s is refused', async (to) => {
    web.pages.set('/to', redirect(to, 307));
    const allowed = rules(BOTH, `127.0.0.1:${web.port}`);
    await expect(fetchDocument(web.url('/to'), allowed)).rejects.toMatchObject({ code: 'ADDRESS_REFUSED' });
  });

  test.each<[string, () => void, string]>([
    ['a head that never comes', () => web.pages.set('/slow', () => undefined), 'took too long'],
    [
      'a body that drips',
      () =>
        web.pages.set('/slow', (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/plain' });
          const drip = setInterval(() => response.write('x'), 20);
          response.on('close', () => clearInterval(drip));
        }),
      'took too long',
    ],
    [
      'a body that breaks off',
      () =>
        web.pages.set('/slow', (_request, response) => {
          response.writeHead(200, { 'content-type': 'text/plain', 'content-length': '100' });
          response.write('x', () => response.destroy());
        }),
      'could not be read',
    ],
    [
      'a packed body that breaks off',
      () =>
        web.pages.set(
          '/slow',
          page(gzipSync('x'.repeat(999)).subarray(0, 20), 'text/plain', { 'content-encoding': 'gzip' }),
        ),
      'could not be read',
    ],
  ])('%s is given up', async (_name, prepare, message) => {
    prepare();
    const allowed = rules({}, `127.0.0.1:${web.port}`, 700);
    await expect(fetchDocument(web.url('/slow'), allowed)).rejects.toMatchObject({
      code: 'ADDRESS_UNREACHABLE',
      message: expect.stringContaining(message),
    });
  });

  test('a name server that does not answer is given up', async () => {
    const silent: FetchRules = { allowed: [], resolve: () => new Promise(() => undefined), patience: 300 };
    await expect(fetchDocument('http://a.example/', silent)).rejects.toMatchObject({ code: 'ADDRESS_UNREACHABLE' });
  });

  test('a body that is announced as too large is not read', async () => {
    web.pages.set('/large', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain', 'content-length': String(17 * 1024 * 1024) });
      response.flushHeaders();
    });
    const allowed = rules({}, `127.0.0.1:${web.port}`);
    await expect(fetchDocument(web.url('/large'), allowed)).rejects.toMatchObject({ code: 'TOO_LONG' });
  });

  test('a body that is endless is not read to its end', async () => {
    web.pages.set('/endless', (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const chunk = Buffer.alloc(1024 * 1024, 'a');
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more).on('error', () => undefined);
      more();
    });
    const allowed = rules({}, `127.0.0.1:${web.port}`);
    await expect(fetchDocument(web.url('/endless'), allowed)).rejects.toMatchObject({ code: 'TOO_LONG' });
  });
});
