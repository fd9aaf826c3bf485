import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { StartupError } from '../startup/startup-error';
import { parseDatabaseUrl } from '../database/hosts/database-url';
import { checkAccess } from './check-access';
import { Settings } from './settings';

/** Every key that is read from the environment: the validated fields of {@link Settings}. */
export const SETTING_NAMES = [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(Settings, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
] as Exclude<keyof Settings, 'oidc'>[];

/** Thrown for invalid settings. The message has one line for each of them, without secrets. */
export class InvalidSettingsError extends StartupError {
  override readonly name = 'InvalidSettingsError';
}

/**
 * Reads the settings from an environment, by default that of the process. Ignores other keys; blank values count as unset.
 * @throws InvalidSettingsError if any value is invalid
 */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const values = Object.fromEntries(
    SETTING_NAMES.flatMap((key) => (environment[key]?.trim() ? [[key, environment[key].trim()]] : [])),
  );
  const settings = plainToInstance(Settings, values, { exposeDefaultValues: true });
  const invalid = validateSync(settings, { stopAtFirstError: true });
  const problems = invalid.flatMap(({ constraints }) => Object.values(constraints ?? {}));
  if (problems.length === 0)
    problems.push(...checkAccess(settings), ...checkBackups(settings), ...checkReplica(settings)); // compares valid settings
  if (problems.length) throw new InvalidSettingsError(problems.join('\n'));
  return settings;
}

/** The API copies files only. The database of a server has none here. */
function checkBackups({ BACKUP_AT, DATABASE_URL }: Settings): string[] {
  if (BACKUP_AT === undefined || DATABASE_URL === undefined) return [];
  return [
    'BACKUP_AT is for the embedded database. With DATABASE_URL, run "docket backup" by cron or a timer and remove BACKUP_AT',
  ];
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
