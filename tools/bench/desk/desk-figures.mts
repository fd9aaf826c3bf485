import { LAPTOP } from '../client/laptop.mts';
import type { Figure } from '../figures.mts';
import { median, medianRatio, percentile } from '../statistics.mts';
import type { DeskMeasurements } from './measure-desk.mts';

/** Figures of a team at work. */
export function deskFigures(seen: DeskMeasurements | undefined): Figure[] {
  const p95 = (what: string, measured: number | undefined, atMost?: number, note?: string): Figure => ({
    what: `${what}: p95`,
    measured,
    unit: 'ms',
    ...(atMost !== undefined && { target: { atMost } }),
    ...(note !== undefined && { note }),
  });
  const key = (what: string, times: readonly number[] | undefined, atMost: number, slowdown?: number): Figure[] => [
    {
      what: `${what}: p50`,
      measured: times && percentile(times, 50),
      unit: 'ms',
      note: `${times?.length ?? '?'} keys, ${LAPTOP.roundTrip} ms, 10 Mbit/s, processor / ${slowdown?.toFixed(1) ?? '?'}`,
    },
    p95(what, times && percentile(times, 95), atMost),
  ];
  return [
    ...key('j to the next conversation on the screen', seen?.steps.asIs.next, 100, seen && 1),
    ...key('Enter in the menu of a property to the changed value', seen?.steps.asIs.property, 50, seen && 1),
    ...key('j on a laptop', seen?.steps.asLaptop.next, 100, seen?.steps.slowdown),
    ...key('Enter in the menu on a laptop', seen?.steps.asLaptop.property, 50, seen?.steps.slowdown),
    p95('my open tickets', seen?.lists.myQueue, 20, '1 connection, with the count'),
    p95('the same statement without the API and the count', seen?.lists.bareQueue),
    p95('my open tickets, by priority', seen?.lists.myQueueByPriority),
    p95('all tickets, by priority', seen?.lists.allByPriority),
    p95('open tickets of nobody', seen?.lists.unassigned, 20),
    p95('open tickets of a team', seen?.lists.team, 20),
    p95('a tag with a status', seen?.lists.tagWithStatus, 150),
    p95('tickets of a requester', seen?.lists.requester),
    p95('a word in the tickets of a person', seen?.lists.textOfAssignee),
    p95('a page of a timeline', seen?.lists.timeline, 15, 'five events a ticket'),
    p95('the same statement without the API', seen?.lists.bareTimeline),
    p95('a reply that changes the status', seen?.writes.reply, 40),
    {
      what: 'changes of tickets',
      measured: seen && median(seen.writes.withHistory),
      unit: '/s',
      note: '8 writers',
    },
    {
      what: 'changes, with / without history',
      measured: seen && medianRatio(seen.writes.withHistory, seen.writes.withoutHistory),
      unit: '',
      target: { atLeast: 0.7 },
      note: 'median of alternating rounds',
    },
    {
      what: 'list, tickets with / without assignee, team and tags',
      measured: seen && medianRatio(seen.withRelations, seen.withoutRelations),
      unit: '',
      target: { atLeast: 0.9 },
      note: 'pages a second, 16 connections, median of alternating rounds',
    },
    {
      what: 'the same with a requester, too',
      measured: seen && medianRatio(seen.withRequesters, seen.withoutRelations),
      unit: '',
      note: 'a page has a quarter more bytes',
    },
    p95('from the answer to a change to the stream of another browser', seen?.streams.commitToStream, 500),
    { what: 'memory of 1,000 streams', measured: seen?.streams.memory, unit: 'MB', target: { atMost: 60 } },
    { what: 'stop of the API under 1,000 streams', measured: seen?.stop, unit: 'ms', target: { atMost: 1000 } },
  ];
}
