import type { Figure } from '../figures.mts';
import { median, medianRatio } from '../statistics.mts';
import type { FilingMeasurements } from './measure-filing.mts';

/** Figures of filing tickets. */
export function filingFigures(seen: FilingMeasurements | undefined): Figure[] {
  return [
    {
      what: 'filing tickets with all indexes and counters',
      measured: seen && median(seen.api),
      unit: '/s',
      note: '16 connections',
    },
    {
      what: 'the same INSERT on a bare Fastify route',
      measured: seen && median(seen.bare),
      unit: '/s',
      note: 'into the same table',
    },
    {
      what: 'filing, API / bare route',
      measured: seen && medianRatio(seen.api, seen.bare),
      unit: '',
      target: { atLeast: 0.75 },
      note: 'median of alternating rounds',
    },
    {
      what: 'filing, with / without counters',
      measured: seen && medianRatio(seen.api, seen.withoutCounters),
      unit: '',
      target: { atLeast: 0.7 },
      note: 'median of alternating rounds',
    },
  ];
}
