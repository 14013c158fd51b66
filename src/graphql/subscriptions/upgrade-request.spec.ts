import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { trustIn, upgradeCredentials } from './upgrade-request.js';

function requestFrom(address: string, headers: Record<string, string>): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: address });
  return Object.assign(new IncomingMessage(socket), { headers });
}

const told = { host: 'inside:4000', 'x-forwarded-host': 'a.example, desk.example', 'x-forwarded-proto': 'http, https' };

describe('host and protocol of a WebSocket', () => {
  test.each<[string, string, readonly string[], Record<string, string>, string, string]>([
    ['without proxies', '192.0.2.1', [], told, 'inside:4000', 'http'],
    ['told by a proxy that is believed', '10.0.0.7', ['10.0.0.0/8'], told, 'desk.example', 'https'],
    ['told by somebody else', '192.0.2.1', ['10.0.0.0/8'], told, 'inside:4000', 'http'],
    ['of which a proxy says nothing', '10.0.0.7', ['10.0.0.7'], { host: 'desk.example' }, 'desk.example', 'http'],
    ['of which nobody says anything', '10.0.0.7', ['10.0.0.7'], {}, '', 'http'],
  ])('%s', (_what, address, proxies, headers, host, protocol) => {
    const request = requestFrom(address, headers);
    expect(upgradeCredentials(request, trustIn(proxies))).toEqual({ headers, method: 'GET', host, protocol });
  });
});
