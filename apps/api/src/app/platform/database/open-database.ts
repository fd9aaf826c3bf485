import type { LoggerService } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import type { ChangeBell } from './bell/change-bell';
import { LocalBell } from './bell/local-bell';
import { NotifyBell } from './bell/notify-bell';
import { migrationOptions, serverOptions } from './data-source-options';
import type { DatabaseSchema } from './database-schema';
import { migrate } from './migrate';
import { requireMigrated } from './pending-migrations';
import { type ClosableConnection, connectToServer, shareEmbedded } from './online/open-online-connection';
import type { LongReads } from './long-reads/long-reads';
import type { ReplicaReads } from './replica/replica-reads';
import { poolOf } from './reporting-pool';
import { SnapshotReads } from './long-reads/snapshot-reads';
import { SteppedReads } from './long-reads/stepped-reads';
import { checkPooler } from './check-pooler';
import { checkSessionSettings } from './check-session-settings';
import { refuseMovedDatabase } from './database-move';
import { isUnderprivileged, rightsText } from './missing-rights';
import { requireUtf8 } from './require-utf8';
import { StartupError } from '../startup/startup-error';
import { type ServerAddresses, serverAddresses } from './server-addresses';
import { requireServer, waitForServer } from './wait-for-server';

/**
 * Opens and migrates the database that the settings name.
 * @throws StartupError if the database cannot be used
 */
export function openDatabase(settings: Settings, schema: DatabaseSchema, logger: LoggerService): Promise<DataSource> {
  const addresses = serverAddresses(settings);
  return addresses
    ? openServer(settings, schema, addresses, logger)
    : openEmbedded(schema, settings.DATA_DIR, settings.DEMO_TICKETS, logger);
}

/**
 * Migrates a server, also an empty database, or an existing embedded database.
 * @returns the names of the migrations that were applied
 * @throws StartupError if the database cannot be used
 */
export async function migrateDatabase(
  settings: Settings,
  schema: DatabaseSchema,
  logger: LoggerService,
): Promise<string[]> {
  const addresses = serverAddresses(settings);
  if (addresses) return prepareServer(schema, addresses, logger, (migrations) => migrate(migrations));
  const { EmbeddedDataSource } = await import('./embedded-data-source');
  const database = await unlessMoved(await EmbeddedDataSource.openExisting(settings.DATA_DIR, schema));
  return migrate(database).finally(() => database.destroy());
}

/**
 * Opens the existing, migrated database for a command-line tool, without the timeouts of requests. The embedded database opens only
 * while no other process uses its folder.
 * @throws StartupError if the database cannot be used or does not exist
 */
export async function openForMaintenance(settings: Settings, schema: DatabaseSchema): Promise<DataSource> {
  const address = serverAddresses(settings)?.direct;
  if (address) {
    await requireServer(address);
    return unlessMoved(await new DataSource(migrationOptions(schema, address)).initialize());
  }
  const { EmbeddedDataSource } = await import('./embedded-data-source');
  return unlessMoved(await EmbeddedDataSource.openExisting(settings.DATA_DIR, schema));
}

async function unlessMoved(database: DataSource): Promise<DataSource> {
  try {
    await refuseMovedDatabase(database);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

/** Opens a connection for the changes that run while requests are served. */
export async function openOnlineConnection(
  settings: Settings,
  database: DataSource,
  signal: AbortSignal,
): Promise<ClosableConnection> {
  const address = serverAddresses(settings)?.direct;
  return address ? connectToServer(address, signal) : shareEmbedded(database, signal);
}

/** Opens long reads of the database: in one snapshot of a server or its replica, or step by step of the embedded one. */
export function createLongReads(settings: Settings, database: DataSource, replica: ReplicaReads): LongReads {
  const address = serverAddresses(settings)?.pooled;
  return address ? replica.longReads(new SnapshotReads(address, poolOf(database))) : new SteppedReads(database);
}

/** The bell that tells all processes on a database of changes. */
export function openChangeBell(settings: Settings, database: DataSource): ChangeBell {
  const address = serverAddresses(settings)?.direct;
  return address ? new NotifyBell(address, (sql) => database.query(sql)) : new LocalBell();
}

async function openServer(
  { MIGRATE, DATABASE_POOL_SIZE }: Settings,
  schema: DatabaseSchema,
  addresses: ServerAddresses,
  logger: LoggerService,
): Promise<DataSource> {
  addresses.pooled.onMove(({ name }) => void logger.warn(`The database is at ${name} now`));
  await prepareServer<unknown>(schema, addresses, logger, (migrations) =>
    MIGRATE === 'on' ? migrateAtStart(migrations, schema, logger) : requireMigrated(migrations, schema),
  );
  return new DataSource(serverOptions(schema, addresses.pooled, DATABASE_POOL_SIZE)).initialize();
}

/** Waits for a server, checks it, and does some work on its migrations. */
async function prepareServer<T>(
  schema: DatabaseSchema,
  { pooled, direct }: ServerAddresses,
  logger: LoggerService,
  work: (migrations: DataSource) => Promise<T>,
): Promise<T> {
  await waitForServer(pooled, logger);
  if (direct !== pooled) {
    await waitForServer(direct, logger);
    await checkPooler(pooled, direct);
  }
  const migrations = await new DataSource(migrationOptions(schema, direct)).initialize();
  try {
    await requireUtf8(migrations);
    await checkSessionSettings(migrations);
    await refuseMovedDatabase(migrations);
    return await work(migrations);
  } catch (error) {
    throw isUnderprivileged(error) ? new StartupError(rightsText(error), { cause: error }) : error;
  } finally {
    await migrations.destroy();
  }
}

/** Migrates, and logs the applied migrations, except for a new database. */
async function migrateAtStart(
  database: DataSource,
  schema: DatabaseSchema,
  logger: LoggerService,
  seed = false,
): Promise<void> {
  const applied = await migrate(database, seed ? schema.seed : undefined);
  if (applied.length === 0 || applied.length === schema.migrations.length) return;
  logger.log(`Migrated the database: ${applied.join(', ')}`);
}

async function openEmbedded(
  schema: DatabaseSchema,
  dataDir: string,
  seed: boolean,
  logger: LoggerService,
): Promise<DataSource> {
  // Imported on demand: a process that uses a server never loads PGlite.
  const { EmbeddedDataSource } = await import('./embedded-data-source');
  const database = await EmbeddedDataSource.open(dataDir, schema);
  try {
    await refuseMovedDatabase(database);
    await migrateAtStart(database, schema, logger, seed);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
