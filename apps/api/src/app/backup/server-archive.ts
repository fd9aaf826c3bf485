import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FEED_EPOCH_TABLE } from '../history';
import { readMigrations } from '../platform/database/pending-migrations';
import { serverVersion } from '../platform/database/server-version';
import { openServerTransfer } from '../platform/database/transfer/server-transfer';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import type { ServerAddress } from '../platform/database/hosts/server-address';
import { StartupError } from '../platform/startup/startup-error';
import { createBackupFolder, fileExists, requireSpace } from './backup-folder';
import { type BackupManifest, listFiles, writeManifest } from './backup-manifest';
import { readContents } from './check-database';
import { type PostgresProgram, requireDumpVersion, runPostgres } from './postgres-program';

/** Name of pg_dump's file in the backup of a server. */
const ARCHIVE = 'database.dump';

/** Whether a backup is that of a server. */
export const isArchive = (backup: string): Promise<boolean> => fileExists(join(backup, ARCHIVE));

const archivePath = (backup: string): string => join(backup, ARCHIVE);

export interface DumpOptions {
  /** Aborts the copy and removes its folder. */
  readonly signal?: AbortSignal;
  /** Receives the path of the new folder. */
  readonly onFolder?: (path: string) => void;
}

/**
 * Writes the database of a server into a new folder with pg_dump, while Docket runs. The checksums of the manifest are from the snapshot
 * that pg_dump reads.
 * @returns the path of the folder, which still ends with `.unverified`
 * @throws StartupError if the address leads through a pooler, if pg_dump is missing, too old or fails, or if the disk has too little space
 */
export async function dumpServer(
  address: ServerAddress,
  directory: string,
  { signal, onFolder }: DumpOptions = {},
): Promise<string> {
  const at = new Date();
  requireDirect(address, 'pg_dump');
  const connection = await openServerTransfer(address);
  try {
    await requireDumpVersion(await serverVersion(connection));
    if (!(await readMigrations(connection))) {
      throw new StartupError('This database has no tables of Docket. Check DATABASE_URL.');
    }
    await connection.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const [snapshot] = await connection.query<{ id: string }[]>('SELECT pg_export_snapshot() AS id');
    const [tables] = await connection.query<{ bytes: string }[]>(
      `SELECT sum(pg_table_size(oid)) AS bytes FROM pg_class WHERE relkind = 'r'`,
    );
    await requireSpace(directory, Number(tables?.bytes) / 2); // pg_dump compresses and stores no indexes
    const path = await createBackupFolder(directory, at);
    onFolder?.(path);
    return await dumpInto(path, address, connection, { at, snapshot: snapshot?.id, signal }).catch(
      async (error: unknown) => {
        await rm(path, { recursive: true, force: true }); // a leftover would fill the disk before the next attempt
        throw error;
      },
    );
  } finally {
    await connection.close();
  }
}

interface Dump {
  readonly at: Date;
  readonly snapshot: string | undefined;
  readonly signal: AbortSignal | undefined;
}

async function dumpInto(
  path: string,
  address: ServerAddress,
  connection: TransferConnection,
  { at, snapshot, signal }: Dump,
): Promise<string> {
  const options = ['-Fc', '--no-owner', '--no-privileges', `--snapshot=${snapshot}`, `--file=${archivePath(path)}`];
  const failed = new AbortController();
  const dump = runPostgres('pg_dump', options, {
    url: address.host.url,
    signal: AbortSignal.any([failed.signal, ...(signal ? [signal] : [])]),
  });
  const contents = await Promise.all([readContents(connection), dump]).then(
    ([read]) => read,
    async (error: unknown) => {
      failed.abort();
      await dump.catch(() => undefined); // otherwise pg_dump would write into the removed folder
      throw error;
    },
  );
  const files = await listFiles(path);
  await writeManifest(path, { format: 1, form: 'server', created_at: at.toISOString(), ...contents, files });
  return path;
}

/**
 * Reads an archive to its end, and checks that its table of contents has the rows of each table.
 * @throws StartupError if it is damaged or incomplete
 */
export async function checkArchive(path: string, { tables }: BackupManifest): Promise<void> {
  const list = await runPostgres('pg_restore', ['--list', archivePath(path)]);
  const found = new Set([...list.matchAll(/ TABLE DATA \S+ (\S+) /g)].map(([, name]) => name));
  const missing = [...tables.map(({ name }) => name), FEED_EPOCH_TABLE].filter((name) => !found.has(name));
  if (missing.length) throw new StartupError(`The backup ${path} has no rows of ${missing.join(', ')}.`);
  await runPostgres('pg_restore', ['--file=/dev/null', archivePath(path)]);
}

/** Restores an archive into an empty database, all or nothing. */
export async function restoreArchive(path: string, { host }: ServerAddress): Promise<void> {
  const options = ['--exit-on-error', '--single-transaction', '--no-owner', '--no-privileges'];
  await runPostgres('pg_restore', [...options, archivePath(path)], { url: host.url });
}

/**
 * pg_dump and pg_restore change session settings such as search_path. A pooler in transaction mode would hand that session to other
 * clients.
 * @throws StartupError if an address leads through a pooler
 */
export function requireDirect({ isPooled }: ServerAddress, program: PostgresProgram): void {
  if (!isPooled) return;
  throw new StartupError(
    `${program} needs a connection without the pooler: its settings would stay on a connection that the pooler gives to others. ` +
      'Set DATABASE_DIRECT_URL to the address of the server itself.',
  );
}
