import { setTimeout as sleep } from 'node:timers/promises';
import { createServerDatabase, runSql } from '#testing/test-database';
import { startTemporaryPostgres } from '../temporary-postgres.mts';
import { PRIMARY_SETTINGS, type TemporaryStandby, startSynchronousStandby } from '../temporary-standby.mts';
import { ApiProcess } from './api-processes.mts';
import { FeedReader } from './feed-reader.mts';
import type { Finding } from './finding.mts';
import { WriteLog } from './write-log.mts';

const WRITERS = 4;
/** Phases of the drill, in ms: writes before the failure, time until the standby is promoted, and writes afterwards. */
const BEFORE_MS = 3000;
const UNNOTICED_MS = 3000;
const AFTER_MS = 3000;

/** Maximum time from the promotion to the next stored write, in ms: one failed search for a host takes as long. */
const RECOVERY_TARGET_MS = 2000;

/**
 * Kills the primary under writes and promotes its synchronous standby. Two processes with both hosts must recover without help, every
 * acknowledged ticket must exist, and a reader of the changes must end with exactly the events of the table.
 */
export async function drillFailover(): Promise<readonly Finding[]> {
  const primary = await startTemporaryPostgres(PRIMARY_SETTINGS);
  let standby: TemporaryStandby | undefined;
  let apis: readonly ApiProcess[] = [];
  try {
    const follower = (standby = await startSynchronousStandby(primary));
    const { url, name } = await createServerDatabase(primary.url);
    const { host } = new URL(follower.url);
    const settings = { DATABASE_URL: url.replace(`/${name}`, `,${host}/${name}`), DEMO_TICKETS: 'false' };
    apis = [await ApiProcess.start(settings), await ApiProcess.start(settings)];
    return await failOver(apis as [ApiProcess, ApiProcess], name, {
      standbyUrl: follower.url,
      kill: () => primary.kill(),
      takeOver: async () => {
        await sleep(UNNOTICED_MS);
        await follower.promote();
      },
    });
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await standby?.stop();
    await primary.stop();
  }
}

/** A failure of the primary, and the takeover by its standby. */
export interface Takeover {
  readonly standbyUrl: string;
  readonly kill: () => void;
  /** Resolves when the standby accepts changes. */
  readonly takeOver: () => Promise<void>;
}

/** Files tickets through two processes, kills the primary, and compares the stored tickets after the takeover. */
export async function failOver(
  apis: readonly [ApiProcess, ApiProcess],
  database: string,
  { standbyUrl, kill, takeOver }: Takeover,
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
  kill();
  const probing = new AbortController();
  const probed = probeUntil(apis[0], probing.signal);
  let [acceptedAt, nextAt] = [NaN, NaN];
  try {
    await takeOver();
    acceptedAt = performance.now();
    probing.abort();
    nextAt = await writes.nextAfter(acceptedAt);
    await sleep(AFTER_MS);
  } finally {
    probing.abort();
    isOver = true;
    await Promise.all([...writers, reading]);
  }
  const reasons = await probed;
  await reader.readToTheEnd();

  const place = new URL(standbyUrl);
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
    { what: 'from the failure to a new primary', measured: Math.round(acceptedAt - killedAt), unit: 'ms' },
    { what: 'from there to the next write', measured: Math.round(recovery), unit: 'ms', atMost: RECOVERY_TARGET_MS },
    { what: 'without writes', measured: Math.round(gap), unit: 'ms' },
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

/** Reasons of the readiness probe until a signal. The API may be ready again shortly before the signal. */
async function probeUntil(api: ApiProcess, signal: AbortSignal): Promise<string[]> {
  const reasons: string[] = [];
  for (; !signal.aborted; await sleep(100)) reasons.push(await readiness(api));
  return reasons.slice(0, reasons.findLastIndex((reason) => reason !== 'writable') + 1);
}

async function readiness(api: ApiProcess): Promise<string> {
  const response = await fetch(`${api.url}/readyz`);
  const { writable, reasons } = (await response.json()) as { writable: boolean; reasons: string[] };
  return reasons.join(',') || (writable ? 'writable' : 'not writable');
}
