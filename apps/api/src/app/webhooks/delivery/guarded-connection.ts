import { BlockList, type LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

/**
 * The deprecated addresses that embed IPv4 ones (RFC 4291, 2.5.5.1). The agent itself refuses every other range that is not the public
 * internet.
 */
const EMBEDDING = { network: '::', prefix: 96 };
const embedding = new BlockList();
embedding.addSubnet(EMBEDDING.network, EMBEDDING.prefix, 'ipv6');

/** How to connect to a receiver at a public address, and to no other one. */
export interface GuardedConnection {
  readonly agent: RequestFilteringHttpAgent | RequestFilteringHttpsAgent;
  readonly lookup: LookupFunction;
}

/**
 * A guarded connection for one request: the agent keeps no connection, so each try resolves and checks the address again.
 * @param lookup resolves the name; the connection goes to the addresses that it returns, once they are checked
 */
export function guardConnection({ hostname, protocol }: URL, lookup: LookupFunction): GuardedConnection {
  // The agent writes a warning for each IPv4 address that it compares with a range of IPv6, so it gets none for names.
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
