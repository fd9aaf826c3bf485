import { NO_HOST, READ_ONLY_HOST } from './hosts/host-errors';

/** Conditions in which the database cannot serve a request. */
export type UnavailableReason =
  'no_connection' | 'pool_exhausted' | 'too_slow' | 'read_only' | 'disk_full' | 'out_of_resources' | 'no_rights';

export const UNAVAILABLE_TEXTS: Readonly<Record<UnavailableReason, string>> = {
  no_connection: 'The database cannot be reached',
  pool_exhausted: 'All connections to the database are in use',
  too_slow: 'The database did not answer in time',
  read_only: 'The database is read-only',
  disk_full: 'The disk of the database has too little space',
  out_of_resources: 'The database server has no resources left',
  no_rights: 'The role of Docket has no rights to a table of the database',
};

/** The code of a connection that the server refused for a reason outside {@link CODES}. */
export const CONNECTION_REFUSED = 'CONNECTION_REFUSED';

/** Codes of Node, and SQLSTATE codes. The first match counts. */
const CODES: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/^(?:ENOSPC|EDQUOT|53100)$/, 'disk_full'],
  [/^(?:EROFS|25006)$/, 'read_only'],
  [/^(?:57014|55P03|25P03)$/, 'too_slow'], // timeouts of statements, locks and idle transactions
  [/^POOL_EXHAUSTED$/, 'pool_exhausted'],
  [new RegExp(`^(?:${READ_ONLY_HOST}|${CONNECTION_REFUSED})$`), 'no_connection'],
  [/^(?:53...|EIO|58030)$/, 'out_of_resources'],
  [/^42501$/, 'no_rights'], // the owner or the rights of a table have changed
  // 28…: the password or the rights have changed; 3D000: the database does not exist any more.
  [
    /^(?:ECONNREFUSED|ECONNRESET|ECONNABORTED|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EPIPE|ETIMEDOUT|08...|57P0[1-5]|28...|3D000)$/,
    'no_connection',
  ],
];

/** The messages of errors without a code: from `pg`, its pool, PGlite, and TypeORM when a transaction loses its connection. */
const MESSAGES: readonly (readonly [RegExp, UnavailableReason])[] = [
  [/query read timeout/i, 'too_slow'],
  [
    /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|client was closed|cannot use a pool after calling end|pglite (?:is|has been) clos|datasource is not (?:connected|initialized)|connection is not established|driver not connected|query runner (?:was )?already released/i,
    'no_connection',
  ],
];

/** Errors of a statement that the server may have executed, although its result never arrived. */
const OUTCOME_UNKNOWN =
  /^(?:ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|08006|08007|57P0[12])$|query read timeout|connection terminated unexpectedly/i;

/** The reason if an error means that the database is unavailable, so a retry may succeed later; undefined for any other error. */
export function unavailableReason(error: unknown): UnavailableReason | undefined {
  for (const { code, message } of causes(error)) {
    const known =
      CODES.find(([pattern]) => code !== undefined && pattern.test(code)) ??
      MESSAGES.find(([pattern]) => pattern.test(message));
    if (known) return known[1];
  }
  return undefined;
}

/** The reason, in words, if an error means that a readable database accepts no writes; undefined for any other error. */
export function noChangesReason(error: unknown): string | undefined {
  const reason = unavailableReason(error);
  return reason === 'disk_full' || reason === 'read_only' ? UNAVAILABLE_TEXTS[reason] : undefined;
}

/** Whether an error means that the database is unreachable, full or too busy, so a retry may succeed later. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return unavailableReason(error) !== undefined;
}

/** Whether the statement that failed may have been executed and committed. Without a host, it was not sent. */
export function isOutcomeUnknown(error: unknown): boolean {
  const all = [...causes(error)];
  return (
    all.every(({ code }) => code !== NO_HOST) && all.some(({ code, message }) => OUTCOME_UNKNOWN.test(code ?? message))
  );
}

interface Cause {
  readonly code: string | undefined;
  readonly message: string;
}

/** An error and the errors that it wraps. */
function* causes(error: unknown): Generator<Cause> {
  if (!(error instanceof Error)) return;
  const { code, driverError } = error as { code?: unknown; driverError?: unknown };
  yield { code: typeof code === 'string' ? code : undefined, message: error.message };
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [driverError, error.cause];
  for (const each of inner) if (each !== error) yield* causes(each);
}
