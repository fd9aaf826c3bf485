import { execFileSync } from 'node:child_process';
import { accessSync, constants, globSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** Thrown if no PostgreSQL can be started. The message explains how to provide one. */
export class NoPostgresError extends Error {
  override readonly name = 'NoPostgresError';
}

/**
 * Finds `initdb` and `postgres`: only in POSTGRES_BIN if it is set, otherwise on the path and then in the folders of distributions, newest
 * first.
 */
export function findBinaries(): string {
  const given = process.env['POSTGRES_BIN'];
  const folders = given ? [given] : defaultFolders();
  const found = folders.find((folder) => ['initdb', 'postgres'].every((name) => isExecutable(join(folder, name))));
  if (found) return dirname(realpathSync(join(found, 'postgres'))); // a link on the path may lead to a folder with more programs
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

export function versionOf(bin: string): string {
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

/** User for PostgreSQL, which does not run as root: root uses `postgres` or `nobody`. */
export function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // The user does not exist. Try the next one.
    }
  }
  throw new NoPostgresError('PostgreSQL does not run as root, and this machine has no user "postgres" or "nobody".');
}

/** Runs a PostgreSQL program until it exits. @throws Error if it fails */
export function runAs(user: { uid: number; gid: number } | undefined, program: string, args: readonly string[]): void {
  execFileSync(join(findBinaries(), program), args, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
}
