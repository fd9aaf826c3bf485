/** Node's error codes for a failed connection to the database, and for the disk of the embedded one. */
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
]);

/**
 * SQLSTATE codes of failures that end on their own or when an operator acts: 08 connection, 53 resources such as a full disk, 57P0x
 * shutdown or start, 57014 statement timeout, 55P03 lock timeout, 58030 disk, 25006 read-only server, 25P03 idle transaction timeout.
 */
const SQLSTATES = /^(?:08...|53...|57P0[1-5]|57014|55P03|58030|25006|25P03)$/;

/** The messages of errors without a code: from `pg`, its pool, PGlite, and TypeORM when a transaction loses its connection. */
const MESSAGES =
  /timeout exceeded when trying to connect|query read timeout|connection terminated|client has encountered a connection error|client was closed|cannot use a pool after calling end|pglite (?:is|has been) clos|datasource is not (?:connected|initialized)|connection is not established|driver not connected|query runner (?:was )?already released/i;

/** Whether an error means that the database is unreachable, full or too busy, so a retry may succeed later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (SYSTEM_CODES.has(code) || SQLSTATES.test(code))) return true;
  if (MESSAGES.test(error.message)) return true;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [driverError, error.cause];
  return inner.some((each) => each !== error && isDatabaseUnavailable(each));
}
