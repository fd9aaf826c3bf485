import type { Figure } from '../figures.mts';
import { CLIENT_PAGES, type ClientPageName } from './client-pages.mts';
import { LAPTOP } from './laptop.mts';
import type { ClientMeasurements } from './measure-client.mts';

/** Figures of the client. Without measurements, all rows are unmeasured. */
export function clientFigures(seen: ClientMeasurements | undefined): Figure[] {
  const processor = `processor / ${seen?.slowdown.toFixed(1) ?? '?'}`;
  const laptop = `${LAPTOP.roundTrip} ms, 10 Mbit/s, ${processor}`;
  return [
    {
      what: 'client: first row of the list',
      measured: seen?.firstTable.milliseconds,
      unit: 'ms',
      target: { atMost: 1500 },
      note: `empty cache, ${laptop}; Chromium ${seen?.browser ?? '?'}`,
    },
    {
      what: 'client: the same with gzip',
      measured: seen?.firstTableByGzip.milliseconds,
      unit: 'ms',
      target: { atMost: 1500 },
      note: 'plain HTTP, over which browsers accept no Brotli',
    },
    {
      what: 'client: script before the first row',
      measured: seen && seen.firstTable.scriptBytes / 1000,
      unit: 'kB',
      target: { atMost: 170 },
      note: 'compressed, as served',
    },
    {
      what: 'client: the same with gzip',
      measured: seen && seen.firstTableByGzip.scriptBytes / 1000,
      unit: 'kB',
      note: 'plain HTTP, over which browsers accept no Brotli',
    },
    {
      what: 'client: script of an open ticket and its conversation',
      measured: seen && seen.conversationBytes / 1000,
      unit: 'kB',
      target: { atMost: 40 },
      note: 'compressed, as served, beyond that of the list',
    },
    {
      what: 'client: slow key in search, 200 rows',
      measured: seen?.typing.slowKey,
      unit: 'ms',
      target: { atMost: 50 },
      note: typingNote(seen, processor),
    },
    ...CLIENT_PAGES.flatMap((name) => pageFigures(name, seen, laptop)),
  ];
}

function typingNote(seen: ClientMeasurements | undefined, processor: string): string | undefined {
  if (!seen) return undefined;
  const { keys, slowestKey, inEmptyPage } = seen.typing;
  return `98% of ${keys} keys, to the next frame; slowest ${slowestKey}; in an empty page ${inEmptyPage}; ${processor}`;
}

function pageFigures(name: ClientPageName, seen: ClientMeasurements | undefined, laptop: string): Figure[] {
  const scores = seen?.pages[name];
  const failed = scores?.failed.join(', ');
  return [
    {
      what: `Lighthouse, ${name}: performance`,
      measured: scores?.performance,
      unit: '',
      target: { atLeast: 95 },
      note: `median of 3, ${laptop}`,
    },
    {
      what: `Lighthouse, ${name}: accessibility`,
      measured: scores?.accessibility,
      unit: '',
      target: { atLeast: 100 },
      note: failed,
    },
    {
      what: `Lighthouse, ${name}: best practices`,
      measured: scores?.bestPractices,
      unit: '',
      target: { atLeast: 100 },
      note: failed,
    },
  ];
}
