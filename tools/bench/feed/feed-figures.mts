import type { Figure } from '../figures.mts';
import type { FeedMeasurements } from './measure-feed.mts';

/** Figures of the stream of changes under concurrent writers. */
export function feedFigures(seen: FeedMeasurements | undefined): Figure[] {
  return [
    {
      what: 'events that a follower of the stream missed, or that do not exist',
      measured: seen && seen.missed + seen.invented,
      unit: '',
      target: { atMost: 0 },
      note:
        seen &&
        `of ${seen.events}, in ${seen.minutes} minutes with ${seen.transactions} transactions and ${seen.requests} requests of 8 writers; ${seen.connections} connections, ${seen.repeated} events twice, ${seen.resets} resets`,
    },
    {
      what: 'changes of a ticket that arrived in the wrong order',
      measured: seen?.disordered,
      unit: '',
      target: { atMost: 0 },
    },
    {
      what: 'from a change at one process to its event at another, p95',
      measured: seen?.delayP95,
      unit: 'ms',
      target: { atMost: 500 },
    },
  ];
}
