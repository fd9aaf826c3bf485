import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runSql } from '#testing/test-database';
import { fileTicket } from '../file-ticket.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';
import { TemporaryPooler } from './temporary-pooler.mts';

const WRITERS = 8;
const RESTARTS = 3;
/** Phases of the drill, in ms. */
const UP_MS = 3000;
const DOWN_MS = 1500;
const RETRY_MS = 200;

/** Maximum number of attempts for a ticket, about a minute and a half. */
const TRIES = 450;

/**
 * Files tickets through two processes and PgBouncer in transaction mode, which is killed and restarted three times. Each writer repeats a
 * failed request with the same Idempotency-Key through the other process. Each key must have filed exactly one ticket.
 */
export async function drillPooler(databaseUrl: string): Promise<readonly Finding[]> {
  const pooler = await TemporaryPooler.start(databaseUrl);
  const apis: ApiProcess[] = [];
  try {
    const settings = { DATABASE_URL: pooler.url, DATABASE_POOLER: 'transaction', DATABASE_DIRECT_URL: databaseUrl };
    for (let process = 0; process < 2; process++) apis.push(await ApiProcess.start(settings));
    return await restartPooler(pooler, apis, databaseUrl);
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await pooler.remove();
  }
}

async function restartPooler(pooler: TemporaryPooler, apis: readonly ApiProcess[], databaseUrl: string) {
  const log = new KeyedLog(apis);
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    while (!isOver) await log.file(writer);
  });
  const gaps: number[] = [];
  try {
    await sleep(UP_MS);
    for (let restart = 0; restart < RESTARTS; restart++) {
      await pooler.kill();
      await sleep(DOWN_MS);
      await pooler.start();
      const startedAt = performance.now();
      const before = log.ids.size;
      while (log.ids.size === before && performance.now() - startedAt < 30_000) await sleep(5);
      gaps.push(performance.now() - startedAt);
      await sleep(UP_MS);
    }
  } finally {
    isOver = true;
  }
  await Promise.all(writers);
  return findings(log, gaps, await runSql(databaseUrl, `SELECT id::int, title FROM tickets`), apis);
}

async function findings(
  log: KeyedLog,
  gaps: readonly number[],
  rows: readonly Record<string, unknown>[],
  apis: readonly ApiProcess[],
): Promise<Finding[]> {
  const stored = new Map(rows.map(({ id, title }) => [Number(id), String(title)]));
  const lost = [...log.ids].filter(([id, title]) => stored.get(id) !== title).length;
  const probes = await Promise.all(apis.map((api) => fetch(`${api.url}/readyz`)));
  const errors = apis.flatMap((api) => api.output.split('\n')).filter((line) => /"level":[56]0/.test(line));
  for (const line of [...log.unclear, ...errors.slice(0, 5)]) console.error(`  ${line}`);
  return [
    { what: 'acknowledged tickets that are lost', measured: lost, unit: `of ${log.ids.size}`, atMost: 0 },
    { what: 'tickets beyond one for each key', measured: rows.length - log.keys, unit: `of ${rows.length}`, atMost: 0 },
    { what: 'keys without a ticket', measured: log.keys - log.ids.size, unit: `of ${log.keys}`, atMost: 0 },
    { what: 'requests that got 503 with Retry-After', measured: log.refused, unit: `of ${log.requests}` },
    { what: 'requests that failed in another way', measured: log.unclear.length, unit: '', atMost: 0 },
    { what: 'repeated requests whose ticket was stored already', measured: log.replayed, unit: '' },
    { what: 'from the return of the pooler to the next ticket', measured: Math.round(Math.max(...gaps)), unit: 'ms' },
    { what: 'errors in the logs', measured: errors.length, unit: '', atMost: 0 },
    {
      what: 'processes that are not ready afterwards',
      measured: probes.filter(({ ok }) => !ok).length,
      unit: '',
      atMost: 0,
    },
  ];
}

/** Files tickets, each with a separate key, until each is acknowledged. */
class KeyedLog {
  /** Titles of acknowledged tickets, by id. */
  readonly ids = new Map<number, string>();
  /** Failures without a clear instruction for the client. */
  readonly unclear: string[] = [];
  keys = 0;
  requests = 0;
  refused = 0;
  replayed = 0;
  private readonly apis: readonly ApiProcess[];

  constructor(apis: readonly ApiProcess[]) {
    this.apis = apis;
  }

  async file(writer: number): Promise<void> {
    const title = `Pooler ${++this.keys}`;
    const key = randomUUID();
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const api = this.apis[(writer + attempt) % this.apis.length];
      if (!api) return;
      this.requests++;
      const response = await fileTicket(api, title, { 'idempotency-key': key }).catch((error: unknown) => error);
      if (!(response instanceof Response)) this.unclear.push(String(response));
      else if (response.status === 201) {
        if (response.headers.has('idempotent-replayed')) this.replayed++;
        this.ids.set(((await response.json()) as { id: number }).id, title);
        return;
      } else await this.noteFailure(response);
      await sleep(RETRY_MS);
    }
  }

  private async noteFailure(response: Response): Promise<void> {
    const text = await response.text();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    if (response.status === 503 && isProblem && Number(response.headers.get('retry-after')) > 0) this.refused++;
    else this.unclear.push(`${response.status} ${text}`);
  }
}
