import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { StartupError } from '../platform/startup/startup-error';

/** A program of the PostgreSQL client that a backup of a server needs. */
export type PostgresProgram = 'pg_dump' | 'pg_restore';

export interface ProgramOptions {
  /** Connection URL of the database. */
  readonly url?: string;
  /** Terminates the program. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a PostgreSQL client program and settles when it has exited. The password is passed in its environment, because other users of the
 * machine can read arguments.
 * @returns its standard output
 * @throws StartupError if it is missing or fails
 */
export async function runPostgres(
  program: PostgresProgram,
  args: readonly string[],
  { url, signal }: ProgramOptions = {},
): Promise<string> {
  const child = spawn(program, url ? [...args, `--dbname=${withoutPassword(url)}`] : args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
    // eslint-disable-next-line no-restricted-properties -- libpq has settings of its own, such as PGPASSWORD and PGSSLMODE
    env: { ...process.env, ...(url && passwordOf(url)) },
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let stopped: Error | undefined;
  child.on('error', (error) => (stopped = error)); // sent on abort; the program may take a while to exit
  const started = once(child, 'spawn').catch((error: unknown) => {
    throw new StartupError(
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? `${program} is missing. Install the client programs of PostgreSQL (Debian: apt-get install postgresql-client), of the major version of the server or newer.`
        : `${program} does not start: ${String(error)}.`,
      { cause: error },
    );
  });
  await started;
  const [printed, problem, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (stopped) throw stopped;
  if (code !== 0) throw new StartupError(`${program} failed: ${problem.trim().slice(-1000)}`);
  return printed;
}

/**
 * Checks that pg_dump can read a server: it refuses one that is newer than itself.
 * @param serverVersion in PostgreSQL's numbering: 150004 is 15.4
 * @throws StartupError if it is missing or too old
 */
export async function requireDumpVersion(serverVersion: number): Promise<void> {
  const printed = await runPostgres('pg_dump', ['--version']);
  const own = Number(/\d+/.exec(printed)?.[0]);
  const server = Math.floor(serverVersion / 10_000);
  if (own >= server) return;
  throw new StartupError(
    `pg_dump is of PostgreSQL ${own}, but the server is PostgreSQL ${server}. Install the client programs of version ${server} or newer.`,
  );
}

function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  return url.href;
}

function passwordOf(address: string): { PGPASSWORD?: string } {
  const { password } = new URL(address);
  return password ? { PGPASSWORD: decodeURIComponent(password) } : {};
}
