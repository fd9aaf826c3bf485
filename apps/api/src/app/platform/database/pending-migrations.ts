import { StartupError } from '../startup/startup-error';
import type { DatabaseSchema } from './database-schema';
import type { Queryable } from './queryable';

/** The names of the migrations of this version that a database does not have. It may also have those of a newer version. */
export async function pendingMigrations(database: Queryable, { migrations }: DatabaseSchema): Promise<string[]> {
  const [table] = await database.query<{ exists: boolean }[]>(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  const applied = table?.exists ? await database.query<{ name: string }[]>('SELECT name FROM migrations') : [];
  const known = new Set(applied.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !known.has(name));
}

/** @throws StartupError if a migration of this version is pending */
export async function requireMigrated(database: Queryable, schema: DatabaseSchema): Promise<void> {
  const pending = await pendingMigrations(database, schema);
  if (pending.length) throw new StartupError(describePending(pending));
}

/** Pending migrations in words, with what to do. */
export const describePending = ({ length }: readonly string[]): string =>
  `The database lacks ${length} ${length === 1 ? 'migration' : 'migrations'} of this version, and MIGRATE is off. Run "docket migrate".`;
