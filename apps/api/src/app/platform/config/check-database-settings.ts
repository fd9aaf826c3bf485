import { parseDatabaseUrl } from '../database/hosts/database-url';
import type { Settings } from './settings';

/** Compares the settings of the database with each other. @returns one line for each problem */
export function checkDatabaseSettings(settings: Settings): string[] {
  return [...checkBackups(settings), ...checkMigrate(settings), ...checkPooler(settings), ...checkReplica(settings)];
}

/** pg_dump needs a session of its own. */
function checkBackups({ BACKUP_AT, DATABASE_POOLER, DATABASE_DIRECT_URL }: Settings): string[] {
  if (BACKUP_AT === undefined || DATABASE_POOLER === 'none' || DATABASE_DIRECT_URL !== undefined) return [];
  return [
    'BACKUP_AT needs DATABASE_DIRECT_URL with DATABASE_POOLER=transaction: pg_dump must not run through a pooler',
  ];
}

/** One process at a time can open the embedded database, so another one could not migrate it while the API waits. */
function checkMigrate({ MIGRATE, DATABASE_URL }: Settings): string[] {
  if (MIGRATE === 'on' || DATABASE_URL !== undefined) return [];
  return ['MIGRATE=off needs DATABASE_URL; the embedded database is migrated by the process that opens it'];
}

/** Without a pooler, all connections are direct: a second address could only be of another database. */
function checkPooler({ DATABASE_DIRECT_URL, DATABASE_POOLER, DATABASE_URL }: Settings): string[] {
  if (DATABASE_DIRECT_URL === undefined) return [];
  if (DATABASE_URL === undefined) {
    return ['DATABASE_DIRECT_URL needs DATABASE_URL, the address of the pooler in front of the same database'];
  }
  if (DATABASE_POOLER === 'transaction') return [];
  return ['DATABASE_DIRECT_URL needs DATABASE_POOLER=transaction; without a pooler, DATABASE_URL is direct already'];
}

/** A replica is a copy of a server. */
function checkReplica({ DATABASE_REPLICA_URL, DATABASE_URL }: Settings): string[] {
  if (DATABASE_REPLICA_URL === undefined) return [];
  if (DATABASE_URL === undefined) {
    return ['DATABASE_REPLICA_URL needs DATABASE_URL, the server whose changes the replica receives'];
  }
  if (!parseDatabaseUrl(DATABASE_REPLICA_URL).needsWrites) return [];
  return ['DATABASE_REPLICA_URL must not have target_session_attrs=read-write: a standby accepts no changes'];
}
