/**
 * Settings of every connection that change the meaning, the result or the duration of a statement. A database or a role may have
 * other defaults (`ALTER DATABASE … SET search_path`). These are PostgreSQL's own. A timeout of `serverOptions` takes precedence.
 */
export const SESSION_SETTINGS = {
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  backslash_quote: 'safe_encoding',
  transform_null_equals: 'off',
  array_nulls: 'on',
  gin_fuzzy_search_limit: '0',
  row_security: 'on',
  search_path: '"$user",public',
  default_transaction_isolation: 'read committed',
  default_transaction_deferrable: 'off',
  statement_timeout: '0',
  lock_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
} as const;

/**
 * Settings of the same kind that PgBouncer keeps for each client, also in transaction mode. They are parameters of the start-up
 * message. PgBouncer rejects all others. The format of a time depends on the first two.
 */
export const STARTUP_PARAMETERS = {
  DateStyle: 'ISO, MDY',
  TimeZone: 'UTC',
  standard_conforming_strings: 'on',
} as const;

/**
 * Removes the limit of a transaction's duration, for a transaction that copies many rows. PostgreSQL 17 and later have the setting, and
 * earlier ones reject its name in a start-up message.
 * @param scope of the change: the transaction, or the session
 */
export function withoutTransactionTimeout(scope: 'transaction' | 'session'): string {
  const isLocal = scope === 'transaction';
  return `SELECT pg_catalog.set_config(name, '0', ${isLocal}) FROM pg_catalog.pg_settings WHERE name = 'transaction_timeout'`;
}

/** The settings as the `options` of a start-up message. They override the defaults of the database and the role. */
export function sessionOptions(): string {
  return Object.entries(SESSION_SETTINGS)
    .map(([name, value]) => `-c ${name}=${value.replace(/[\\ ]/g, '\\$&')}`)
    .join(' ');
}

/** One statement for each setting, for a connection without a start-up message. */
export function sessionStatements(): string {
  return Object.entries({ ...STARTUP_PARAMETERS, ...SESSION_SETTINGS })
    .map(([name, value]) => `SELECT pg_catalog.set_config('${name}', '${value}', false);`)
    .join('\n');
}
