import fc from 'fast-check';
import { isPublicAddress } from './public-address.js';

describe('an address of IPv4', () => {
  it.each([
    ['this network', '0.0.0.0', '0.255.255.255', null, '1.0.0.0'],
    ['private, 10/8', '10.0.0.0', '10.255.255.255', '9.255.255.255', '11.0.0.0'],
    ['behind a carrier’s NAT', '100.64.0.0', '100.127.255.255', '100.63.255.255', '100.128.0.0'],
    ['loopback', '127.0.0.0', '127.255.255.255', '126.255.255.255', '128.0.0.0'],
    ['link-local, with the metadata of clouds', '169.254.0.0', '169.254.255.255', '169.253.255.255', '169.255.0.0'],
    ['private, 172.16/12', '172.16.0.0', '172.31.255.255', '172.15.255.255', '172.32.0.0'],
    ['protocol assignments', '192.0.0.0', '192.0.0.255', '191.255.255.255', '192.0.1.0'],
    ['documentation', '192.0.2.0', '192.0.2.255', '192.0.1.255', '192.0.3.0'],
    ['private, 192.168/16', '192.168.0.0', '192.168.255.255', '192.167.255.255', '192.169.0.0'],
    ['benchmarks', '198.18.0.0', '198.19.255.255', '198.17.255.255', '198.20.0.0'],
    ['multicast and reserved', '224.0.0.0', '255.255.255.255', '223.255.255.255', null],
  ])('%s is refused from its first to its last, and its neighbours are public', (_what, first, last, before, after) => {
    expect([first, last, before, after].map((address) => address && isPublicAddress(address))).toEqual([false, false, before && true, after && true]);
  });

  it('is the same written as one of IPv6, whatever it is', () => {
    fc.assert(fc.property(fc.ipV4(), (address) => {
      const [a, b, c, d] = address.split('.').map(Number);
      const hex = `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      expect([isPublicAddress(`::ffff:${address}`), isPublicAddress(hex)]).toEqual([isPublicAddress(address), isPublicAddress(address)]);
    }));
  });
});

describe('an address of IPv6', () => {
  it.each([
    ['nothing', '::'], ['loopback', '::1'], ['loopback in full', '0:0:0:0:0:0:0:1'], ['IPv4-compatible', '::7f00:1'],
    ['IPv4-mapped loopback', '::ffff:127.0.0.1'], ['IPv4-mapped metadata', '::ffff:a9fe:a9fe'], ['translated to IPv4', '64:ff9b::7f00:1'],
    ['translated locally', '64:ff9b:1::1'], ['discard', '100::1'], ['Teredo', '2001:0:5ef5:79fd::1'], ['documentation', '2001:db8::1'],
    ['6to4 of loopback', '2002:7f00:1::'], ['documentation, the new one', '3fff::1'], ['segment routing', '5f00::1'], ['unique local', 'fd00:ec2::254'],
    ['unique local, the first', 'fc00::'], ['link-local', 'fe80::1'], ['link-local with a zone', 'fe80::1%lo'], ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
  ])('that is %s (%s) is refused', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['2606:4700:4700::1111', '2a00:1450:4001:81b::200e', '2001:4860:4860::8888', '2000::', '3ffe:ffff::1'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

it.each(['', 'localhost', '127.1', '0x7f.0.0.1', '2130706433', '1.1.1.1 ', '1.1.1.1%eth0', '[::1]'])('%j is no numeric address, and not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});
