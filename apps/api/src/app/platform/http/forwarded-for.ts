import { isIP } from 'node:net';

/** An IPv4 address with a port, or an IPv6 address in brackets, as some proxies write them into X-Forwarded-For. */
const WITH_PORT = /^(?:(\d{1,3}(?:\.\d{1,3}){3})|\[([^\]]*)\])(?::\d*)?$/;

/** An address without port, brackets and zone. */
export function plainAddress(text: string): string {
  const [, ipv4, ipv6] = WITH_PORT.exec(text) ?? [];
  return (ipv4 ?? ipv6 ?? text).split('%', 1)[0] ?? '';
}

/**
 * X-Forwarded-For with plain addresses only. A text that is no address, such as `unknown`, is removed with all before it: nobody knows who
 * wrote that. So the client is an address in the log and in the audit log, and not what somebody sent.
 */
export function plainForwardedFor(header: string): string {
  const addresses = header.split(',').map((entry) => plainAddress(entry.trim()));
  const firstBelieved = addresses.findLastIndex((address) => address !== '' && !isIP(address)) + 1;
  return addresses.slice(firstBelieved).filter(Boolean).join(', ');
}
