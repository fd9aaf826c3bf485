import type { LoggerService } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import { insertDemoTickets } from '../demo/insert-demo-tickets';
import { migrationOptions, serverOptions } from './data-source-options';
import { migrate } from './migrate';
import { waitForServer } from './wait-for-server';

/**
 * The database that the settings name, open and migrated.
 * @throws StartError when it cannot be used
 */
export function openDatabase(settings: Settings, logger: LoggerService): Promise<DataSource> {
  const { DATABASE_URL, DATABASE_POOL_SIZE, DATA_DIR, DEMO_TICKETS } = settings;
  return DATABASE_URL ? openServer(DATABASE_URL, DATABASE_POOL_SIZE, logger) : openEmbedded(DATA_DIR, DEMO_TICKETS);
}

async function openServer(url: string, poolSize: number, logger: LoggerService): Promise<DataSource> {
  await waitForServer(url, logger);
  const migrations = await new DataSource(migrationOptions(url)).initialize();
  try {
    await migrate(migrations);
  } finally {
    await migrations.destroy();
  }
  return new DataSource(serverOptions(url, poolSize)).initialize();
}

async function openEmbedded(dataDir: string, demo: boolean): Promise<DataSource> {
  // Loaded when it is used: a process on a server's database needs none of it.
  const { EmbeddedDataSource } = await import('./embedded-data-source');
  const database = await EmbeddedDataSource.open(dataDir);
  try {
    await migrate(database, demo ? insertDemoTickets : undefined);
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}
