import ipaddr from 'ipaddr.js';

/** Addresses that may be fetched although they are not public: a host by name, or a range of IP addresses. */
export interface AllowedAddress {
  /** A host name or IP address as a URL has it, in lower case, without brackets; null for a range. */
  readonly host: string | null;
  /** A range of IP addresses in CIDR notation; null for a host. */
  readonly range: string | null;
  /** The one port that is meant; null for the usual ones. */
  readonly port: number | null;
}

const ENTRY = /^(?:\[([0-9a-f:.]+)\]|([0-9a-z_.-]+))(?::(\d{1,5}))?$/i;

/**
 * Reads a list of hosts (`wiki.intranet`, `10.1.2.3:8080`, `[fd00::1]`) and ranges (`10.0.0.0/8`, `fd00::/8`), separated by
 * commas or spaces.
 * @returns null where an entry is neither
 */
export function readAllowedAddresses(list: string): readonly AllowedAddress[] | null {
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  const read = entries.map(readEntry).filter((entry) => entry !== null);
  return read.length === entries.length ? read : null;
}

function readEntry(entry: string): AllowedAddress | null {
  if (entry.includes('/')) {
    return ipaddr.isValidCIDR(entry) ? { host: null, range: entry, port: null } : null;
  }
  const found = ENTRY.exec(entry);
  const host = (found?.[1] ?? found?.[2])?.toLowerCase();
  const port = found?.[3] === undefined ? null : Number(found[3]);
  if (host === undefined || (port !== null && (port < 1 || port > 65_535))) return null;
  if (found?.[1] !== undefined && !ipaddr.IPv6.isValid(host)) return null;
  return { host, range: null, port };
}
