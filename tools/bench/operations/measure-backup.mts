import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileTicket } from '../../file-ticket.mts';
import { importTickets } from '../import-tickets.mts';
import { type Server, startEmbeddedApi } from '../processes.mts';

export interface BackupMeasurements {
  readonly tickets: number;
  /** Maximum time of filing a ticket, in ms: before the backup, and while it was made and checked. */
  readonly longestBefore: number;
  readonly longestMeanwhile: number;
  /** Time until the backup was checked, in ms. */
  readonly checkedAfter: number;
  /** Number of tickets filed during the backup. */
  readonly filed: number;
}

const WRITERS = 4;
const BEFORE_MS = 5000;
const TIMEOUT_MS = 120_000;

/** Makes a backup of the embedded database while tickets are filed. */
export async function measureBackup(tickets: number): Promise<BackupMeasurements> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-backup-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  let api: Server | undefined;
  try {
    api = await startEmbeddedApi(join(folder, 'data'), { BACKUP_DIR: join(folder, 'backups') });
    await importTickets(api.url, tickets);
    return { tickets, ...(await backUpUnderWrites(api.url)) };
  } finally {
    await api?.stop();
    process.off('exit', remove);
    remove();
  }
}

async function backUpUnderWrites(url: string) {
  let [isOver, longest, filed] = [false, 0, 0];
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!isOver) {
      const started = performance.now();
      await file(url);
      longest = Math.max(longest, performance.now() - started);
      filed++;
    }
  });
  await sleep(BEFORE_MS);
  const longestBefore = longest;
  [longest, filed] = [0, 0];
  const started = performance.now();
  await Promise.race([untilBackedUp(url), Promise.all(writers)]); // the writers end first only after an error
  const checkedAfter = performance.now() - started;
  isOver = true;
  await Promise.all(writers);
  return { longestBefore, longestMeanwhile: longest, checkedAfter, filed };
}

async function file(url: string): Promise<void> {
  const { status } = await fileTicket({ url }, 'Filed meanwhile');
  if (status !== 201) throw new Error(`Filing got ${status}`);
}

async function untilBackedUp(url: string): Promise<void> {
  const { status } = await fetch(`${url}/api/backups`, { method: 'POST' });
  if (status !== 202) throw new Error(`The backup got ${status}`);
  for (const end = performance.now() + TIMEOUT_MS; performance.now() < end; await sleep(100)) {
    const backups = (await (await fetch(`${url}/api/backups`)).json()) as { state: string }[];
    if (backups.some(({ state }) => state === 'checked')) return;
  }
  throw new Error(`The backup was not checked within ${TIMEOUT_MS / 1000} s`);
}
