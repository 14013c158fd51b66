import { describe, expect, test } from '@jest/globals';
import { readAllowedAddresses } from '../config/allowed-addresses.js';
import { isPublicAddress, mayBeAsked } from './address-rules.js';

describe('public addresses', () => {
  test.each(['93.184.215.14', '1.1.1.1', '2606:2800:21f:cb07:6820:80da:af6b:8b2c', '2a00:1450:4001::1'])(
    '%s is one',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ['loopback', '127.0.0.1'],
    ['all of loopback', '127.255.0.9'],
    ['IPv6 loopback', '::1'],
    ['no address', '0.0.0.0'],
    ['no IPv6 address', '::'],
    ['private, class A', '10.0.0.1'],
    ['private, class B', '172.16.0.1'],
    ['private, class C', '192.168.1.1'],
    ['unique local', 'fd00:ec2::254'],
    ['site-local, deprecated', 'fec0::1'],
    ['link-local with metadata', '169.254.169.254'],
    ['IPv6 link-local', 'fe80::1'],
    ['IPv6 link-local with a zone', 'fe80::1%eth0'],
    ['shared by carriers, with metadata', '100.100.100.200'],
    ['the inside of Azure', '168.63.129.16'],
    ['multicast', '224.0.0.1'],
    ['IPv6 multicast', 'ff02::1'],
    ['broadcast', '255.255.255.255'],
    ['reserved', '240.0.0.1'],
    ['protocol assignments', '192.0.0.8'],
    ['benchmarks', '198.18.0.1'],
    ['documentation', '192.0.2.1'],
    ['IPv6 documentation', '2001:db8::1'],
    ['IPv4-mapped, private', '::ffff:10.0.0.1'],
    ['IPv4-mapped, public', '::ffff:1.1.1.1'],
    ['IPv4-compatible', '::127.0.0.1'],
    ['NAT64', '64:ff9b::7f00:1'],
    ['local NAT64', '64:ff9b:1::7f00:1'],
    ['6to4', '2002:7f00:1::'],
    ['Teredo', '2001:0:7f00:1::'],
    ['discarded', '100::1'],
    ['no address at all', 'example.org'],
    ['nothing', ''],
  ])('%s (%s) is none', (_name, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});

describe('who may be asked', () => {
  const allowed = readAllowedAddresses('wiki.intranet, 10.1.2.3:9000, 10.20.0.0/16, fd00::/8') ?? [];

  test.each<[string, string, string[], number, boolean]>([
    ['a public server', 'example.org', ['1.1.1.1'], 443, true],
    ['one on another port', 'example.org', ['1.1.1.1'], 25, false],
    ['one that has a private address too', 'example.org', ['1.1.1.1', '10.0.0.1'], 443, false],
    ['one without any address', 'example.org', [], 443, false],
    ['a private server', 'intern.example', ['10.0.0.1'], 443, false],
    ['a host that is allowed', 'wiki.intranet', ['192.168.0.9'], 80, true],
    ['its neighbour', 'ci.intranet', ['192.168.0.9'], 80, false],
    ['a host that is allowed, on another port', 'wiki.intranet', ['192.168.0.9'], 9000, false],
    ['an address allowed on one port', '10.1.2.3', ['10.1.2.3'], 9000, true],
    ['the same on a usual port', '10.1.2.3', ['10.1.2.3'], 80, false],
    ['a range that is allowed', 'files.intranet', ['10.20.255.1'], 8080, true],
    ['what lies beside the range', 'files.intranet', ['10.21.0.1'], 8080, false],
    ['a range of IPv6', 'files.intranet', ['fd12::1'], 80, true],
  ])('%s', (_name, host, addresses, port, expected) => {
    expect(mayBeAsked({ host, addresses, port }, allowed)).toBe(expected);
  });
});
