import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { StartupError } from '../startup/startup-error';

/**
 * Adds the variables of `.env` in the working directory, if it exists, to the environment. Variables that are set keep their values.
 * @throws StartupError if the file cannot be read
 */
export function loadEnvironmentFile(file = '.env'): void {
  if (!existsSync(file)) return;
  try {
    loadEnvFile(file);
  } catch (error) {
    throw new StartupError(`The settings in ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    });
  }
}
