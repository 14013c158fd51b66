import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent } from 'undici';
import type { AllowedAddress } from '../config/allowed-addresses.js';
import { isAllowedServer, mayBeAsked, type Server } from './address-rules.js';

/** Which addresses that somebody gave may be asked, and how long that may take. */
export interface AddressRules {
  /** Addresses that may be asked although they are not public. */
  readonly allowed: readonly AllowedAddress[];
  /** Gives the IP addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>;
  /** How long connecting, the answer's head and each pause in its body may take, in milliseconds. */
  readonly patience: number;
  /** Whether plain http, which anybody on the way can read and change, is for allowed addresses only. */
  readonly encrypted?: boolean;
}

/** What is wrong with an address: it is no plain http or https, lies where nothing may be asked, or is not encrypted. */
export type Refusal = 'FORM' | 'PLACE' | 'PLAIN';

/** An address that must not be asked. */
export class RefusedAddress extends Error {
  constructor(readonly why: Refusal) {
    super(`The address is refused (${why}).`);
    this.name = 'RefusedAddress';
  }
}

/**
 * Connections to the server of an address that anybody may have given, which is checked as by `checkedServer` and pinned to
 * what was checked, so that a name which is resolved anew to another address cannot lead elsewhere. No proxy. Whoever asks
 * for it destroys it.
 */
export async function checkedAgent(url: URL, rules: AddressRules, deadline: AbortSignal): Promise<Agent> {
  const { addresses } = await checkedServer(url, rules, deadline);
  return new Agent({
    connect: { lookup: pinnedTo(addresses), autoSelectFamily: true, timeout: rules.patience },
    headersTimeout: rules.patience,
    bodyTimeout: rules.patience,
    maxHeaderSize: 32 * 1024,
  });
}

/**
 * The server behind an address, with the IP addresses that its name stands for at this moment, each held against the rules.
 * @throws RefusedAddress where it must not be asked; the resolver's error where the name is not known
 */
export async function checkedServer(
  url: URL,
  { allowed, resolve, encrypted = false }: Omit<AddressRules, 'patience'>,
  deadline: AbortSignal,
): Promise<Server> {
  const server = await serverOf(url, resolve, deadline);
  if (encrypted && url.protocol === 'http:' && !isAllowedServer(server, allowed)) throw new RefusedAddress('PLAIN');
  if (!mayBeAsked(server, allowed)) throw new RefusedAddress('PLACE');
  return server;
}

async function serverOf(url: URL, resolve: AddressRules['resolve'], deadline: AbortSignal): Promise<Server> {
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new RefusedAddress('FORM');
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port);
  if (ipaddr.isValid(host)) return { host, addresses: [host], port };
  const found = await beforeDeadline(resolve(host), deadline);
  return { host, addresses: found.map(({ address }) => address), port };
}

/** A name server that does not answer must not hold the request for longer than the rules say. */
function beforeDeadline<T>(work: Promise<T>, deadline: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    deadline.addEventListener('abort', () => reject(deadline.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}

/** Answers with the checked addresses whatever name is asked for. */
function pinnedTo(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: ipaddr.parse(address).kind() === 'ipv6' ? 6 : 4 }));
  return (_host, { all }, callback) => {
    if (all === true) callback(null, found);
    else callback(null, found[0]?.address ?? '', found[0]?.family);
  };
}
