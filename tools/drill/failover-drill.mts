import { setTimeout as sleep } from 'node:timers/promises';
import { createServerDatabase, runSql } from '#testing/test-database';
import { type TemporaryPostgres, startTemporaryPostgres } from '../temporary-postgres.mts';
import { PRIMARY_SETTINGS, type TemporaryStandby, startSynchronousStandby } from '../temporary-standby.mts';
import { ApiProcess } from './api-processes.mts';
import { FeedReader } from './feed-reader.mts';
import type { Finding } from './finding.mts';
import { WriteLog } from './write-log.mts';

const WRITERS = 4;
/** Times of the drill, in milliseconds: writes before the failure, and the time until somebody promotes the standby. */
const BEFORE_MS = 3000;
const UNNOTICED_MS = 3000;
const AFTER_MS = 3000;

/** Time from the promotion to the next write that is stored: one failed search for a host takes as long. */
const RECOVERY_TARGET_MS = 2000;

/**
 * Kills the primary under writes and promotes its synchronous standby. Two processes with both hosts must go on by themselves, every
 * acknowledged ticket must be there, and a reader of the changes must end with exactly the events of the table.
 */
export async function drillFailover(): Promise<readonly Finding[]> {
  const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
  let standby: TemporaryStandby | undefined;
  let apis: readonly ApiProcess[] = [];
  try {
    standby = await startSynchronousStandby(primary);
    const { url, name } = await createServerDatabase(primary.url);
    const { host } = new URL(standby.url);
    const settings = { DATABASE_URL: url.replace(`/${name}`, `,${host}/${name}`), DEMO_TICKETS: 'false' };
    apis = [await ApiProcess.start(settings), await ApiProcess.start(settings)];
    return await failOver(apis as [ApiProcess, ApiProcess], primary, standby, name);
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await standby?.stop();
    await primary.stop();
  }
}

async function failOver(
  apis: readonly [ApiProcess, ApiProcess],
  primary: TemporaryPostgres,
  standby: TemporaryStandby,
  database: string,
): Promise<readonly Finding[]> {
  const reader = new FeedReader(apis[1]);
  const writes = new WriteLog();
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    while (!isOver) await writes.file(apis[writer % 2 === 0 ? 0 : 1]);
  });
  const reading = reader.readUntil(() => isOver);
  await sleep(BEFORE_MS);
  const killedAt = performance.now();
  primary.kill();
  const reasons = await probeFor(apis[0], UNNOTICED_MS);
  const promotedAt = performance.now();
  standby.promote();
  const acceptedAt = performance.now();
  const nextAt = await writes.nextAfter(promotedAt);
  await sleep(AFTER_MS);
  isOver = true;
  await Promise.all([...writers, reading]);
  await reader.readToTheEnd();

  const place = new URL(standby.url);
  place.pathname = database;
  const idsOf = async (table: string) =>
    (await runSql(place.href, `SELECT id FROM ${table}`)).map(({ id }) => Number(id));
  const stored = new Set(await idsOf('tickets'));
  const lost = writes.ids.filter((id) => !stored.has(id)).length;
  const others = reasons.filter((reason) => reason !== 'no-connection').length;
  const isReady = (await readiness(apis[0])) === 'writable';
  const [recovery, gap] = [nextAt - acceptedAt, nextAt - writes.lastBefore(killedAt)];
  return [
    { what: 'acknowledged tickets that are lost', measured: lost, unit: `of ${writes.ids.length}`, atMost: 0 },
    { what: 'duration of the promotion', measured: Math.round(acceptedAt - promotedAt), unit: 'ms' },
    { what: 'from there to the next write', measured: Math.round(recovery), unit: 'ms', atMost: RECOVERY_TARGET_MS },
    { what: `without writes, with ${UNNOTICED_MS} ms until the promotion`, measured: Math.round(gap), unit: 'ms' },
    {
      what: '/readyz with another reason than no-connection',
      measured: others,
      unit: `of ${reasons.length}`,
      atMost: 0,
    },
    { what: 'processes that are not ready afterwards', measured: isReady ? 0 : 1, unit: '', atMost: 0 },
    ...reader.compare(await idsOf('ticket_events')),
  ];
}

/** The reasons that the readiness probe gives during a time. */
async function probeFor(api: ApiProcess, ms: number): Promise<string[]> {
  const reasons: string[] = [];
  for (const end = performance.now() + ms; performance.now() < end; await sleep(100))
    reasons.push(await readiness(api));
  return reasons;
}

async function readiness(api: ApiProcess): Promise<string> {
  const response = await fetch(`${api.url}/readyz`);
  const { writable, reasons } = (await response.json()) as { writable: boolean; reasons: string[] };
  return reasons.join(',') || (writable ? 'writable' : 'not writable');
}
