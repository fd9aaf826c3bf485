/** Failures of the way to the database, as Node names them, and of the disk under the embedded one. */
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
 * PostgreSQL's codes (SQLSTATE) for what passes by itself, or once an operator has acted: 08 connection, 53 resources such as a
 * full disk, 57P0x shutting down or starting, 57014 a statement that took too long, 55P03 a lock that did, 58030 the disk,
 * 25006 a server that only reads at the moment.
 */
const SQLSTATES = /^(08...|53...|57P0[1-5]|57014|55P03|58030|25006|25P03)$/;

/**
 * What `pg`, its pool and PGlite say without any code, and TypeORM in the middle of a transaction whose connection is gone.
 */
const MESSAGES =
  /timeout exceeded when trying to connect|query read timeout|connection terminated|client has encountered a connection error|client was closed|cannot use a pool after calling end|pglite (is|has been) clos|datasource is not (connected|initialized)|connection is not established|driver not connected|query runner (was )?already released/i;

/** Whether an error means that the database is away, full or too busy: the request may be tried again later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && (SYSTEM_CODES.has(code) || SQLSTATES.test(code))) return true;
  if (MESSAGES.test(error.message)) return true;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [driverError, error.cause];
  return inner.some((each) => each !== error && isDatabaseUnavailable(each));
}
