import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#testing/free-port';
import { findBinaries, runAs, unprivilegedUser, versionOf } from './postgres-binaries.mts';
import { isRunning, killWithSessions, untilReady } from './postgres-process.mts';

export { NoPostgresError } from './postgres-binaries.mts';

/** A PostgreSQL server on a free loopback port, in a temporary folder, with a random password. */
export interface TemporaryPostgres {
  readonly url: string;
  /** PostgreSQL's version, such as `15.13`. */
  readonly version: string;
  /** The data directory. */
  readonly data: string;
  /** Kills the server and its sessions and removes its files, without waiting. */
  kill(): void;
  /** Stops the server and removes its files. */
  stop(): Promise<void>;
}

/** Paths of a server's files. */
export interface ServerFolder {
  /** Data directory, which does not exist yet. */
  readonly data: string;
  /** File that contains the password. */
  readonly passwordFile: string;
}

/**
 * Starts a server from the PostgreSQL binaries of POSTGRES_BIN or, without it, of this machine.
 * @param settings additional settings of `postgresql.conf`, each `name=value`
 * @throws NoPostgresError if there are no binaries
 */
export function startTemporaryPostgres(settings: readonly string[] = []): Promise<TemporaryPostgres> {
  return startServer(randomBytes(16).toString('hex'), settings, ({ data, passwordFile }) => {
    const options = ['-D', data, '-U', 'docket', '-E', 'UTF8', `--locale=${utf8Locale()}`, '-A', 'scram-sha-256'];
    runAs(unprivilegedUser(), 'initdb', [...options, `--pwfile=${passwordFile}`, '--no-sync']);
  });
}

/**
 * Starts a server on a data directory that `create` creates.
 * @throws NoPostgresError if there are no binaries
 */
export async function startServer(
  password: string,
  settings: readonly string[],
  create: (folder: ServerFolder) => void | Promise<void>,
): Promise<TemporaryPostgres> {
  const bin = findBinaries();
  const user = unprivilegedUser();
  const folder = mkdtempSync(join(tmpdir(), 'docket-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    if (user) for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
    const data = join(folder, 'data');
    await create({ data, passwordFile });
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
      killWithSessions(server);
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
      data,
      version: versionOf(bin),
      kill,
      stop: async () => {
        const ended = once(server, 'exit');
        // Immediate shutdown, because the files are removed next.
        if (isRunning(server) && server.kill('SIGQUIT')) await ended;
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

/** A locale with upper and lower case beyond ASCII, as in production. */
function utf8Locale(): string {
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
}
