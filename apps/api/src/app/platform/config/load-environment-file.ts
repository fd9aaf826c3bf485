import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { StartupError } from '../startup/startup-error';

/**
 * Adds what a `.env` in the working directory says to the environment, where there is one. What is set already wins.
 * @throws StartupError when the file cannot be read
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
