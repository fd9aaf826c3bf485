import { FEED_EPOCH_TABLE } from '../history';
import { listStoredTables, quoteName } from '../platform/database/transfer/stored-tables';
import { type TableChecksum, checksumsOf } from '../platform/database/transfer/table-checksum';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';
import { checkCounters, findByIndex } from '../tickets';

/** Migrations and table checksums of a checked database. */
export interface DatabaseContents {
  readonly migrations: readonly string[];
  readonly tables: readonly TableChecksum[];
}

/**
 * Checks a whole database: reads all rows, compares the counters and runs one search.
 * @throws StartupError if a counter is wrong or the search index misses a ticket
 */
export async function checkDatabase(connection: TransferConnection): Promise<DatabaseContents> {
  const contents = await readContents(connection);
  const [counter] = await checkCounters(connection);
  if (counter) {
    throw new StartupError(
      `The counter ${counter.counter} is ${counter.counted}, but there are ${counter.tickets} such tickets.`,
    );
  }
  if (!(await findByIndex(connection))) throw new StartupError('The search does not find the newest ticket.');
  return contents;
}

/** The migrations of a database and the checksums of its tables. */
export async function readContents(connection: TransferConnection): Promise<DatabaseContents> {
  const migrations = await connection.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  const tables = await listStoredTables(connection, [FEED_EPOCH_TABLE]);
  return { migrations: migrations.map(({ name }) => name), tables: await checksumsOf(connection, tables) };
}

/**
 * Checks each heap page, and each B-tree index against its table, with PostgreSQL's amcheck. Creates the extension, so use copies only.
 * @throws StartupError for the first damage
 */
export async function checkStructure(connection: TransferConnection): Promise<void> {
  await connection.query('CREATE EXTENSION IF NOT EXISTS amcheck');
  for (const { name } of await listStoredTables(connection, [])) {
    const [damage] = await connection.query<{ msg: string }[]>(
      'SELECT msg FROM verify_heapam($1::regclass, check_toast => true) LIMIT 1',
      [quoteName(name)],
    );
    if (damage) throw new StartupError(`The table ${name} is damaged: ${damage.msg}.`);
  }
  const indexes = await connection.query<{ id: string }[]>(`
    SELECT index.oid::text AS id FROM pg_index JOIN pg_class AS index ON index.oid = indexrelid
    JOIN pg_am ON pg_am.oid = index.relam
    WHERE amname = 'btree' AND indisvalid AND index.relpersistence = 'p'
      AND index.relnamespace = to_regnamespace(quote_ident(current_schema()::text))`);
  for (const { id } of indexes) await connection.query('SELECT bt_index_check($1::oid::regclass, true)', [id]);
}
