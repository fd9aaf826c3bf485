import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileTicket } from '../../file-ticket.mts';
import type { Figure } from '../figures.mts';
import { type Server, startEmbeddedApi } from '../processes.mts';
import { createOldEmbeddedDatabase } from './old-database.mts';
import { type SearchObservations, watchSearches } from './watch-searches.mts';

/** Observations over HTTP while an embedded database of the previous version is upgraded. */
export interface EmbeddedUpgrade {
  readonly tickets: number;
  /** Time from the start of the API to its first "ready", in seconds. */
  readonly seconds: number;
  /** Time from "ready" to the first search with the new folding, in seconds. */
  readonly onlineSeconds: number;
  /** Maximum wait of a request that reads a ticket, in seconds. */
  readonly readWaited: number;
  /** Maximum wait of a request that files a ticket, in seconds. */
  readonly writeWaited: number;
  readonly searches: SearchObservations;
}

const PAUSE_MS = 100;

/** Starts the built API on an embedded database of the previous version, and observes its upgrade over HTTP. */
export async function measureEmbeddedUpgrade(tickets: number): Promise<EmbeddedUpgrade> {
  const folder = mkdtempSync(join(tmpdir(), 'docket-upgrade-'));
  let api: Server | undefined;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    await createOldEmbeddedDatabase(folder, tickets);
    api = await startEmbeddedApi(folder);
    const { url } = api;
    const started = performance.now();
    let isOver = false;
    const upgraded = untilFoldedAnew(url).finally(() => (isOver = true));
    const [searches, readWaited, writeWaited] = await Promise.all([
      watchSearches(url, upgraded),
      longestWait(
        () => fetch(`${url}/api/tickets/1`),
        () => isOver,
      ),
      longestWait(
        () => fileTicket({ url }, 'Meanwhile'),
        () => isOver,
      ),
    ]);
    const onlineSeconds = (performance.now() - started) / 1000;
    return { tickets, seconds: api.readyAfter / 1000, onlineSeconds, readWaited, writeWaited, searches };
  } finally {
    await api?.stop();
    process.off('exit', remove);
    remove();
  }
}

/** Files a ticket in full-width letters, and searches for it in half-width letters until the search finds it. */
async function untilFoldedAnew(url: string): Promise<void> {
  await fileTicket({ url }, '\uFF55\uFF50\uFF47\uFF52\uFF41\uFF44\uFF45\uFF44');
  for (;;) {
    const response = await fetch(`${url}/api/tickets/?search=upgraded`);
    if (((await response.json()) as unknown[]).length) return;
    await sleep(1000);
  }
}

async function longestWait(request: () => Promise<Response>, isOver: () => boolean): Promise<number> {
  let slowest = 0;
  for (; !isOver(); await sleep(PAUSE_MS)) {
    const started = performance.now();
    const response = await request();
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`A request failed during the upgrade: ${response.status}`);
    slowest = Math.max(slowest, (performance.now() - started) / 1000);
  }
  return slowest;
}

/** Figures of {@link measureEmbeddedUpgrade}. */
export function embeddedUpgradeFigures(seen: EmbeddedUpgrade | undefined): Figure[] {
  const figure = (what: string, measured: number | undefined, more: Partial<Figure> = {}) => ({
    what: `upgrading, embedded: ${what}`,
    measured,
    unit: 's',
    ...more,
  });
  return [
    figure('until ready', seen?.seconds, { note: seen && `${seen.tickets} tickets` }),
    figure('until all texts are folded', seen?.onlineSeconds, { note: 'the API serves meanwhile' }),
    figure('longest wait of a read', seen?.readWaited, { target: { atMost: 2 } }),
    figure('longest wait of a write', seen?.writeWaited, { target: { atMost: 2 } }),
    figure('slowest search', seen?.searches.waited, {
      note: seen && `of ${seen.searches.sent}, with ${seen.searches.failed} errors`,
    }),
  ];
}
