import type { DatabaseSchema } from '../platform/database/database-schema';
import { compareMigrations } from '../platform/database/pending-migrations';
import { type StoredTable, quoteName } from '../platform/database/transfer/stored-tables';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';

/** @throws StartupError unless a database has exactly the schema of this version and no open online change */
export async function requireCurrentSchema(connection: TransferConnection, schema: DatabaseSchema): Promise<void> {
  const { pending, newer } = await compareMigrations(connection, schema);
  if (newer.length) {
    throw new StartupError('The database belongs to a newer version of Docket. Move it with that version.');
  }
  if (pending.length) {
    throw new StartupError(
      'The database does not have the tables of this version of Docket yet. Start Docket once, stop it, and try again.',
    );
  }
  const open = await connection.query<{ name: string }[]>(
    'SELECT name FROM online_changes WHERE finished_at IS NULL ORDER BY name',
  );
  if (open.length) {
    throw new StartupError(
      `Changes of the database are still open: ${open.map(({ name }) => name).join(', ')}. ` +
        'Start Docket, wait until the log says that they have finished, stop it, and try again.',
    );
  }
}

/** Contents that people recognise, by table. */
const CONTENTS: readonly (readonly [table: string, words: string])[] = [
  ['tickets', 'tickets'],
  ['users', 'people'],
  ['teams', 'teams'],
  ['webhooks', 'webhooks'],
];

/** @throws StartupError if a table has rows */
export async function requireEmpty(connection: TransferConnection, tables: readonly StoredTable[]): Promise<void> {
  const filled = new Set<string>();
  for (const { name } of tables) {
    const [row] = await connection.query<unknown[]>(`SELECT true AS found FROM ${quoteName(name)} LIMIT 1`);
    if (row) filled.add(name);
  }
  if (!filled.size) return;
  const known = CONTENTS.filter(([table]) => filled.has(table)).map(([, words]) => words);
  const why = known.length
    ? `it has ${new Intl.ListFormat('en').format(known)}`
    : 'Docket was started on it, which makes it a new installation';
  throw new StartupError(`The target is not empty: ${why}. Move into an empty database or a new folder.`);
}

/** @throws StartupError if two databases have different tables or columns */
export function requireSameTables(source: readonly StoredTable[], target: readonly StoredTable[]): void {
  const describe = (tables: readonly StoredTable[]) =>
    tables.flatMap(({ name, columns }) =>
      columns.map((column) => `${name}.${column.name} ${column.type}${column.isRequired ? ' NOT NULL' : ''}`),
    );
  const [inSource, inTarget] = [new Set(describe(source)), new Set(describe(target))];
  const different = [...inSource].filter((column) => !inTarget.has(column));
  different.push(...[...inTarget].filter((column) => !inSource.has(column)));
  if (different[0]) throw new StartupError(`The tables of the two databases differ: ${different[0]}.`);
}
