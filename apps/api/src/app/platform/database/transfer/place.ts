import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoggerService } from '@nestjs/common';
import { Settings } from '../../config/settings';
import { DatabaseUrlError, parseDatabaseUrl, withoutCredentials } from '../hosts/database-url';
import { ServerAddress } from '../hosts/server-address';
import type { DatabaseSchema } from '../database-schema';
import { openDatabase } from '../open-database';
import { serverAddresses } from '../server-addresses';
import type { TransferConnection } from './transfer-connection';
import { StartupError } from '../../startup/startup-error';

/** The location of a database: a server, or a data folder. */
export type Place = { readonly form: 'server'; readonly address: ServerAddress } | EmbeddedPlace;
export interface EmbeddedPlace {
  readonly form: 'embedded';
  readonly dataDir: string;
}

/** The place of the settings, without its pooler if they have a direct address. */
export function placeOf(settings: Settings): Place {
  const address = serverAddresses(settings)?.direct;
  return address ? { form: 'server', address } : { form: 'embedded', dataDir: settings.DATA_DIR };
}

/**
 * Reads a place from an option: a URL of a server, or a folder. Where DATABASE_URL leads through a pooler, another address may do so, too,
 * unless DATABASE_DIRECT_URL shows that the administrator tells the two apart.
 * @throws StartupError for a URL with a password, which other users of the machine could read
 */
export function parsePlace(text: string, { DATABASE_POOLER, DATABASE_DIRECT_URL }: Settings): Place {
  if (!/^postgres(?:ql)?:\/\//.test(text)) return { form: 'embedded', dataDir: text };
  if (passwordIn(text)) {
    throw new StartupError(
      'Other users of this machine can read the options of a command. Set the password in PGPASSWORD, or the whole address in DATABASE_URL.',
    );
  }
  const isPooled = DATABASE_POOLER === 'transaction' && DATABASE_DIRECT_URL === undefined;
  return { form: 'server', address: new ServerAddress(text, isPooled, null) };
}

function passwordIn(url: string): string {
  try {
    return new URL(parseDatabaseUrl(url).hosts[0].url).password;
  } catch (error) {
    throw error instanceof DatabaseUrlError ? new StartupError(`The address of the server ${error.message}.`) : error;
  }
}

/** A place in words, without a password. */
export function describePlace(place: Place): string {
  return place.form === 'server' ? withoutCredentials(place.address.url) : resolve(place.dataDir);
}

/** Opens the existing database of a place. @throws StartupError if it cannot be used */
export async function openPlace(place: Place): Promise<TransferConnection> {
  if (place.form === 'server') {
    const { openServerTransfer } = await import('./server-transfer');
    return openServerTransfer(place.address);
  }
  const { openEmbeddedTransfer } = await import('./embedded-transfer');
  return openEmbeddedTransfer(place.dataDir);
}

/** Creates the tables of this version in a place, and the embedded database itself. */
export async function migratePlace(place: Place, schema: DatabaseSchema, logger: LoggerService): Promise<void> {
  const where =
    place.form === 'server'
      ? { DATABASE_URL: place.address.url, DATABASE_POOLER: place.address.isPooled ? 'transaction' : 'none' }
      : { DATA_DIR: place.dataDir };
  const settings = Object.assign(new Settings(), { DEMO_TICKETS: false, ...where });
  await (await openDatabase(settings, schema, logger)).destroy();
}

/** Whether a data folder has a database, or a server responds; a folder without one is a new place. */
export const isNewFolder = (place: Place): boolean =>
  place.form === 'embedded' && !existsSync(`${place.dataDir}/database`);
