import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { compile } from '@fastify/proxy-addr';
import type { Credentials } from '../execution/request-handler.js';

/** Whether what the sender at an address says of others is believed. */
export type Trust = (address: string) => boolean;

/** @param proxies IP addresses and ranges of those who are believed */
export function trustIn(proxies: readonly string[]): Trust {
  if (proxies.length === 0) return () => false;
  const trusts = compile([...proxies]);
  return (address) => trusts(address, 0);
}

/**
 * As much of the request that became a WebSocket as tells who sent it and from where. It never becomes one of Fastify's,
 * which tell host and protocol as is done here: by the headers of a proxy, where that is believed.
 */
export function upgradeCredentials(request: IncomingMessage, trust: Trust): Omit<Credentials, 'id'> {
  const { headers, socket } = request;
  const isBelieved = socket.remoteAddress !== undefined && trust(socket.remoteAddress);
  const told = (name: keyof IncomingHttpHeaders): string | undefined =>
    isBelieved ? lastOf(headers[name]) : undefined;
  return {
    headers,
    method: 'GET',
    host: told('x-forwarded-host') ?? headers.host ?? '',
    protocol: told('x-forwarded-proto') ?? (socket instanceof TLSSocket ? 'https' : 'http'),
  };
}

/** Of a list the last entry, which the nearest proxy has written. */
function lastOf(header: string | readonly string[] | undefined): string | undefined {
  return header === undefined ? undefined : String(header).split(',').at(-1)?.trim();
}
