import { isIP } from 'node:net';
import { compile } from '@fastify/proxy-addr';
import { ValidateBy } from 'class-validator';
import { splitList } from './parse-setting';

/** Networks that have a name. */
const NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/** The field is a comma-separated list of proxies, as the server takes them: addresses, networks and names of networks. */
export function IsProxyList(): PropertyDecorator {
  return ValidateBy({
    name: 'isProxyList',
    validator: {
      validate: (value) => typeof value === 'string' && splitList(value.toLowerCase()).every(isProxy),
      defaultMessage: () =>
        '$property must be addresses like 10.0.0.7, networks like 10.0.0.0/8 (not all addresses, /0), or loopback or ' +
        'uniquelocal, comma-separated',
    },
  });
}

function isProxy(proxy: string): boolean {
  if (NAMES.includes(proxy)) return true;
  const [, address = ''] = /^([\da-f.:]+)(?:\/\d{1,3})?$/.exec(proxy) ?? [];
  if (isIP(address) === 0) return false; // `10.0.0` would be 10.0.0.0
  try {
    compile([proxy]);
    return true;
  } catch {
    return false; // a length that does not exist, or the network of all addresses
  }
}
