import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { raiseFeedGeneration } from '../history';
import { describeMove, findMove } from '../platform/database/database-move';
import type { DatabaseSchema } from '../platform/database/database-schema';
import { copyDataDir } from '../platform/database/files/copy-data-dir';
import {
  type EmbeddedPlace,
  type Place,
  describePlace,
  migratePlace,
  openPlace,
} from '../platform/database/transfer/place';
import { countApiSessions } from '../platform/database/transfer/server-transfer';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';
import { turnOffWebhooks } from '../webhooks';
import { type BackupManifest, readManifest } from './backup-manifest';
import { checkDatabase, readContents } from './check-database';
import { requireDirect, restoreArchive } from './server-archive';
import { requireSameFiles, requireSameTables } from './verify-backup';

export interface RestoreOptions {
  readonly schema: DatabaseSchema;
  readonly report: (line: string) => void;
  /** Whether webhooks stay on. By default they are turned off: a copy would send to the receivers of the original. */
  readonly keepWebhooks?: boolean;
  /** Called when the target server is known to be empty, before rows are restored. A rejection aborts the restore. */
  readonly onRestore?: () => Promise<void>;
  /** Called when the objects of the backup exist on the server, and again after a migration. */
  readonly onObjects?: () => Promise<void>;
}

export interface Restored {
  readonly manifest: BackupManifest;
  /** Number of webhooks that the restore turned off. */
  readonly webhooksOff: number;
}

/**
 * Restores a backup into an empty target, compares every table with the backup, starts a new feed epoch, and migrates a schema of
 * an earlier version. Turns the webhooks off.
 * @throws StartupError if the backup is damaged or newer, or if the target is not empty. A folder is then unchanged. For a server, the
 * message says whether its database must be dropped.
 */
export async function restoreBackup(path: string, place: Place, options: RestoreOptions): Promise<Restored> {
  const manifest = await readManifest(path);
  requireKnownSchema(manifest, options.schema);
  options.report(`Checking the files of ${path}`);
  await requireSameFiles(path, manifest);
  if (manifest.form !== place.form) {
    const forms = {
      embedded: 'the embedded database: restore it into a folder',
      server: 'a server: restore it into an empty database of a server',
    };
    throw new StartupError(`This is a backup of ${forms[manifest.form]}. docket move then takes it to the other form.`);
  }
  if (place.form === 'embedded') return { manifest, webhooksOff: await restoreFolder(path, place, manifest, options) };
  requireDirect(place.address, 'pg_restore');
  await requireEmptyServer(place);
  options.report(`Restoring into ${describePlace(place)}`);
  await options.onRestore?.();
  await restoreArchive(path, place.address);
  await options.onObjects?.();
  return { manifest, webhooksOff: await complete(place, manifest, options) };
}

/** @throws StartupError if the backup has migrations that this version does not know */
function requireKnownSchema({ migrations }: BackupManifest, schema: DatabaseSchema): void {
  const known = new Set(schema.migrations.map(({ name }) => name));
  const newer = migrations.filter((name) => !known.has(name));
  if (newer.length) {
    throw new StartupError(
      `The backup belongs to a newer version of Docket (${newer.join(', ')}). Restore it with that version.`,
    );
  }
}

/** Restores into a temporary folder next to the target, and renames it after all checks. */
async function restoreFolder(
  path: string,
  { dataDir }: EmbeddedPlace,
  manifest: BackupManifest,
  options: RestoreOptions,
): Promise<number> {
  const target = resolve(dataDir);
  if (existsSync(target) && (await readdir(target)).length) {
    throw new StartupError(`${target} is not empty. Restore into a new folder, and then set DATA_DIR to it.`);
  }
  const temporary = `${target}.restoring`;
  await rm(temporary, { recursive: true, force: true });
  await mkdir(dirname(target), { recursive: true });
  await mkdir(temporary, { mode: 0o700 });
  options.report(`Restoring into ${target}`);
  try {
    await copyDataDir(path, temporary);
    const webhooksOff = await complete({ form: 'embedded', dataDir: temporary }, manifest, options);
    await rm(`${temporary}/docket.lock`, { force: true });
    if (existsSync(target)) await rmdir(target);
    await rename(temporary, target);
    return webhooksOff;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** @throws StartupError if the database of a server has tables or is in use */
async function requireEmptyServer(place: Place): Promise<void> {
  await withPlace(place, async (connection) => {
    const [table] = await connection.query<{ name: string }[]>(
      `SELECT relname AS name FROM pg_class
       WHERE relnamespace = to_regnamespace(quote_ident(current_schema()::text)) AND relkind = 'r' ORDER BY relname LIMIT 1`,
    );
    const sessions = await countApiSessions(connection);
    if (table || sessions) {
      const why = sessions ? 'Docket is running on it' : `it has the table ${table?.name}`;
      throw new StartupError(
        `${describePlace(place)} is not an empty database: ${why}. Restore into a new one (createdb), and then set DATABASE_URL to it.`,
      );
    }
  });
}

/** @returns the number of webhooks that were turned off */
async function complete(place: Place, manifest: BackupManifest, options: RestoreOptions): Promise<number> {
  const { schema, report, onObjects, keepWebhooks } = options;
  report('Comparing with the backup');
  const isOlder = manifest.migrations.length < schema.migrations.length;
  await withPlace(place, async (connection) => {
    requireSameTables(manifest, await readContents(connection));
    await raiseFeedGeneration(connection);
    const move = await findMove(connection);
    if (move) throw new StartupError(describeMove(move));
    if (!isOlder) await checkDatabase(connection);
  });
  if (isOlder) {
    report('Migrating to this version');
    await migratePlace(place, schema, toLogger(report));
    await onObjects?.();
    await withPlace(place, checkDatabase);
  }
  return keepWebhooks ? 0 : withPlace(place, turnOffWebhooks);
}

async function withPlace<T>(place: Place, work: (connection: TransferConnection) => Promise<T>): Promise<T> {
  const connection = await openPlace(place);
  try {
    return await work(connection);
  } finally {
    await connection.close();
  }
}

const toLogger = (report: (line: string) => void): LoggerService => ({ log: report, warn: report, error: report });
