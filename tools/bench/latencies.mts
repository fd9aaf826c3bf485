import { markdownTable } from './figures.mts';
import type { LoadResult } from './load.mts';
import type { SizeMeasurements } from './measure-size.mts';
import { SEARCH_KINDS } from './searches.mts';

/** Latencies by number of tickets, as a Markdown table. Unmeasured cells are marked. */
export function latencyTable(sizes: readonly number[], measured: ReadonlyMap<number, SizeMeasurements>): string {
  const row = (what: string, seen: (of: SizeMeasurements) => LoadResult) => [
    what,
    ...sizes.map((size) => {
      const of = measured.get(size);
      if (!of) return 'NOT MEASURED';
      const { p50, p95 } = seen(of);
      return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
    }),
  ];
  return markdownTable([
    ['p50 / p95 in ms', ...sizes.map((size) => size.toLocaleString('en'))],
    row('list, any filters, any page, 16 connections', (of) => of.lists),
    ...SEARCH_KINDS.map((kind) => row(`search and its count: ${kind}`, (of) => of.search[kind])),
    row('search for phrases of frequent syllables, many frequent words, signs', (of) => of.hardSearch),
    row('search of 1 or 2 characters', (of) => of.shortSearch),
    row('stats', (of) => of.stats),
  ]);
}
