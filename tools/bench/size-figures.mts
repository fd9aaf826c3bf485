import type { Figure } from './figures.mts';
import type { SizeMeasurements } from './measure-size.mts';
import { SEARCH_KINDS } from './searches.mts';

/** Figures of the full size, some relative to the smallest size. */
export function sizeFigures(small: SizeMeasurements | undefined, full: SizeMeasurements | undefined): Figure[] {
  const slowestSearch = full && Math.max(...SEARCH_KINDS.map((kind) => full.search[kind].p95));
  const relative = (which: 'lists' | 'stats') => small && full && full[which].p95 / small[which].p95;
  const since = small && `of the p95 at ${small.tickets.toLocaleString('en')} tickets`;
  return [
    {
      what: 'list, any filters, any page: p95 / p95 at the smallest size',
      measured: relative('lists'),
      unit: '',
      target: { atMost: 1.5 },
      ...(since && { note: since }),
    },
    {
      what: 'page 1,000 / page 1',
      measured: full?.deepToFirst,
      unit: '',
      target: { atMost: 1.2 },
      note: 'medians, 1 connection',
    },
    {
      what: 'search of 3 or more characters, the page: p95',
      measured: slowestSearch,
      unit: 'ms',
      target: { atMost: 100 },
      note: 'of the slowest kind; without phrases of syllables; one response has page and count',
    },
    { what: 'the same with its count: p95', measured: slowestSearch, unit: 'ms', target: { atMost: 150 } },
    { what: 'search of 1 or 2 characters: p95', measured: full?.shortSearch.p95, unit: 'ms', target: { atMost: 500 } },
    {
      what: 'stats: p95',
      measured: full?.stats.p95,
      unit: 'ms',
      target: { atMost: 5 },
      note: 'of the complete HTTP request',
    },
    {
      what: 'stats: p95 / p95 at the smallest size',
      measured: relative('stats'),
      unit: '',
      target: { atMost: 1.5 },
      ...(since && { note: since }),
    },
    {
      what: 'API ready after',
      measured: full?.readyAfter,
      unit: 'ms',
      target: { atMost: 2000 },
      note: 'on the filled database',
    },
  ];
}
