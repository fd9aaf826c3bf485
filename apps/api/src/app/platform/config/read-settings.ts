import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync } from 'class-validator';
import { StartupError } from '../startup/startup-error';
import { checkAccess } from './check-access';
import { checkBudget } from './check-budget';
import { checkDatabaseSettings } from './check-database-settings';
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
  // Compares valid settings.
  if (problems.length === 0)
    problems.push(...checkAccess(settings), ...checkDatabaseSettings(settings), ...checkBudget(settings));
  if (problems.length) throw new InvalidSettingsError(problems.join('\n'));
  return settings;
}
