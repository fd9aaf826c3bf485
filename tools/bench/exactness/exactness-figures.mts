import type { Figure } from '../figures.mts';
import type { Requested } from './api-writers.mts';
import type { ExactnessSeen } from './measure-exactness.mts';

/** The figures of the counters under concurrent writers. */
export function exactnessFigures(seen: ExactnessSeen | undefined): Figure[] {
  return [
    {
      what: 'snapshots of counters and tickets that differ',
      measured: seen?.counters.differing,
      unit: '',
      target: { atMost: 0 },
      note:
        seen &&
        `of ${seen.counters.times}, under ${seen.direct.committed} transactions past the API, ${seen.direct.rolledBack} rolled back`,
    },
    {
      what: 'stats that do not add up',
      measured: seen?.stats.differing,
      unit: '',
      target: { atMost: 0 },
      note: seen && `of ${seen.stats.times}, under ${said(seen.requests)} requests and ${said(seen.files)} imports`,
    },
  ];
}

function said({ done, refused }: Requested): string {
  return refused ? `${done} (${refused} refused)` : String(done);
}
