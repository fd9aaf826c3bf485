import type { Figure } from '../figures.mts';
import { median, medianRatio } from '../statistics.mts';
import type { RoutesMeasurements } from './measure-routes.mts';

/** Figures of the API's routes, compared with bare routes. */
export function routeFigures(seen: RoutesMeasurements | undefined): Figure[] {
  const rate = (what: string, key: keyof RoutesMeasurements, note: string): Figure => ({
    what,
    measured: seen && median(seen[key]),
    unit: '/s',
    note,
  });
  const ratio = (
    what: string,
    [one, other]: readonly [keyof RoutesMeasurements, keyof RoutesMeasurements],
    target: number,
  ): Figure => ({
    what,
    measured: seen && medianRatio(seen[one], seen[other]),
    unit: '',
    target: { atLeast: target },
    note: 'median of alternating rounds',
  });
  return [
    rate('list of 50: requests a second', 'list', '16 connections'),
    rate('the same on a bare Fastify route', 'bareList', 'the same SQL through pg'),
    ratio('list of 50, API / bare route', ['list', 'bareList'], 0.9),
    rate('one ticket: requests a second', 'ticket', '16 connections, the 50 newest tickets'),
    rate('the same on a bare Fastify route', 'bareTicket', 'the same SQL through pg'),
    ratio('one ticket, API / bare route', ['ticket', 'bareTicket'], 0.6),
    rate('statistics: requests a second', 'statistics', '16 connections'),
    ratio('requests a second, statistics / list of 50', ['statistics', 'list'], 1),
  ];
}
