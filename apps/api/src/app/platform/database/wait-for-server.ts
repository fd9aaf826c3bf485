import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { StartupError } from '../startup/startup-error';
import type { ServerAddress } from './data-source-options';
import { SessionClient } from './session-client';

/** The oldest version that the tests run on. */
const OLDEST_MAJOR_VERSION = 15;

/** The error codes of a database that has not started yet: system errors, and SQLSTATE 57P03. */
const STARTING_CODES = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ETIMEDOUT', '57P03'];

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
    rejectOldVersion(await serverVersion(address));
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(`${problemOf(address, error)} ${advice(error)}`, { cause: error });
  }
}

function problemOf({ url }: ServerAddress, error: unknown): string {
  return `The database at ${withoutCredentials(url)} cannot be used: ${reason(error)}.`;
}

/** The host, port and name of a database, without user and password. */
export function withoutCredentials(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

async function serverVersion({ url, isPooled }: ServerAddress): Promise<number> {
  const client = new SessionClient({
    connectionString: url,
    isPooled,
    connectionTimeoutMillis: 3000,
    query_timeout: 3000,
  });
  client.on('error', () => undefined); // the awaited calls below reject as well
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Number(rows[0]?.server_version_num);
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
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? STARTING_CODES.includes(code) : /timeout|terminated/i.test(message);
}

/** What to do about an error. PgBouncer rejects start-up parameters that it does not keep for each client. */
function advice(error: unknown): string {
  return /unsupported startup parameter/.test(reason(error))
    ? 'This is PgBouncer, which does not accept all settings of a session. Set DATABASE_POOLER to "transaction".'
    : 'Check DATABASE_URL and the server.';
}

/** A host name with several addresses causes an AggregateError, which has a code but no message. */
function reason(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || 'unknown reason';
}
