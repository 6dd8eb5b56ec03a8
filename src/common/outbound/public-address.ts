import { BlockList, isIP } from 'node:net';

/**
 * What the registries of IANA for special addresses (IPv4: RFC 6890 and its updates; IPv6 likewise) say is not reachable
 * from everywhere: this host, private networks, the link (where clouds keep their metadata), documentation, multicast,
 * reserved. Of IPv6 only 2000::/3 has been given out at all.
 */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24],
  ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const;
/** Within 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which carries an address of IPv4. */
const NOT_PUBLIC_V6 = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20]] as const;

const notPublic = new BlockList();
for (const [network, bits] of NOT_PUBLIC_V4) notPublic.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of NOT_PUBLIC_V6) notPublic.addSubnet(network, bits, 'ipv6');
const givenOut = new BlockList();
givenOut.addSubnet('2000::', 3, 'ipv6');
const mapped = new BlockList();
mapped.addSubnet('::ffff:0:0', 96, 'ipv6');

/**
 * Whether a numeric address can be anybody's on the internet. An address of IPv4 written as one of IPv6 (`::ffff:…`) is
 * what it stands for; what is no numeric address is not public.
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return false; // a zone is of this host's own links
  if (family === 4) return !notPublic.check(address, 'ipv4');
  // A list that holds networks of IPv4 knows the mapped form of their addresses.
  return (givenOut.check(address, 'ipv6') || mapped.check(address, 'ipv6')) && !notPublic.check(address, 'ipv6');
}
