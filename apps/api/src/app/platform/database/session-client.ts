import { Client, type ClientConfig } from 'pg';
import { STARTUP_PARAMETERS, sessionOptions } from './session-settings';

/** The start-up message of `pg`, which its type declarations omit. */
interface StartupMessage {
  readonly options?: string;
  readonly [name: string]: string | undefined;
}

export interface SessionConfig extends ClientConfig {
  /** Whether PgBouncer in transaction mode is in between. It rejects `options` and timeouts in the start-up message. */
  readonly isPooled?: boolean;
}

const { getStartupConf } = Client.prototype as unknown as { getStartupConf: (this: Client) => StartupMessage };

/** A connection with the settings of `session-settings.ts`. The `options` of a DATABASE_URL override them. */
export class SessionClient extends Client {
  private readonly isPooled: boolean;

  constructor(config: string | SessionConfig = {}) {
    super(config);
    this.isPooled = typeof config !== 'string' && config.isPooled === true;
  }

  /** Called by `pg` when it connects. */
  getStartupConf(): StartupMessage {
    const { user, database, application_name, ...others } = getStartupConf.call(this);
    const shared = { user, database, application_name, ...STARTUP_PARAMETERS };
    if (this.isPooled) return shared;
    return { ...shared, ...others, options: [sessionOptions(), others.options].filter(Boolean).join(' ') };
  }
}
