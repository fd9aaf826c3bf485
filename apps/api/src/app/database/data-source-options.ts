import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { DataSourceOptions } from 'typeorm';
import { Ticket } from '../tickets/ticket.entity';
import { MIGRATIONS } from './migrations';

const SHARED = { type: 'postgres' as const, entities: [Ticket], migrations: MIGRATIONS, synchronize: false };

/** How TypeORM reaches a PostgreSQL server. */
export function serverOptions(url: string, poolSize: number): DataSourceOptions {
  return { ...SHARED, url, poolSize, extra: { connectionTimeoutMillis: 5000, query_timeout: 6000 } };
}

/** How TypeORM reaches the embedded database: the `pg` driver over a connection that is this process itself. */
export function embeddedOptions(pglite: PGlite): DataSourceOptions {
  return { ...SHARED, poolSize: 1, extra: createPgConfig(pglite) };
}
