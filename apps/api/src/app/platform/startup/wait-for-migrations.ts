import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@nestjs/common';
import type { Settings } from '../config/settings';
import type { DatabaseSchema } from '../database/database-schema';
import { openSession } from '../database/hosts/open-session';
import { compareMigrations, describePending } from '../database/pending-migrations';
import { serverAddresses } from '../database/server-addresses';
import { waitForServer } from '../database/wait-for-server';
import { NotReadyException } from '../health/not-ready.exception';
import { createHttpAdapter } from '../http/configure-app';
import { toProblem } from '../problems/problem';
import { sendProblem } from '../problems/send-problem';
import { openPort } from './open-port';

/** Pause between two checks of the database, in milliseconds. */
const INTERVAL_MS = 1000;

/** Timeout for opening a connection, and for a query, in milliseconds. */
const TIMEOUT_MS = 3000;

/**
 * With MIGRATE=off, waits until the database has all migrations of this version. Meanwhile `/healthz` responds 200, and everything else
 * 503 with `migrations-pending`: the API must not use a database with another schema.
 * @throws StartupError if the database does not respond, or if the port cannot be opened
 */
export async function waitForMigrations(
  settings: Settings,
  schema: DatabaseSchema,
  logger: LoggerService,
): Promise<void> {
  const { pooled: address } = serverAddresses(settings) ?? {};
  if (settings.MIGRATE === 'on' || !address) return;
  await waitForServer(address, logger);
  const findPending = async () => {
    const client = await openSession(address, { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
    const query = async <T>(sql: string) => (await client.query(sql)).rows as T;
    return (await compareMigrations({ query }, schema).finally(() => client.end())).pending;
  };
  let pending = await findPending();
  if (!pending.length) return;
  let hasFailed = false;
  logger.warn(`${describePending(pending)} Docket starts once they are applied.`);
  const close = await serveProbes(settings);
  try {
    while (pending.length) {
      await sleep(INTERVAL_MS);
      pending = await findPending().catch((error: unknown) => {
        if (!hasFailed) logger.warn(`The database cannot be asked for its migrations: ${(error as Error).message}`);
        hasFailed = true;
        return pending; // it restarts, or fails over
      });
    }
  } finally {
    await close();
  }
  logger.log('The database has all migrations');
}

/** Opens the port for the probes. @returns a function that closes it */
async function serveProbes({ PORT: port, HOST: host }: Settings): Promise<() => Promise<void>> {
  const fastify = createHttpAdapter().getInstance();
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.setNotFoundHandler((request, reply) => {
    void reply.header('Connection', 'close'); // so that no connection keeps the port open
    sendProblem(reply, toProblem(new NotReadyException('migrations-pending'), request));
  });
  await openPort(() => fastify.listen({ port, host }), { port, host, names: { port: 'PORT', host: 'HOST' } });
  return async () => fastify.close();
}
