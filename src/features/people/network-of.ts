import ipaddr from 'ipaddr.js';

/** An IPv4 address, or the 64 bits of an IPv6 address that one customer of a provider has at the least (RFC 6177). */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString();
}
