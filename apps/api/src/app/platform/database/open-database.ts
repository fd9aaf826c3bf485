import type { LoggerService } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import type { ChangeBell } from './bell/change-bell';
import { LocalBell } from './bell/local-bell';
import { NotifyBell } from './bell/notify-bell';
import { migrationOptions, serverOptions } from './data-source-options';
import type { DatabaseSchema } from './database-schema';
import { ServerAddress } from './hosts/server-address';
import { migrate } from './migrate';
import { type ClosableConnection, connectToServer, shareEmbedded } from './online/open-online-connection';
import type { LongReads } from './long-reads/long-reads';
import type { ReplicaReads } from './replica/replica-reads';
import { SnapshotReads } from './long-reads/snapshot-reads';
import { SteppedReads } from './long-reads/stepped-reads';
import { checkSessionSettings } from './check-session-settings';
import { refuseMovedDatabase } from './database-move';
import { requireServer, waitForServer } from './wait-for-server';

/**
 * Opens and migrates the database that the settings name.
 * @throws StartupError if the database cannot be used
 */
export function openDatabase(settings: Settings, schema: DatabaseSchema, logger: LoggerService): Promise<DataSource> {
  const address = serverAddress(settings);
  return address
    ? openServer(schema, address, settings.DATABASE_POOL_SIZE, logger)
    : openEmbedded(schema, settings.DATA_DIR, settings.DEMO_TICKETS);
}

/**
 * Opens the existing, migrated database for a command-line tool, without the timeouts of requests. The embedded database opens only
 * while no other process uses its folder.
 * @throws StartupError if the database cannot be used or does not exist
 */
export async function openForMaintenance(settings: Settings, schema: DatabaseSchema): Promise<DataSource> {
  const address = serverAddress(settings);
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
  const address = serverAddress(settings);
  return address ? connectToServer(address, signal) : shareEmbedded(database, signal);
}

/** Opens long reads of the database: in one snapshot of a server or its replica, or step by step of the embedded one. */
export function createLongReads(settings: Settings, database: DataSource, replica: ReplicaReads): LongReads {
  const address = serverAddress(settings);
  return address ? replica.longReads(new SnapshotReads(address)) : new SteppedReads(database);
}

/** The bell that tells all processes on a database of changes. */
export function openChangeBell(settings: Settings, database: DataSource): ChangeBell {
  const address = serverAddress(settings);
  return address ? new NotifyBell(address, (sql) => database.query(sql)) : new LocalBell();
}

const addresses = new WeakMap<Settings, ServerAddress>();

/**
 * The server of the settings; undefined for the embedded database. The same settings have the same address, so that all connections of a
 * process know which host worked last.
 */
export function serverAddress(settings: Settings): ServerAddress | undefined {
  const { DATABASE_URL, DATABASE_POOLER } = settings;
  if (!DATABASE_URL) return undefined;
  const address = addresses.get(settings) ?? new ServerAddress(DATABASE_URL, DATABASE_POOLER === 'transaction');
  addresses.set(settings, address);
  return address;
}

async function openServer(
  schema: DatabaseSchema,
  address: ServerAddress,
  poolSize: number,
  logger: LoggerService,
): Promise<DataSource> {
  address.onMove(({ name }) => void logger.warn(`The database is at ${name} now`));
  await waitForServer(address, logger);
  const migrations = await new DataSource(migrationOptions(schema, address)).initialize();
  try {
    await checkSessionSettings(migrations);
    await refuseMovedDatabase(migrations);
    await migrate(migrations);
  } finally {
    await migrations.destroy();
  }
  return new DataSource(serverOptions(schema, address, poolSize)).initialize();
}

async function openEmbedded(schema: DatabaseSchema, dataDir: string, seed: boolean): Promise<DataSource> {
  // Imported on demand: a process that uses a server never loads PGlite.
  const { EmbeddedDataSource } = await import('./embedded-data-source');
  const database = await EmbeddedDataSource.open(dataDir, schema);
  try {
    await refuseMovedDatabase(database);
    await migrate(database, seed ? schema.seed : undefined);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
