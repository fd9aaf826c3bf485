import pg, { type PoolConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import type { DatabaseSchema } from './database-schema';
import { HostsPool } from './hosts/hosts-pool';
import type { ServerAddress } from './hosts/server-address';
import { REPORTING_DRIVER } from './reporting-pool';
import { SessionClient, type SessionConfig } from './session-client';
import { TimeoutClient } from './timeout-client';
import { TIMES_AS_TEXT } from './times-as-text';

/**
 * Timeouts of one query, in milliseconds. A request uses one connection and fails with its first query that times out. If the
 * database does not respond, the API responds within CONNECTION_TIMEOUT_MS + QUERY_TIMEOUT_MS: less than the 7 seconds that it
 * promises.
 */
const CONNECTION_TIMEOUT_MS = 2000;
const REPLICA_CONNECTION_TIMEOUT_MS = 500;
/** The server cancels a longer statement; the connection stays usable. */
const STATEMENT_TIMEOUT_MS = 4000;
/** The client closes the connection if the server sends nothing for this long. */
const QUERY_TIMEOUT_MS = 4500;

const SESSION = { application_name: 'docket', keepAlive: true } satisfies PoolConfig;

/** The pool passes its options on to the client. */
type SessionPoolConfig = PoolConfig & Pick<SessionConfig, 'address'> & { readonly Client: typeof SessionClient };

/** Options of both the server and the embedded database. The schema changes by migration only. */
export function sharedOptions({ entities, migrations }: DatabaseSchema) {
  return {
    type: 'postgres' as const,
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
  };
}

/** TypeORM's options for a PostgreSQL server that serves requests. */
export function serverOptions(
  schema: DatabaseSchema,
  address: ServerAddress,
  poolSize: number,
  session: Pick<PoolConfig, 'connectionTimeoutMillis' | 'options'> = {},
): DataSourceOptions {
  const extra: SessionPoolConfig = {
    ...SESSION,
    address,
    types: TIMES_AS_TEXT,
    Client: TimeoutClient,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    idle_in_transaction_session_timeout: 60_000,
    keepAliveInitialDelayMillis: 10_000,
    ...session,
  };
  return { ...sharedOptions(schema), url: address.host.url, poolSize, extra, driver: REPORTING_DRIVER };
}

/**
 * TypeORM's options for a standby that serves reads. The primary serves them while the standby does not answer, so it has less time to
 * open a connection.
 */
export function replicaOptions(schema: DatabaseSchema, address: ServerAddress, poolSize: number): DataSourceOptions {
  return serverOptions(schema, address, poolSize, {
    connectionTimeoutMillis: REPLICA_CONNECTION_TIMEOUT_MS,
    options: '-c default_transaction_read_only=on', // also after its promotion
  });
}

/** TypeORM's options to migrate or maintain a PostgreSQL server: one connection, no statement timeout. */
export function migrationOptions(schema: DatabaseSchema, address: ServerAddress): DataSourceOptions {
  const extra: SessionPoolConfig = {
    ...SESSION,
    address,
    Client: SessionClient,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    keepAliveInitialDelayMillis: 10_000,
  };
  return { ...sharedOptions(schema), url: address.host.url, poolSize: 1, extra, driver: { ...pg, Pool: HostsPool } };
}
