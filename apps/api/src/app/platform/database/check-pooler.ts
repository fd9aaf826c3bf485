import { StartupError } from '../startup/startup-error';
import { checkSessionSettings } from './check-session-settings';
import { openSession } from './hosts/open-session';
import type { ServerAddress } from './hosts/server-address';
import type { SessionClient } from './session-client';

/** Time for opening a connection, and for an answer, in milliseconds. */
const TIMEOUT_MS = 5000;

/** The database and the cluster of a connection. A standby of the same cluster has the same values. */
const IDENTITY = `
  SELECT system_identifier::text AS system, (SELECT oid::text FROM pg_database WHERE datname = current_database()) AS database
  FROM pg_control_system()`;

interface Identity {
  readonly system: string;
  readonly database: string;
}

/**
 * Checks a pooler: its connections have the settings that Docket needs, and it leads to the database of the direct address.
 * @throws StartupError otherwise: migrations of another database would leave that of the requests unchanged
 */
export async function checkPooler(server: ServerAddress, direct: ServerAddress): Promise<void> {
  const [pooled, own] = [await identify(server, checkSettings), await identify(direct)];
  if (pooled.system === own.system && pooled.database === own.database) return;
  throw new StartupError(
    'DATABASE_DIRECT_URL and DATABASE_URL lead to different databases. Set both to the same one: DATABASE_URL through the pooler.',
  );
}

async function identify(
  address: ServerAddress,
  check: (client: SessionClient) => Promise<void> = () => Promise.resolve(),
): Promise<Identity> {
  const client = await openSession(address, { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
  try {
    await check(client);
    const { rows } = await client.query<Identity>(IDENTITY);
    return rows[0] ?? { system: '', database: '' };
  } finally {
    await client.end();
  }
}

const checkSettings = (client: SessionClient): Promise<void> =>
  checkSessionSettings({
    query: async <T>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as T,
  });
