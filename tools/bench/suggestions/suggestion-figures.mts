import type { Figure } from '../figures.mts';
import { median, percentile } from '../statistics.mts';
import type { SuggestionMeasurements } from './measure-suggestions.mts';

/** Figures of the ledger of suggestions. */
export function suggestionFigures(seen: SuggestionMeasurements | undefined): Figure[] {
  return [
    {
      what: 'quality of 30 days: p95',
      measured: seen && percentile(seen.month, 95),
      unit: 'ms',
      target: { atMost: 150 },
      note: 'of a ledger with 1.2 million suggestions',
    },
    {
      what: 'quality of 400 days: p95',
      measured: seen && percentile(seen.year, 95),
      unit: 'ms',
      target: { atMost: 1500 },
      note: '',
    },
    {
      what: 'a bare count of the same 400 days: p95',
      measured: seen && percentile(seen.bareCount, 95),
      unit: 'ms',
      note: 'without the API',
    },
    {
      what: 'the suggestions of an empty cell of 400 days: p95',
      measured: seen && percentile(seen.cell, 95),
      unit: 'ms',
      target: { atMost: 150 },
      note: 'reads all blind ones',
    },
    {
      what: 'the suggestions of a reason of 400 days: p95',
      measured: seen && percentile(seen.reason, 95),
      unit: 'ms',
      target: { atMost: 50 },
      note: 'a page of 50',
    },
    {
      what: 'what a choice adds to filing a ticket',
      measured: seen && median(seen.filingWithChoice.map((ms, n) => ms - (seen.filing[n] ?? Number.NaN))),
      unit: 'ms',
      target: { atMost: 1 },
      note: 'median of the differences of alternating tickets, 1 connection',
    },
  ];
}
