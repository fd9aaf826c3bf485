import type { PoolConfig } from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { TicketDayCount } from '../counters/ticket-day-count.entity';
import { TicketLabelCount } from '../counters/ticket-label-count.entity';
import { Ticket } from '../tickets/ticket.entity';
import { GiveUpClient } from './give-up-client';
import { MIGRATIONS } from './migrations';
import { TIMES_AS_TEXT } from './times-as-text';

/** What both forms of the database share. */
export const SHARED_OPTIONS = {
  type: 'postgres' as const,
  entities: [Ticket, TicketLabelCount, TicketDayCount],
  migrations: MIGRATIONS,
  synchronize: false,
};

/**
 * How long the parts of a request wait for the database, in milliseconds. A request takes a connection once and gives up
 * with its first query that times out, so with a database gone silent it has its answer after CONNECT + SILENCE at most:
 * inside the 7 seconds that the API promises.
 */
const CONNECT = 2000;
/** A query that the server itself still works on: the server ends it, and the connection stays good. */
const STATEMENT = 4000;
/** A query without any answer: the connection is given up. */
const SILENCE = 4500;

/** Every session of ours counts its days in UTC, however the server is set. */
const SESSION = { application_name: 'docket', options: '-c timezone=UTC', keepAlive: true } satisfies PoolConfig;

/** How TypeORM reaches a PostgreSQL server to serve requests. */
export function serverOptions(url: string, poolSize: number): DataSourceOptions {
  const extra: PoolConfig & { Client: typeof GiveUpClient } = {
    ...SESSION,
    types: TIMES_AS_TEXT,
    Client: GiveUpClient,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    query_timeout: SILENCE,
    idle_in_transaction_session_timeout: 60_000,
    keepAliveInitialDelayMillis: 10_000,
  };
  return { ...SHARED_OPTIONS, url, poolSize, extra };
}

/** How TypeORM reaches a PostgreSQL server to migrate it: alone, and for as long as an index over all tickets takes. */
export function migrationOptions(url: string): DataSourceOptions {
  const extra: PoolConfig = { ...SESSION, connectionTimeoutMillis: CONNECT, keepAliveInitialDelayMillis: 10_000 };
  return { ...SHARED_OPTIONS, url, poolSize: 1, extra: { ...extra, statement_timeout: 0 } };
}
