import { StartupError } from '../startup/startup-error';
import type { DatabaseSchema } from './database-schema';
import type { Queryable } from './queryable';

/** The names of migrations by which a database, or a backup of one, differs from a version of Docket. */
export interface MigrationDifference {
  /** Those that it lacks. */
  readonly pending: readonly string[];
  /** Those of a newer version. */
  readonly newer: readonly string[];
}

/** The names of the migrations that a database has, oldest first; undefined if it has no tables of Docket. */
export async function readMigrations(database: Queryable): Promise<string[] | undefined> {
  const [table] = await database.query<{ exists: boolean }[]>(`SELECT to_regclass('migrations') IS NOT NULL AS exists`);
  if (!table?.exists) return undefined;
  const applied = await database.query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
  return applied.map(({ name }) => name);
}

/** Compares migrations that a database has with all of a version. */
export function differenceOf(
  applied: readonly string[],
  migrations: readonly { readonly name: string }[],
): MigrationDifference {
  const known = migrations.map(({ name }) => name);
  return {
    pending: known.filter((name) => !applied.includes(name)),
    newer: applied.filter((name) => !known.includes(name)),
  };
}

/** Compares the migrations of a database with those of this version. */
export async function compareMigrations(
  database: Queryable,
  { migrations }: DatabaseSchema,
): Promise<MigrationDifference> {
  return differenceOf((await readMigrations(database)) ?? [], migrations);
}

/** @throws StartupError if a migration of this version is pending */
export async function requireMigrated(database: Queryable, schema: DatabaseSchema): Promise<void> {
  const { pending } = await compareMigrations(database, schema);
  if (pending.length) throw new StartupError(describePending(pending));
}

/** Pending migrations in words, with what to do. */
export const describePending = ({ length }: readonly string[]): string =>
  `The database lacks ${length} ${length === 1 ? 'migration' : 'migrations'} of this version, and MIGRATE is off. Run "docket migrate".`;
