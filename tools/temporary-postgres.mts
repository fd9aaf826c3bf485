import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#testing/free-port';

/** A PostgreSQL server on a free loopback port, in a temporary folder, with a random password. */
export interface TemporaryPostgres {
  readonly url: string;
  /** PostgreSQL's version, such as `15.13`. */
  readonly version: string;
  /** Kills the server and removes its files, without waiting. */
  kill(): void;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Thrown if no PostgreSQL can be started. The message explains how to provide one. */
export class NoPostgresError extends Error {
  override readonly name = 'NoPostgresError';
}

const START_TIMEOUT_MS = 60_000;

/**
 * Starts a server from the PostgreSQL binaries of POSTGRES_BIN or, without it, of this machine.
 * @param settings additional settings of `postgresql.conf`, each `name=value`
 * @throws NoPostgresError if there are no binaries
 */
export async function startTemporaryPostgres(settings: readonly string[] = []): Promise<TemporaryPostgres> {
  const bin = findBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const password = randomBytes(16).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
    const data = join(folder, 'data');
    execFileSync(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'docket', '-E', 'UTF8', `--locale=${utf8Locale()}`, '-A', 'scram-sha-256'].concat(
        `--pwfile=${passwordFile}`,
        '--no-sync',
      ),
      { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const port = await freePort();
    const server = spawn(
      join(bin, 'postgres'),
      ['-D', data, '-p', `${port}`, ...flags([...SERVER_SETTINGS, ...settings])],
      {
        ...user,
        cwd: folder,
        // A separate process group: Ctrl-C must not stop the server before the command that uses it.
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    const url = `postgres://docket:${password}@127.0.0.1:${port}/postgres`;
    const kill = () => {
      server.kill('SIGKILL');
      remove();
    };
    try {
      await untilReady(server, url);
    } catch (error) {
      kill();
      throw error;
    }
    return {
      url,
      version: versionOf(bin),
      kill,
      stop: async () => {
        const ended = once(server, 'exit');
        // An immediate shutdown: the files are removed next.
        if (server.exitCode === null && server.kill('SIGQUIT')) await ended;
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

const SERVER_SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];

function flags(settings: readonly string[]): string[] {
  return settings.flatMap((setting) => ['-c', setting]);
}

/** Finds `initdb` and `postgres`: in POSTGRES_BIN only, or on the path and then in the folders of distributions, newest first. */
function findBinaries(): string {
  const given = process.env['POSTGRES_BIN'];
  const folders = given ? [given] : defaultFolders();
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
  if (found) return found;
  throw new NoPostgresError(
    given
      ? `POSTGRES_BIN has no executable initdb and postgres: ${given}`
      : 'This needs a PostgreSQL server (15 to 18). Set TEST_DATABASE_URL to one on which databases can be created,\n' +
          'or install its binaries (Debian: apt-get install postgresql; macOS: brew install postgresql@17). The command then starts its own server.',
  );
}

function defaultFolders(): string[] {
  return [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...[
      '/usr/lib/postgresql/*/bin',
      '/usr/pgsql-*/bin',
      '/opt/homebrew/opt/postgresql@*/bin',
      '/usr/local/opt/postgresql@*/bin',
    ].flatMap((pattern) => globSync(pattern).sort().reverse()),
  ];
}

function versionOf(bin: string): string {
  return /\d[\w.]*/.exec(execFileSync(join(bin, 'postgres'), ['--version']).toString())?.[0] ?? 'unknown';
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL does not run as root. Root runs it as `postgres` or `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // No such user. Try the next one.
    }
  }
  throw new NoPostgresError('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".');
}

/** A locale with upper and lower case beyond ASCII, as in production. */
function utf8Locale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** Waits until the server answers a query. @throws Error with its output if it ends or takes too long */
async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let printed = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4000)));
  for (const deadline = Date.now() + START_TIMEOUT_MS; Date.now() < deadline;) {
    if (server.exitCode !== null) break;
    if (await acceptsQueries(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The temporary PostgreSQL server did not start:\n${printed}`);
}

async function acceptsQueries(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
