import pg from 'pg';
import { freePort } from '#testing/free-port';
import { createServerDatabase } from '#testing/test-database';
import { fileTicket } from '../file-ticket.mts';
import { startTemporaryPostgres } from '../temporary-postgres.mts';
import { PRIMARY_SETTINGS, startStandby } from '../temporary-standby.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const WRITERS = 4;
const WRITES = 1000;

/**
 * Files tickets through one process, and looks for each immediately: in the list of another process, which reads from an asynchronous
 * standby, and on the standby itself.
 */
export async function drillReplica(): Promise<readonly Finding[]> {
  const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
  const standby = await startStandby(primary).catch(async (error: unknown) => {
    await primary.stop();
    throw error;
  });
  let apis: readonly ApiProcess[] = [];
  try {
    const { url, name } = await createServerDatabase(primary.url);
    const replica = new URL(standby.url);
    replica.pathname = name;
    const settings = { DATABASE_URL: url, DATABASE_REPLICA_URL: replica.href, DEMO_TICKETS: 'false' };
    const metricsPort = await freePort();
    const reader = { ...settings, METRICS_PORT: String(metricsPort) };
    apis = [await ApiProcess.start(settings), await ApiProcess.start(reader)];
    return await lookForTickets(apis as [ApiProcess, ApiProcess], replica.href, metricsPort);
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await standby.stop();
    await primary.stop();
  }
}

async function lookForTickets(
  [writer, reader]: readonly [ApiProcess, ApiProcess],
  replica: string,
  metricsPort: number,
): Promise<readonly Finding[]> {
  let left = WRITES;
  let [missing, missingOnStandby] = [0, 0];
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: WRITERS }, async () => {
      const standby = new pg.Client({ connectionString: replica });
      await standby.connect();
      while (left-- > 0) {
        const id = await file(writer);
        const onStandby = standby.query('SELECT FROM tickets WHERE id = $1', [id]);
        const startedAt = performance.now();
        const response = await fetch(`${reader.url}/api/tickets/?limit=20`);
        const tickets = (await response.json()) as { id: number }[];
        times.push(performance.now() - startedAt);
        if (!tickets.some((ticket) => ticket.id === id)) missing++;
        if ((await onStandby).rowCount === 0) missingOnStandby++;
      }
      await standby.end();
    }),
  );
  times.sort((one, other) => one - other);
  return [
    { what: 'own tickets missing in the list of another process', measured: missing, unit: `of ${WRITES}`, atMost: 0 },
    { what: 'not yet on the standby when they were acknowledged', measured: missingOnStandby, unit: `of ${WRITES}` },
    {
      what: 'lists that the standby did not serve',
      measured: Math.round(100 * (1 - (await servedShare(metricsPort)))),
      unit: '%',
      atMost: 50,
    },
    { what: 'p95 of the list', measured: Math.round(times[Math.floor(0.95 * times.length)] ?? 0), unit: 'ms' },
  ];
}

/** Files a ticket and returns its id. */
async function file(api: ApiProcess): Promise<number> {
  const response = await fileTicket(api, 'Replica');
  if (response.status !== 201) throw new Error(`Filing got ${response.status}`);
  return ((await response.json()) as { id: number }).id;
}

/** Share of reads served by the standby. */
async function servedShare(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const counts = [...text.matchAll(/^docket_replica_reads_total\{outcome="(\w+)"\} (\d+)$/gm)];
  const sum = (rows: typeof counts) => rows.reduce((total, [, , count]) => total + Number(count), 0);
  return sum(counts.filter(([, outcome]) => outcome === 'served')) / sum(counts);
}
