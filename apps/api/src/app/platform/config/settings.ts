import { Transform, plainToInstance } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  getMetadataStorage,
  validateSync,
} from 'class-validator';
import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { StartupError } from '../startup/startup-error';
import { IsCountryList } from './is-country-list';
import { IsDatabaseUrl } from './is-database-url';

const ParseNumber = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));
const ParseBoolean = () =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Loopback host names, in a Host header and in HOST. */
const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * The settings of the API, validated once at start. Each field has the name of its environment variable; `.env.example`
 * explains them. Decorators run bottom-up; the first failure is reported.
 */
export class Settings {
  @Min(0)
  @Max(65_535)
  @IsInt()
  @ParseNumber()
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  /** `open` if nobody signs in, whatever else is set; `auto` if PUBLIC_URL or an administrator closes Docket. */
  @IsIn(['auto', 'open'])
  ACCESS: 'auto' | 'open' = 'auto';

  /** The address at which people reach Docket. */
  @IsOptional()
  @IsUrl(
    { require_tld: false, protocols: ['http', 'https'], require_protocol: true },
    { message: 'PUBLIC_URL must be an address like https://desk.example.com' },
  )
  PUBLIC_URL?: string;

  @IsOptional()
  @IsDatabaseUrl()
  DATABASE_URL?: string;

  @IsString()
  DATA_DIR = '.data';

  @IsBoolean()
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

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** Any valid header value. A space or a typographic character is probably a bad paste. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, { message: 'GEMINI_API_KEY must be ASCII letters, digits and signs, without a space' })
  GEMINI_API_KEY?: string;

  @Matches(/^[\w.-]+(\/[\w.-]+)?$/, { message: 'GEMINI_MODEL must be the name of a model, such as gemini-2.5-flash' })
  GEMINI_MODEL = 'gemini-2.5-flash';

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  GEMINI_BASE_URL?: string;

  /** Milliseconds for one classification, including its retry. */
  @Min(100)
  @Max(60_000)
  @IsInt()
  @ParseNumber()
  CLASSIFY_DEADLINE_MS = 4000;

  /** Maximum calls to the model per UTC day. */
  @Min(0)
  @IsInt()
  @ParseNumber()
  CLASSIFY_DAILY_LIMIT = 10_000;

  /** Countries whose local phone numbers are masked in any format, comma-separated. */
  @IsOptional()
  @IsCountryList()
  PHONE_COUNTRIES?: string;

  /** Hosts that the API serves, comma-separated. */
  @Matches(/^\s*([^\s,/]+\s*(,\s*|$))*$/, {
    message: 'ALLOWED_HOSTS must be host names without a port or a path, comma-separated',
  })
  ALLOWED_HOSTS = '';

  /** Addresses of proxies whose X-Forwarded-For is believed, comma-separated; none by default. */
  @Matches(/^\s*((loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)\s*(,\s*|$))*$/i, {
    message:
      'TRUSTED_PROXIES must be addresses like 10.0.0.7 or 10.0.0.0/8, or loopback or uniquelocal, comma-separated',
  })
  TRUSTED_PROXIES = '';

  /** Origins that may call the API from a browser, comma-separated; none by default. */
  @Matches(/^\s*(https?:\/\/[^\s,/]+\s*(,\s*|$))*$/, {
    message: 'CORS_ORIGINS must be origins like https://desk.example.com, comma-separated, without a path',
  })
  CORS_ORIGINS = '';

  /** Folder of the built client. By default the one next to the built API, if it exists. */
  @IsOptional()
  @IsString()
  WEB_ROOT?: string;

  /** PUBLIC_URL, parsed. */
  get publicUrl(): URL | undefined {
    return this.PUBLIC_URL === undefined ? undefined : new URL(this.PUBLIC_URL);
  }

  /** CORS_ORIGINS as a list. */
  get allowedOrigins(): readonly string[] {
    return splitList(this.CORS_ORIGINS);
  }

  /** PHONE_COUNTRIES as a list. */
  get phoneCountries(): readonly CountryCode[] {
    return splitList(this.PHONE_COUNTRIES?.toUpperCase() ?? '').filter((code) => isSupportedCountry(code));
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
    return LOOPBACK_NAMES.includes(this.HOST) ? [...LOOPBACK_NAMES, ...publicHost] : undefined;
  }
}

function splitList(text: string): readonly string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** Every key that is read from the environment: the validated fields of {@link Settings}. */
export const SETTING_NAMES = [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(Settings, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
] as (keyof Settings)[];

/** Thrown for invalid settings. The message has one line for each of them, without its value. */
export class InvalidSettingsError extends StartupError {
  override readonly name = 'InvalidSettingsError';
}

/**
 * Reads the settings from an environment, by default that of the process. Ignores other keys; blank values count as unset.
 * @throws InvalidSettingsError if any value is invalid
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const values = Object.fromEntries(
    SETTING_NAMES.flatMap((key) => (environment[key]?.trim() ? [[key, environment[key].trim()]] : [])),
  );
  const settings = plainToInstance(Settings, values, { exposeDefaultValues: true });
  const problems = validateSync(settings, { stopAtFirstError: true });
  if (problems.length) {
    throw new InvalidSettingsError(problems.flatMap((problem) => Object.values(problem.constraints ?? {})).join('\n'));
  }
  return settings;
}
