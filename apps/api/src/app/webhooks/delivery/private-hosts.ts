import { splitList } from '../../platform/config/parse-setting';

/** The port of a URL, or the default port of its scheme. */
function portOf({ port, protocol }: URL): string {
  return port || (protocol === 'https:' ? '443' : '80');
}

/** Whether WEBHOOK_PRIVATE lists the host and port of a URL. Such a receiver may be in a private network and use plain HTTP. */
export function isNamedPrivate(url: URL, names: string): boolean {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return splitList(names.toLowerCase()).some((name) => {
    const [, named, port] = /^(.*):(\d+)$/.exec(name) ?? [];
    return named?.replace(/^\[(.*)\]$/, '$1') === host && port === portOf(url);
  });
}
