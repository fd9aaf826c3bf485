import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import { Client } from 'pg';
import { StartupError } from '../startup/startup-error';

/** The oldest PostgreSQL that the tests run on. */
const OLDEST_MAJOR_VERSION = 15;

/** What a database that is not up yet answers, if it answers at all. */
const NOT_UP_YET = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ETIMEDOUT', '57P03'];

/**
 * Returns when the server answers, and is of a version that Docket works on. A server that is not up yet gets `patience`
 * milliseconds: after a reboot, or under Docker, nobody starts in order.
 * @throws StartupError when the server stays away, refuses the sign-in, or is too old
 */
export async function waitForServer(url: string, logger: LoggerService, patience = 30_000): Promise<void> {
  const start = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      refuseOldVersion(await serverVersion(url));
      return;
    } catch (error) {
      if (error instanceof StartupError) throw error;
      const problem = `The database at ${withoutCredentials(url)} cannot be used: ${reason(error)}.`;
      if (!isNotUpYet(error) || performance.now() - start > patience) {
        throw new StartupError(`${problem} Check DATABASE_URL and the server.`, { cause: error });
      }
      if (attempt === 1) logger.warn(`${problem} Trying again for ${patience / 1000} s.`);
      await sleep(Math.min(100 * attempt, 1000));
    }
  }
}

/** Where a database is, for people: host, port and name, without user and password. */
export function withoutCredentials(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname;
}

async function serverVersion(url: string): Promise<number> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3000, query_timeout: 3000 });
  client.on('error', () => undefined); // whatever ends the connection also rejects what is awaited below
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    return Number(rows[0]?.server_version_num);
  } finally {
    await client.end();
  }
}

/** @param version as PostgreSQL numbers them: 150004 is 15.4 */
export function refuseOldVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= OLDEST_MAJOR_VERSION) return;
  throw new StartupError(`The database server is PostgreSQL ${major}. Docket needs ${OLDEST_MAJOR_VERSION} or newer.`);
}

function isNotUpYet(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code ? NOT_UP_YET.includes(code) : /timeout|terminated/i.test(message);
}

/** An AggregateError (a name with several addresses) has a code but no message of its own. */
function reason(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || 'unknown reason';
}
