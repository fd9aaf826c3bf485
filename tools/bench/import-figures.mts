import type { Figure } from './figures.mts';
import type { ImportMeasurements } from './measure-import.mts';
import type { SizeMeasurements } from './measure-size.mts';

/**
 * Figures of an import.
 * @param copied the database that a bare COPY filled with the same number of rows, with all indexes and counters
 */
export function importFigures(seen: ImportMeasurements | undefined, copied: SizeMeasurements | undefined): Figure[] {
  const perSecond = copied && copied.tickets / copied.fillSeconds;
  return [
    {
      what: 'import',
      measured: seen?.perSecond,
      unit: 'rows/s',
      note: `${seen?.rows ?? '?'} rows into an empty database`,
    },
    { what: 'the same by a bare COPY', measured: perSecond, unit: 'rows/s', note: 'into the same table' },
    {
      what: 'import / bare COPY',
      measured: seen && perSecond && seen.perSecond / perSecond,
      unit: '',
      target: { atLeast: 0.3 },
    },
    { what: 'API memory while importing, at most', measured: seen?.memory, unit: 'MB', target: { atMost: 250 } },
  ];
}
