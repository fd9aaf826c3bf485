import type { Figure } from '../figures.mts';
import type { EmbeddedMeasurements } from './measure-embedded.mts';

type Measured = 'lists' | 'search' | 'shortSearch' | 'stats';

/** Figures of the embedded database. */
export function embeddedFigures(seen: EmbeddedMeasurements | undefined): Figure[] {
  const latency = (what: string, key: Measured, atMost: number): Figure[] => [
    { what: `embedded, ${what}: p50`, measured: seen?.[key].p50, unit: 'ms' },
    { what: `embedded, ${what}: p95`, measured: seen?.[key].p95, unit: 'ms', target: { atMost } },
  ];
  return [
    { what: 'embedded: ready after', measured: seen?.readyAfter, unit: 'ms', note: `${seen?.tickets ?? '?'} tickets` },
    ...latency('list, mixes of filters and pages', 'lists', 20),
    ...latency('stats', 'stats', 20),
    ...latency('search of 3 or more characters', 'search', 100),
    ...latency('search of 1 or 2 characters', 'shortSearch', 500),
    { what: 'embedded: import', measured: seen?.importedPerSecond, unit: 'rows/s' },
    { what: 'embedded: memory', measured: seen?.memory, unit: 'MB', note: 'API and database are one process' },
  ];
}
