import { StartupError } from '../startup/startup-error';
import type { Queryable } from './queryable';

/**
 * Checks that the database can store every character.
 * @throws StartupError otherwise
 */
export async function requireUtf8(database: Queryable): Promise<void> {
  const [row] = await database.query<{ server_encoding: string }[]>('SHOW server_encoding');
  const encoding = row?.server_encoding ?? 'unknown';
  if (encoding === 'UTF8') return;
  throw new StartupError(
    `The database has the encoding ${encoding}, and Docket needs UTF8. Create one with: createdb --encoding=UTF8 --template=template0 docket`,
  );
}
