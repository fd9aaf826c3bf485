import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '#testing/free-port';

/** A PostgreSQL server of one's own: on a free loopback port, in a temporary folder, with a password nobody knows. */
export interface ThrowAwayPostgres {
  readonly url: string;
  /** For a last cleaning-up when there is no time left to wait: kills the server and removes its files. */
  kill(): void;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** No PostgreSQL on this machine. The message says what is needed. */
export class NoPostgresError extends Error {
  override readonly name = 'NoPostgresError';
}

const START_SECONDS = 60;

/**
 * Starts a server from the PostgreSQL binaries of this machine.
 * @param settings more of `postgresql.conf`, each `name=value`
 * @throws NoPostgresError when there are none
 */
export async function startThrowAwayPostgres(settings: readonly string[] = []): Promise<ThrowAwayPostgres> {
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
        // A group of its own: Ctrl-C is for the command that uses the server, which is stopped after it.
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
      kill,
      stop: async () => {
        const ended = once(server, 'exit');
        // "Immediate": the files are about to be removed, so nothing has to be written to them any more.
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

/** The folder of `initdb` and `postgres`: first on the path, then where distributions put them, newest first. */
function findBinaries(): string {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    ...[
      '/usr/lib/postgresql/*/bin',
      '/usr/pgsql-*/bin',
      '/opt/homebrew/opt/postgresql@*/bin',
      '/usr/local/opt/postgresql@*/bin',
    ].flatMap((pattern) => globSync(pattern).sort().reverse()),
  ];
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
  if (found) return found;
  throw new NoPostgresError(
    'This needs a PostgreSQL server (15 to 18): set TEST_DATABASE_URL to one where databases may be created,\n' +
      'or install its binaries (Debian: apt-get install postgresql; macOS: brew install postgresql@17), and one is started for the run.',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** PostgreSQL refuses to run as root, so root hands it to `postgres`, or else to `nobody`. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user: the next one.
    }
  }
  throw new NoPostgresError(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as',
  );
}

/** A locale whose upper and lower case go beyond ASCII, as a production server has it. */
function utf8Locale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}

/** Waits until the server answers a query; says what it printed when it ends or does not get there. */
async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let printed = '';
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (printed = (printed + text).slice(-4000)));
  for (const deadline = Date.now() + START_SECONDS * 1000; Date.now() < deadline;) {
    if (server.exitCode !== null) break;
    if (await answers(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The throw-away PostgreSQL server did not start:\n${printed}`);
}

async function answers(url: string): Promise<boolean> {
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
