import type { Figure } from '../figures.mts';
import type { SoakSeen } from './measure-soak.mts';

/**
 * Seen at 1.00 in 30 minutes, and at 1.01 in three, which are still warming up: there is room for chance. In 30 minutes it still
 * shows a leak of some 90 bytes a request.
 */
const GROWTH = 1.05;

/** The figures of a long run. One wrong answer, and its memory proves nothing: it counts as not measured. */
export function soakFigures(seen: SoakSeen | undefined): Figure[] {
  const wrong = seen && [...seen.unexpected.values()].reduce((sum, times) => sum + times, 0);
  const sound = wrong === 0 ? seen : undefined;
  return [
    {
      what: 'long run: requests a second',
      measured: seen?.perSecond,
      unit: '/s',
      note: `${seen?.minutes ?? '?'} minutes of everything, 8 connections`,
    },
    {
      what: 'long run: unexpected answers',
      measured: wrong,
      unit: '',
      target: { atMost: 0 },
      note: [...(seen?.unexpected ?? [])].map(([what, times]) => `${times} × ${what}`).join(', '),
    },
    {
      what: 'long run: memory, last third / middle third',
      measured: sound?.growth,
      unit: '',
      target: { atMost: GROWTH },
      note: 'medians',
    },
    { what: 'long run: memory, at most', measured: sound?.mostMemory, unit: 'MB', target: { atMost: 250 } },
    { what: 'long run: memory after it', measured: sound?.memoryAfter, unit: 'MB', target: { atMost: 200 } },
  ];
}
