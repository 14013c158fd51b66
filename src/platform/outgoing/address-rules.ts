import ipaddr from 'ipaddr.js';
import type { AllowedAddress } from '../config/allowed-addresses.js';

/** Ports on which public web servers answer. */
const WEB_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);

/** What IPv6 has assigned for global unicast (RFC 4291, section 2.4; IANA registry): all else is no place for a page. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** Inside Azure's network this answers as a part of the host, although it looks public. */
const AZURE_HOST = '168.63.129.16';

/**
 * Whether an IP address is an ordinary public one. All others are refused: private, loopback, link-local (where clouds
 * keep their metadata), shared, multicast, reserved, and every IPv6 form that carries an IPv4 address (mapped, NAT64,
 * 6to4, Teredo), since what it ends at is decided elsewhere.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed instanceof ipaddr.IPv6 ? parsed.match(GLOBAL_IPV6) : parsed.toString() !== AZURE_HOST;
}

/** A server to be asked: its name as the URL has it, and the IP addresses that the name stands for. */
export interface Server {
  readonly host: string;
  readonly addresses: readonly string[];
  readonly port: number;
}

/**
 * Whether a server may be asked: it has none but public addresses and a web server's port, or the operator allows each of
 * its addresses.
 */
export function mayBeAsked(server: Server, allowed: readonly AllowedAddress[]): boolean {
  const isPublic = (address: string): boolean => WEB_PORTS.has(server.port) && isPublicAddress(address);
  return all(server, (address) => isPublic(address) || isAllowed(server, address, allowed));
}

/** Whether the operator allows a server, each of its addresses, public or not. */
export function isAllowedServer(server: Server, allowed: readonly AllowedAddress[]): boolean {
  return all(server, (address) => isAllowed(server, address, allowed));
}

function all({ addresses }: Server, holds: (address: string) => boolean): boolean {
  return addresses.length > 0 && addresses.every(holds);
}

function isAllowed({ host, port }: Server, address: string, allowed: readonly AllowedAddress[]): boolean {
  return allowed.some((entry) => names(entry, host, address, port));
}

function names(entry: AllowedAddress, host: string, address: string, port: number): boolean {
  if (entry.port === null ? !WEB_PORTS.has(port) : entry.port !== port) return false;
  return entry.range === null ? entry.host === host : isWithin(entry.range, address);
}

function isWithin(range: string, address: string): boolean {
  const parsed = ipaddr.process(address);
  const [network, bits] = ipaddr.parseCIDR(range);
  return parsed.kind() === network.kind() && parsed.match(network, bits);
}
