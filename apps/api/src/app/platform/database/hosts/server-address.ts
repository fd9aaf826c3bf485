import { type ServerHost, parseDatabaseUrl } from './database-url';

/**
 * The address of a PostgreSQL server: one host, or several hosts, one of which is the primary. Connections that share this object
 * first try the host that worked last.
 */
export class ServerAddress {
  readonly hosts: readonly [ServerHost, ...ServerHost[]];
  /** Whether the server must accept writes. */
  readonly needsWrites: boolean;
  private index = 0;
  private working: ServerHost | undefined;
  private report: (host: ServerHost) => void = () => undefined;

  /**
   * @param isPooled whether the address is that of a PgBouncer in transaction mode
   * @param setting the setting that has the address, for messages; null for an option of a command
   * @throws DatabaseUrlError if the URL cannot be used
   */
  constructor(
    readonly url: string,
    readonly isPooled = false,
    readonly setting: string | null = 'DATABASE_URL',
  ) {
    ({ hosts: this.hosts, needsWrites: this.needsWrites } = parseDatabaseUrl(url));
  }

  /** Whether the address needs no search: a single host that need not accept writes. */
  get isPlain(): boolean {
    return this.hosts.length === 1 && !this.needsWrites;
  }

  /** The host that the next connection tries first: the one that worked last. */
  get host(): ServerHost {
    return this.hosts[this.index] ?? this.hosts[0];
  }

  /** Calls a function when connections go to another host than before. */
  onMove(report: (host: ServerHost) => void): void {
    this.report = report;
  }

  noteSuccess(host: ServerHost): void {
    this.index = this.hosts.indexOf(host);
    const earlier = this.working;
    this.working = host;
    if (earlier && earlier !== host) this.report(host);
  }

  /** The next connection tries another host, unless another connection has already moved on. */
  noteFailure(host: ServerHost): void {
    if (this.host === host) this.index = (this.index + 1) % this.hosts.length;
  }
}
