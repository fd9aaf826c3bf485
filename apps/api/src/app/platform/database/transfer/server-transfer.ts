import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { openSession } from '../hosts/open-session';
import type { ServerAddress } from '../hosts/server-address';
import { withoutTransactionTimeout } from '../session-settings';
import { requireServer } from '../wait-for-server';
import type { TransferConnection } from './transfer-connection';

/** The name of these sessions in `pg_stat_activity`. Those of the API are called `docket`. */
const APPLICATION_NAME = 'docket command';

/**
 * Opens a {@link TransferConnection} to a server.
 * @throws StartupError if the server does not respond, rejects the sign-in, or is too old
 */
export async function openServerTransfer(address: ServerAddress): Promise<TransferConnection> {
  await requireServer(address);
  const client = await openSession(address, { application_name: APPLICATION_NAME, keepAlive: true });
  await client.query(withoutTransactionTimeout('session'));
  return {
    query: async <T>(sql: string, parameters?: readonly unknown[]) =>
      (await client.query(sql, parameters && [...parameters])).rows as T,
    copyOut: (query) => buffer(client.query(to(`COPY (${query}) TO STDOUT`))),
    copyIn: (target, rows) => pipeline(Readable.from([rows]), client.query(from(`COPY ${target} FROM STDIN`))),
    close: () => client.end(),
  };
}

/** The sessions of running API processes on the database of a server. */
export async function countApiSessions(connection: TransferConnection): Promise<number> {
  const [row] = await connection.query<{ sessions: number }[]>(
    `SELECT count(*)::int AS sessions FROM pg_stat_activity
     WHERE datname = current_database() AND application_name = 'docket' AND pid <> pg_backend_pid()`,
  );
  return row?.sessions ?? 0;
}
