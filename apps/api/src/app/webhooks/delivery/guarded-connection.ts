import { BlockList, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/** The deprecated IPv6 addresses that embed IPv4 addresses (RFC 4291, 2.5.5.1). The agent refuses all other non-public ranges. */
const EMBEDDING = { network: '::', prefix: 96 };
const embedding = new BlockList();
embedding.addSubnet(EMBEDDING.network, EMBEDDING.prefix, 'ipv6');

/** Connection options that only allow receivers at public addresses. */
export interface GuardedConnection {
  readonly agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent;
  readonly lookup: LookupFunction;
}

/**
 * Connection options for one request. The agent keeps no connection open, so every attempt resolves and checks the address again.
 * @param lookup resolves the host name; the connection uses the addresses that it returns, after they are checked
 */
export function guardConnection({ hostname, protocol }: URL, lookup: LookupFunction): GuardedConnection {
  // The agent logs a warning for each IPv4 address that it compares with an IPv6 range, so the range is passed for IPv6 hosts only.
  const isIpv6 = hostname.startsWith('[');
  const filter = isIpv6 ? { denyIPAddressList: [`${EMBEDDING.network}/${EMBEDDING.prefix}`] } : {};
  const agent = protocol === 'https:' ? new RequestFilteringHttpsAgent(filter) : new RequestFilteringHttpAgent(filter);
  return { agent, lookup: refuseEmbedding(lookup) };
}

function refuseEmbedding(lookup: LookupFunction): LookupFunction {
  return (name, options, answer) =>
    lookup(name, options, (error, found, family) => {
      const addresses = Array.isArray(found) ? found.map(({ address }) => address) : [found];
      const refused = error ? undefined : addresses.find((address) => embedding.check(address, 'ipv6'));
      if (refused === undefined) answer(error, found, family);
      else answer(new Error(`DNS lookup ${refused}(host:${name}) is not allowed. It embeds an IPv4 address.`), found);
    });
}
