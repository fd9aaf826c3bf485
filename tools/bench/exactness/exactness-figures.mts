import type { Figure } from '../figures.mts';
import type { WriteCounts } from './api-writers.mts';
import type { ExactnessMeasurements } from './measure-exactness.mts';

/** Figures of the counters under concurrent writers. */
export function exactnessFigures(seen: ExactnessMeasurements | undefined): Figure[] {
  return [
    {
      what: 'snapshots of counters and tickets that differ',
      measured: seen?.counters.differing,
      unit: '',
      target: { atMost: 0 },
      note:
        seen &&
        `of ${seen.counters.times}, under ${seen.direct.committed} direct transactions, ${seen.direct.rolledBack} rolled back`,
    },
    {
      what: 'statistics that do not add up',
      measured: seen?.stats.differing,
      unit: '',
      target: { atMost: 0 },
      note:
        seen && `of ${seen.stats.times}, under ${countOf(seen.requests)} requests and ${countOf(seen.files)} imports`,
    },
  ];
}

function countOf({ done, unavailable }: WriteCounts): string {
  return unavailable ? `${done} (${unavailable} times 503)` : String(done);
}
