import { Client, type ClientConfig } from 'pg';
import type { ServerHost } from './hosts/database-url';
import { HostError, READ_ONLY_HOST } from './hosts/host-errors';
import { SEARCH_TIMEOUT_MS } from './hosts/host-search';
import type { ServerAddress } from './hosts/server-address';
import { STARTUP_PARAMETERS, sessionOptions } from './session-settings';

/** The start-up message of `pg`, which its type declarations omit. */
interface StartupMessage {
  readonly options?: string;
  readonly [name: string]: string | undefined;
}

/** A ParameterStatus message: the server sends it at the start of a session, and when a parameter changes. */
interface ParameterStatus {
  readonly parameterName: string;
  readonly parameterValue: string;
}

export interface SessionConfig extends ClientConfig {
  /** The server, instead of a `connectionString`. The client takes the host that is first at this moment. */
  readonly address?: ServerAddress;
}

type ConnectCallback = (error: Error | null, client?: Client) => void;

const { getStartupConf } = Client.prototype as unknown as { getStartupConf: (this: Client) => StartupMessage };

/**
 * Shortest time for one of several hosts, in milliseconds: enough for TLS and the sign-in, and for a pause of this process. With more
 * than four hosts, a search that finds all of them silent leaves the last ones to the next search.
 */
const MIN_ATTEMPT_MS = 500;

/** Parameters that PostgreSQL 14 and later report. A session accepts changes if both are off. */
const READ_ONLY_PARAMETERS = ['in_hot_standby', 'default_transaction_read_only'];

/** A connection with the settings of `session-settings.ts`. The `options` of a DATABASE_URL override them. */
export class SessionClient extends Client {
  private readonly address: ServerAddress | undefined;
  private readonly target: ServerHost | undefined;
  private readonly attemptMs: number;
  private readonly reported = new Map<string, string>();

  constructor(config: string | SessionConfig = {}) {
    const { address, ...options } = typeof config === 'string' ? { connectionString: config } : config;
    const target = address?.host;
    super({ ...options, ...(target && { connectionString: target.url }) });
    this.address = address;
    this.target = target;
    const searchMs = options.connectionTimeoutMillis ?? SEARCH_TIMEOUT_MS;
    this.attemptMs = Math.max(searchMs / (address?.hosts.length ?? 1), Math.min(MIN_ATTEMPT_MS, searchMs / 2));
    if (address?.needsWrites) {
      this.connection.on('parameterStatus', ({ parameterName, parameterValue }: ParameterStatus) => {
        if (READ_ONLY_PARAMETERS.includes(parameterName)) this.reported.set(parameterName, parameterValue);
      });
    }
  }

  /**
   * Opens the connection. One of several hosts has its share of the time.
   * @throws HostError if the address has several hosts or needs writes, otherwise the error of `pg`
   */
  override connect(): Promise<Client>;
  override connect(callback: ConnectCallback): void;
  override connect(callback?: ConnectCallback): Promise<Client> | void {
    const { address, target } = this;
    if (!address || !target || address.isPlain) return callback ? super.connect(callback) : super.connect();
    const opened = this.openTarget(address, target);
    if (!callback) return opened;
    opened.then((client) => callback(null, client), callback);
  }

  /** Called by `pg` when it connects. */
  getStartupConf(): StartupMessage {
    const { user, database, application_name, ...others } = getStartupConf.call(this);
    const shared = { user, database, application_name, ...STARTUP_PARAMETERS };
    if (this.address?.isPooled) return shared; // PgBouncer rejects `options` and timeouts in this message
    return { ...shared, ...others, options: [sessionOptions(), others.options].filter(Boolean).join(' ') };
  }

  private async openTarget(address: ServerAddress, target: ServerHost): Promise<Client> {
    const ignore = () => undefined; // the awaited calls reject as well
    this.on('error', ignore);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      this.connection.stream.destroy();
    }, this.attemptMs);
    try {
      await super.connect();
      if (address.needsWrites && !(await this.acceptsWrites(address))) throw readOnly();
      address.noteSuccess(target);
      this.off('error', ignore);
      return this;
    } catch (error) {
      address.noteFailure(target);
      void this.end().catch(ignore); // also if it is open, and the question whether it accepts changes failed
      throw new HostError(target.name, isLate ? silent(this.attemptMs) : error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Whether the session may change data. A pooler reports what a server told it earlier, maybe before a failover. */
  private async acceptsWrites({ isPooled }: ServerAddress): Promise<boolean> {
    const values = READ_ONLY_PARAMETERS.map((name) => this.reported.get(name));
    if (!isPooled && !values.includes(undefined)) return !values.includes('on');
    const { rows } = await super.query<{ transaction_read_only: string }>('SHOW transaction_read_only');
    return rows[0]?.transaction_read_only === 'off';
  }
}

function readOnly(): Error {
  return Object.assign(new Error('accepts no changes, such as a standby'), { code: READ_ONLY_HOST });
}

function silent(ms: number): Error {
  return Object.assign(new Error(`no answer within ${Math.round(ms)} ms`), { code: 'ETIMEDOUT' });
}
