/** One server of a database address. */
export interface ServerHost {
  /** Host and port as the address has them. */
  readonly name: string;
  /** The address with this host only. */
  readonly url: string;
}

/** The parts of a database address that `pg` does not understand. */
export interface DatabaseUrl {
  readonly hosts: readonly [ServerHost, ...ServerHost[]];
  /** Whether the server must accept writes. By default, a single host is not checked, and one of several hosts must. */
  readonly needsWrites: boolean;
}

/** The address cannot be used. The message continues the name of a setting and quotes nothing of the address. */
export class DatabaseUrlError extends Error {
  override readonly name = 'DatabaseUrlError';
}

/** Each host costs a share of the time for opening a connection. */
export const MAX_HOSTS = 8;

/**
 * Reads an address as libpq does: `postgres://user:password@host:5432,other:5433/name?target_session_attrs=read-write`.
 * @throws DatabaseUrlError if it cannot be used
 */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const [scheme = ''] = /^postgres(?:ql)?:\/\//.exec(text) ?? [];
  const end = scheme.length + text.slice(scheme.length).search(/[/?#]|$/); // a user or a password must not contain these characters unencoded
  const start = text.lastIndexOf('@', end - 1) + 1 || scheme.length;
  const [before, rest] = [text.slice(0, start), text.slice(end)];
  const [first, ...others] = text
    .slice(start, end)
    .split(',')
    .map((name) => ({ name, url: before + name + rest }));
  if (!scheme || !first || !URL.canParse(first.url)) {
    throw new DatabaseUrlError(
      'must be like postgres://user:password@host:5432/name, with special characters percent-encoded',
    );
  }
  const hosts = [first, ...others] as const;
  if (others.length && !hosts.every(({ name, url }) => name && URL.canParse(url)))
    throw new DatabaseUrlError('must name each of its hosts like host:5432, separated by commas');
  if (hosts.length > MAX_HOSTS) throw new DatabaseUrlError(`must have at most ${MAX_HOSTS} hosts`);
  const { searchParams } = new URL(first.url);
  if (searchParams.get('host')?.includes(','))
    throw new DatabaseUrlError(
      'must name several hosts before its path: postgres://user:password@host:5432,other:5432/name',
    );
  const target = searchParams.getAll('target_session_attrs').at(-1);
  if (target !== undefined && target !== 'any' && target !== 'read-write')
    throw new DatabaseUrlError(
      'must have "any" or "read-write" as target_session_attrs; Docket supports no other value',
    );
  return { hosts, needsWrites: target === undefined ? others.length > 0 : target === 'read-write' };
}

/** The hosts, ports and name of a database, without user and password. */
export function withoutCredentials(url: string): string {
  const { hosts } = parseDatabaseUrl(url);
  const { host, pathname } = new URL(hosts[0].url);
  return (hosts.length > 1 ? hosts.map(({ name }) => name).join(',') : host) + pathname;
}
