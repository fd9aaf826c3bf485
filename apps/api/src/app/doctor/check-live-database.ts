import type { DatabaseSchema } from '../platform/database/database-schema';
import { describeMove, findMove } from '../platform/database/database-move';
import { compareMigrations } from '../platform/database/pending-migrations';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { checkCounters } from '../tickets';
import { type Finding, fail, ok, warn } from './finding';

/** Clock difference above which the doctor warns, in milliseconds: times of the two machines can then be in the wrong order. */
const MAX_CLOCK_DIFFERENCE_MS = 2000;

/** Checks a database that responds. Writes and locks nothing. */
export async function checkLiveDatabase(connection: TransferConnection, schema: DatabaseSchema): Promise<Finding[]> {
  const findings = [await checkVersion(connection), await checkClock(connection)];
  const move = await findMove(connection);
  if (move) return [...findings, fail('move', describeMove(move))];
  const { finding, isCurrent } = await checkMigrations(connection, schema);
  findings.push(finding);
  if (isCurrent) findings.push(await checkOnlineChanges(connection), await checkTicketCounters(connection));
  return findings;
}

async function checkVersion(connection: TransferConnection): Promise<Finding> {
  const [row] = await connection.query<{ server_version: string }[]>('SHOW server_version');
  return ok('database', `It responds. PostgreSQL ${row?.server_version}.`);
}

async function checkClock(connection: TransferConnection): Promise<Finding> {
  const start = Date.now();
  const [row] = await connection.query<{ ms: number }[]>(
    'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms',
  );
  const end = Date.now();
  const ms = row?.ms ?? 0;
  const difference = Math.round(ms < start ? start - ms : Math.max(0, ms - end));
  if (difference <= MAX_CLOCK_DIFFERENCE_MS) return ok('clock', 'This machine and the database have the same time.');
  return warn(
    'clock',
    `The clocks of this machine and the database differ by ${(difference / 1000).toFixed(1)} s. Synchronise both by NTP.`,
  );
}

async function checkMigrations(
  connection: TransferConnection,
  schema: DatabaseSchema,
): Promise<{ finding: Finding; isCurrent: boolean }> {
  const { pending, newer } = await compareMigrations(connection, schema);
  if (newer.length) {
    const text = `The database has ${newer.length} migrations of a newer version. Start that version.`;
    return { finding: fail('migrations', text), isCurrent: false };
  }
  if (pending.length) {
    return {
      finding: warn('migrations', `${pending.length} are pending. The next start applies them.`),
      isCurrent: false,
    };
  }
  return { finding: ok('migrations', 'None is pending.'), isCurrent: true };
}

async function checkOnlineChanges(connection: TransferConnection): Promise<Finding> {
  const open = await connection.query<{ name: string }[]>(
    'SELECT name FROM online_changes WHERE finished_at IS NULL ORDER BY name',
  );
  if (!open.length) return ok('online changes', 'None is open.');
  return warn('online changes', `Open: ${open.map(({ name }) => name).join(', ')}. A running Docket finishes them.`);
}

async function checkTicketCounters(connection: TransferConnection): Promise<Finding> {
  const wrong = await checkCounters(connection);
  if (!wrong.length) return ok('counters', 'All counters agree with the tickets.');
  return fail('counters', `${wrong.length} are wrong, such as ${wrong[0]?.counter}. Run docket counters rebuild.`);
}
