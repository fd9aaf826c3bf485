import { isIPv6 } from 'node:net';
import { plainAddress } from '../../platform/http/forwarded-for';

/** Groups of an IPv6 address that name the network of a subscriber. */
const NETWORK_GROUPS = 4;

/**
 * An IPv4 address, or the /64 network of an IPv6 address, which one subscriber has. The same for each spelling and for each port:
 * each connection of a client has another one.
 */
export function networkOf(ip: string): string {
  const address = plainAddress(ip);
  if (!isIPv6(address)) return address;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isIPv4 = groups.slice(0, 6).join() === '0,0,0,0,0,65535'; // RFC 4291, 2.5.5.2
  if (isIPv4) return [high >> 8, high & 255, low >> 8, low & 255].join('.');
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight groups of a valid IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const [left = '', right = ''] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [left, right].map((part) => part.split(':').filter(Boolean)) as [string[], string[]];
  const zeros = Array<string>(8 - before.length - after.length).fill('0');
  return [...before, ...zeros, ...after].map((group) => parseInt(group, 16));
}
