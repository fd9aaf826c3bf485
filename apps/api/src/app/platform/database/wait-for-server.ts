import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { StartupError } from '../startup/startup-error';
import { withoutCredentials } from './hosts/database-url';
import { NO_PASSWORD, NoHostError, READ_ONLY_HOST, reasonOf } from './hosts/host-errors';
import { openSession } from './hosts/open-session';
import type { ServerAddress } from './hosts/server-address';
import { serverVersion } from './server-version';

/** The oldest version that the tests run on. */
const OLDEST_MAJOR_VERSION = 15;

/** The error codes of a database that has not started yet: system errors, SQLSTATE 57P03, and standbys, one of which takes over. */
const STARTING_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  '57P03',
  READ_ONLY_HOST,
];

/**
 * Waits until the server responds, and checks its version. After a reboot or under Docker, services start in any order, so a server
 * that has not started yet gets `timeoutMs` milliseconds.
 * @throws StartupError if the server does not respond in time, rejects the sign-in, or is too old
 */
export async function waitForServer(address: ServerAddress, logger: LoggerService, timeoutMs = 30_000): Promise<void> {
  const start = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      await requireServer(address);
      return;
    } catch (error) {
      const { cause } = error as StartupError;
      if (!cause || !isStarting(cause) || performance.now() - start > timeoutMs) throw error;
      if (attempt === 1) logger.warn(`${problemOf(address, cause)} Trying again for ${timeoutMs / 1000} s.`);
      await sleep(Math.min(100 * attempt, 1000));
    }
  }
}

/**
 * Checks once that the server responds, and its version.
 * @throws StartupError if the server does not respond, rejects the sign-in, or is too old
 */
export async function requireServer(address: ServerAddress): Promise<void> {
  try {
    rejectOldVersion(await versionAt(address));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`${problemOf(address, error)} ${advice(address, error)}`, { cause: error });
  }
}

function problemOf({ url }: ServerAddress, error: unknown): string {
  return `The database at ${withoutCredentials(url)} cannot be used: ${reasonOf(error)}.`;
}

async function versionAt(address: ServerAddress): Promise<number> {
  const client = await openSession(address, { connectionTimeoutMillis: 3000, query_timeout: 3000 });
  try {
    return await serverVersion({ query: async <T>(sql: string) => (await client.query(sql)).rows as T });
  } finally {
    await client.end();
  }
}

/**
 * Rejects a version that is too old.
 * @param version in PostgreSQL's numbering: 150004 is 15.4
 * @throws StartupError if Docket does not support it
 */
export function rejectOldVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_MAJOR_VERSION) return;
  throw new StartupError(`The database server is PostgreSQL ${major}. Docket needs ${OLDEST_MAJOR_VERSION} or newer.`);
}

function isStarting(error: unknown): boolean {
  if (error instanceof NoHostError) return error.errors.some(isStarting);
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? STARTING_CODES.includes(code) : /timeout|terminated/i.test(message);
}

/** Advice for an error. PgBouncer rejects start-up parameters that it does not track per client. */
function advice({ setting }: ServerAddress, error: unknown): string {
  const reason = reasonOf(error);
  if (/unsupported startup parameter/.test(reason)) {
    return 'This is PgBouncer, which does not accept all settings of a session. Set DATABASE_POOLER to "transaction".';
  }
  if (reason.includes(NO_PASSWORD)) {
    return `Set the password in the environment variable PGPASSWORD${setting === null ? '' : `, or in ${setting}`}.`;
  }
  return `Check ${setting ?? 'the address'} and the server.`;
}
