import type { Figure } from '../figures.mts';
import { median, percentile } from '../statistics.mts';
import type { SimilarMeasurements } from './measure-similar.mts';

/** Figures of similar tickets. */
export function similarFigures(seen: SimilarMeasurements | undefined): Figure[] {
  return [
    {
      what: 'tickets similar to a text: p95',
      measured: seen && percentile(seen.texts, 95),
      unit: 'ms',
      target: { atMost: 200 },
      note: `p50 ${seen ? Math.round(median(seen.texts)) : '?'} ms, n = ${seen?.texts.length ?? 0}`,
    },
    {
      what: 'tickets similar to a ticket: p95',
      measured: seen && percentile(seen.tickets, 95),
      unit: 'ms',
      target: { atMost: 200 },
      note: `p50 ${seen ? Math.round(median(seen.tickets)) : '?'} ms, n = ${seen?.tickets.length ?? 0}`,
    },
    {
      what: 'the first request, which samples the words',
      measured: seen?.first,
      unit: 'ms',
      note: 'once for each process, and after a hundredth to a tenth more tickets',
    },
    {
      what: 'the newest tickets with the two longest words, in SQL: p95',
      measured: seen && percentile(seen.twoWords, 95),
      unit: 'ms',
      note: `without the API, p50 ${seen ? Math.round(median(seen.twoWords)) : '?'} ms, n = ${seen?.twoWords.length ?? 0}`,
    },
  ];
}
