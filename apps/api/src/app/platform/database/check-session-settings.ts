import { StartupError } from '../startup/startup-error';
import type { Queryable } from './queryable';
import { SESSION_SETTINGS, STARTUP_PARAMETERS } from './session-settings';

interface Setting {
  readonly name: string;
  readonly setting: string;
}

/** Settings that do not change results, or that an administrator may have chosen. */
const OPTIONAL = /timeout$|^search_path$/;

/**
 * Checks the settings of a connection. Through PgBouncer, a connection has the defaults of its role for all settings but three.
 * @throws StartupError if a setting would change results; the message contains the statement that corrects it
 */
export async function checkSessionSettings(database: Queryable): Promise<void> {
  const wanted: Readonly<Record<string, string>> = { ...SESSION_SETTINGS, ...STARTUP_PARAMETERS };
  const required = Object.keys(wanted).filter((name) => !OPTIONAL.test(name));
  const found = await database.query<Setting[]>(
    'SELECT name, setting FROM pg_catalog.pg_settings WHERE name = ANY($1) ORDER BY name',
    [required],
  );
  const wrong = found.filter(({ name, setting }) => setting !== wanted[name]);
  if (!wrong.length) return;
  const statements = wrong.map(({ name }) => `ALTER ROLE CURRENT_USER SET ${name} = '${wanted[name]}';`);
  throw new StartupError(
    `The database has other defaults than Docket needs for ${wrong.map(({ name }) => name).join(', ')}. ` +
      `Run this as Docket's role and reconnect the pooler: ${statements.join(' ')}`,
  );
}
