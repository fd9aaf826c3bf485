import { Transform, plainToInstance } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';
import { StartupError } from '../startup/startup-error';
import { IsDatabaseUrl } from './is-database-url';

const ToNumber = () => Transform(({ value }) => (value === undefined ? undefined : Number(value)));
const ToBoolean = () => Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : value));

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What this machine calls itself, in a Host header and in HOST. */
const LOOPBACK_NAMES: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Every setting of the API, validated once at start. The fields carry the names of the environment variables;
 * `.env.example` explains each of them. The lowest rule that a value breaks is the one that is told.
 */
export class Settings {
  @Min(0)
  @Max(65_535)
  @IsInt()
  @ToNumber()
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsOptional()
  @IsDatabaseUrl()
  DATABASE_URL?: string;

  @IsString()
  DATA_DIR = '.data';

  @IsBoolean()
  @ToBoolean()
  DEMO_TICKETS = true;

  @Min(1)
  @Max(200)
  @IsInt()
  @ToNumber()
  DATABASE_POOL_SIZE = 10;

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  /** Of any shape that a header can carry; a space or a typographic character inside is a slip of copying. */
  @IsOptional()
  @Matches(/^[\x21-\x7e]+$/, { message: 'GEMINI_API_KEY must be ASCII letters, digits and signs, without a space' })
  GEMINI_API_KEY?: string;

  @Matches(/^[\w.-]+(\/[\w.-]+)?$/, { message: 'GEMINI_MODEL must be the name of a model, such as gemini-2.5-flash' })
  GEMINI_MODEL = 'gemini-2.5-flash';

  @IsOptional()
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  GEMINI_BASE_URL?: string;

  /** Milliseconds for one classification, both attempts together. */
  @Min(100)
  @Max(60_000)
  @IsInt()
  @ToNumber()
  CLASSIFY_DEADLINE_MS = 4000;

  /** Calls to the model in one UTC day. */
  @Min(0)
  @IsInt()
  @ToNumber()
  CLASSIFY_DAILY_LIMIT = 10_000;

  /** Hosts under which the API answers, comma-separated. */
  @Matches(/^\s*([^\s,/]+\s*(,\s*|$))*$/, {
    message: 'ALLOWED_HOSTS must be host names without a port or a path, comma-separated',
  })
  ALLOWED_HOSTS = '';

  /** Origins that may call the API from a browser, comma-separated; none by default. */
  @Matches(/^\s*(https?:\/\/[^\s,/]+\s*(,\s*|$))*$/, {
    message: 'CORS_ORIGINS must be origins like https://desk.example.com, comma-separated, without a path',
  })
  CORS_ORIGINS = '';

  /** Folder of the built client; unset, the one beside the built API, if there is one. */
  @IsOptional()
  @IsString()
  WEB_ROOT?: string;

  /** CORS_ORIGINS, one by one. */
  get allowedOrigins(): readonly string[] {
    return listOf(this.CORS_ORIGINS);
  }

  /** ALLOWED_HOSTS, one by one; unset, this machine's own names where only this machine can connect, and any host elsewhere. */
  get allowedHosts(): readonly string[] | undefined {
    if (this.ALLOWED_HOSTS) return listOf(this.ALLOWED_HOSTS.toLowerCase());
    return LOOPBACK_NAMES.includes(this.HOST) ? LOOPBACK_NAMES : undefined;
  }
}

function listOf(text: string): readonly string[] {
  return text.split(',').flatMap((part) => part.trim() || []);
}

/** The settings that have no default, which an instance does not list by itself. */
const OPTIONAL = ['DATABASE_URL', 'GEMINI_API_KEY', 'GEMINI_BASE_URL', 'WEB_ROOT'] as const;

/** Every key that is read from the environment. */
export const SETTING_NAMES = [...new Set([...Object.keys(new Settings()), ...OPTIONAL])] as (keyof Settings)[];

/** A setting that cannot be used. Its message names each wrong setting, on a line of its own, and never shows a value. */
export class InvalidSettingsError extends StartupError {
  override readonly name = 'InvalidSettingsError';
}

/**
 * Reads the settings from an environment, by default this process's. Keys that are not settings are ignored, blank values count as unset.
 * @throws InvalidSettingsError when any value is wrong
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(
    SETTING_NAMES.flatMap((key) => (environment[key]?.trim() ? [[key, environment[key].trim()]] : [])),
  );
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const problems = validateSync(settings, { stopAtFirstError: true });
  if (problems.length) {
    throw new InvalidSettingsError(problems.flatMap((problem) => Object.values(problem.constraints ?? {})).join('\n'));
  }
  return settings;
}
