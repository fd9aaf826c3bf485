import { IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min } from 'class-validator';
import { IsEmailAddress } from '../validation/email-address';
import { IsDatabaseUrl } from './is-database-url';
import { IsProxyList } from './is-proxy-list';
import { LOOPBACK_NAMES, isLoopback } from './loopback';
import { IsTrueOrFalse, ParseBoolean, ParseNumber, splitList } from './parse-setting';
import { IsMailSender, IsSmtpUrl, type SmtpServer, toSmtpServer } from './smtp-server';
import { SuggestionSettings } from './suggestion-settings';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const PUBLIC_URL_RULE =
  'PUBLIC_URL must be an address like https://desk.example.com, without a path, a query, a fragment or a user';

/**
 * The settings of the API, validated once at start. Each field has the name of its environment variable; `.env.example`
 * explains them. Decorators run bottom-up; the first failure is reported.
 */
export class Settings extends SuggestionSettings {
  @Min(0)
  @Max(65_535)
  @IsInt()
  @ParseNumber()
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  /**
   * `auto`: people sign in if DATABASE_URL, PUBLIC_URL or a HOST that is not loopback is set. `open`: only once somebody has an
   * account.
   */
  @IsIn(['auto', 'open'])
  ACCESS: 'auto' | 'open' = 'auto';

  /** The address at which people reach Docket: an origin. A path would be lost in links. */
  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true }, { message: PUBLIC_URL_RULE })
  @Matches(/^https?:\/\/[^\s/\\?#@]+\/?$/i, { message: PUBLIC_URL_RULE })
  PUBLIC_URL?: string;

  /** With ADMIN_PASSWORD: makes the first administrator at the start, while there is none. */
  @IsOptional()
  @IsEmailAddress()
  ADMIN_EMAIL?: string;

  @IsOptional()
  @IsString()
  ADMIN_PASSWORD?: string;

  @IsOptional()
  @IsDatabaseUrl()
  DATABASE_URL?: string;

  @IsString()
  DATA_DIR = '.data';

  @IsTrueOrFalse()
  @ParseBoolean()
  DEMO_TICKETS = true;

  @Min(1)
  @Max(200)
  @IsInt()
  @ParseNumber()
  DATABASE_POOL_SIZE = 10;

  /** `transaction` if DATABASE_URL is the address of a PgBouncer in transaction mode. */
  @IsIn(['none', 'transaction'])
  DATABASE_POOLER: 'none' | 'transaction' = 'none';

  /** The address of the server itself if DATABASE_URL is that of a pooler: for migrations, LISTEN and commands, which need sessions. */
  @IsOptional()
  @IsDatabaseUrl()
  DATABASE_DIRECT_URL?: string;

  /** `off`: the API waits until `docket migrate` has migrated the database. */
  @IsIn(['on', 'off'])
  MIGRATE: 'on' | 'off' = 'on';

  /** A standby of the server that serves lists, searches, statistics and exports. */
  @IsOptional()
  @IsDatabaseUrl({ hosts: 1 })
  DATABASE_REPLICA_URL?: string;

  /** Seconds of service after the signal to stop, while the readiness probe already fails: the time that a load balancer needs to notice. */
  @Min(0)
  @Max(60)
  @IsInt()
  @ParseNumber()
  DRAIN_SECONDS = 0;

  /** The port of the metrics. Unset: metrics are off. */
  @IsOptional()
  @Min(0)
  @Max(65_535)
  @IsInt()
  @ParseNumber()
  METRICS_PORT?: number;

  /** The address of the metrics, which need no sign-in. */
  @IsString()
  METRICS_HOST = '127.0.0.1';

  /** Local time of the daily backup, such as 03:00. Unset: no backups. */
  @IsOptional()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/, { message: 'BACKUP_AT must be a time of day like 03:00' })
  BACKUP_AT?: string;

  /** The folder of the backups. */
  @IsString()
  BACKUP_DIR = 'backups';

  /** Number of backups to keep in BACKUP_DIR. */
  @Min(1)
  @Max(1000)
  @IsInt()
  @ParseNumber()
  BACKUP_KEEP = 7;

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** Hosts that the API serves, comma-separated. */
  @Matches(/^\s*([^\s,/]+\s*(,\s*|$))*$/, {
    message: 'ALLOWED_HOSTS must be host names without a port or a path, comma-separated',
  })
  ALLOWED_HOSTS = '';

  /** Addresses of proxies whose X-Forwarded-For is believed, comma-separated; none by default. */
  @IsProxyList()
  TRUSTED_PROXIES = '';

  /** Origins that may call the API from a browser, comma-separated; none by default. */
  @Matches(/^\s*(https?:\/\/[^\s,/]+\s*(,\s*|$))*$/, {
    message: 'CORS_ORIGINS must be origins like https://desk.example.com, comma-separated, without a path',
  })
  CORS_ORIGINS = '';

  /** Hours without a request after which a session ends. */
  @Min(1)
  @Max(24 * 7)
  @IsInt()
  @ParseNumber()
  SESSION_IDLE_HOURS = 12;

  /** Days after which a person signs in again, at most (NIST SP 800-63B-4, 2.1.3). */
  @Min(1)
  @Max(30)
  @IsInt()
  @ParseNumber()
  SESSION_MAX_DAYS = 7;

  /** The SHA-1 list of Have I Been Pwned, sorted by hash: passwords that nobody may choose. */
  @IsOptional()
  @IsString()
  PASSWORD_BLOCKLIST_FILE?: string;

  /** Days after which the audit log forgets an event. */
  @Min(30)
  @Max(3650)
  @IsInt()
  @ParseNumber()
  AUDIT_DAYS = 400;

  /** The mail server that sends invitations, links for new passwords and notes after a change. */
  @IsOptional()
  @IsSmtpUrl()
  SMTP_URL?: string;

  /** The sender of mail. */
  @IsOptional()
  @IsMailSender()
  MAIL_FROM?: string;

  /** The key from which the secrets of webhooks are derived. With the embedded database, one is generated if it is unset. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]{32,200}$/, { message: 'SECRET_KEY must have 32 to 200 ASCII letters, digits and signs' })
  SECRET_KEY?: string;

  /** Receivers of webhooks in private networks, comma-separated; none by default. */
  @Matches(/^\s*([^\s,/]+:\d{1,5}\s*(,\s*|$))*$/, {
    message: 'WEBHOOK_PRIVATE must be hosts with a port like erp.lan:8080, comma-separated, without a path',
  })
  WEBHOOK_PRIVATE = '';

  /** Whether people without an account may file tickets by a form. */
  @IsTrueOrFalse()
  @ParseBoolean()
  PUBLIC_FORM = false;

  /** Whether a token and a person may send a limited number of requests a minute only. */
  @IsTrueOrFalse()
  @ParseBoolean()
  REQUEST_LIMITS = true;

  /** Folder of the built client. By default the one next to the built API, if it exists. */
  @IsOptional()
  @IsString()
  WEB_ROOT?: string;

  /** PUBLIC_URL, parsed. */
  get publicUrl(): URL | undefined {
    return this.PUBLIC_URL === undefined ? undefined : new URL(this.PUBLIC_URL);
  }

  /** The address for links: PUBLIC_URL, or else the one on this machine. */
  get siteUrl(): URL {
    return this.publicUrl ?? new URL(`http://localhost:${this.PORT}`);
  }

  /** Whether the API is open, without a sign-in, until the first account exists. */
  get mayBeOpen(): boolean {
    if (this.PUBLIC_URL !== undefined) return false;
    return this.ACCESS === 'open' || (isLoopback(this.HOST) && this.DATABASE_URL === undefined);
  }

  /** SMTP_URL and MAIL_FROM, parsed; undefined without a mail server. */
  get smtp(): SmtpServer | undefined {
    return this.SMTP_URL === undefined ? undefined : toSmtpServer(this.SMTP_URL, this.MAIL_FROM ?? '');
  }

  /** CORS_ORIGINS as a list. */
  get allowedOrigins(): readonly string[] {
    return splitList(this.CORS_ORIGINS);
  }

  /** TRUSTED_PROXIES as a list. */
  get trustedProxies(): readonly string[] {
    return splitList(this.TRUSTED_PROXIES.toLowerCase());
  }

  /**
   * ALLOWED_HOSTS as a list, with the host of PUBLIC_URL. By default the loopback names if the API listens on loopback only, else
   * `undefined`: any host.
   */
  get allowedHosts(): readonly string[] | undefined {
    const publicHost = this.publicUrl ? [this.publicUrl.hostname] : [];
    if (this.ALLOWED_HOSTS) return [...splitList(this.ALLOWED_HOSTS.toLowerCase()), ...publicHost];
    if (!isLoopback(this.HOST)) return undefined;
    return [...new Set([...LOOPBACK_NAMES, this.HOST.toLowerCase()]), ...publicHost];
  }
}
