import { splitList } from '../../platform/config/parse-setting';

/** The port of an address, with the default of its scheme. */
function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** Whether WEBHOOK_PRIVATE names the host and port of an address: such a receiver may be in a private network, and use plain HTTP. */
export function isNamedPrivate(url: URL, names: string): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return splitList(names.toLowerCase()).some((name) => {
    const [, named, port] = /^(.*):(\d+)$/.exec(name) ?? [];
    return named?.replace(/^\[(.*)\]$/, '$1') === host && port === portOf(url);
  });
}
