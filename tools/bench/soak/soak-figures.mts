import type { Figure } from '../figures.mts';
import type { SoakMeasurements } from './measure-soak.mts';

/**
 * Maximum growth. Measured: 1.00 in 30 minutes, 1.01 in three. The rest is tolerance. In 30 minutes at 150 requests per second, this limit
 * detects a leak of about 90 bytes per request.
 */
const MAX_GROWTH = 1.05;

/** Figures of a long run. After an unexpected response, the memory is not comparable and counts as not measured. */
export function soakFigures(seen: SoakMeasurements | undefined): Figure[] {
  const wrong = seen && [...seen.unexpected.values()].reduce((sum, times) => sum + times, 0);
  const sound = wrong === 0 ? seen : undefined;
  return [
    {
      what: 'long run: requests per second',
      measured: seen?.perSecond,
      unit: '/s',
      note: `${seen?.minutes ?? '?'} minutes of mixed requests, 8 connections`,
    },
    {
      what: 'long run: unexpected responses',
      measured: wrong,
      unit: '',
      target: { atMost: 0 },
      note: [...(seen?.unexpected ?? [])].map(([what, times]) => `${times} × ${what}`).join(', '),
    },
    {
      what: 'long run: memory, last third / middle third',
      measured: sound?.growth,
      unit: '',
      target: { atMost: MAX_GROWTH },
      note: 'medians',
    },
    { what: 'long run: maximum memory', measured: sound?.maxMemory, unit: 'MB', target: { atMost: 250 } },
    { what: 'long run: memory after the load', measured: sound?.memoryAfter, unit: 'MB', target: { atMost: 200 } },
  ];
}
