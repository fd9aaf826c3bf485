import type { Figure } from '../figures.mts';
import { median, medianRatio } from '../statistics.mts';
import type { PeopleMeasurements } from './measure-people.mts';

/** Figures of a closed Docket. */
export function peopleFigures(seen: PeopleMeasurements | undefined): Figure[] {
  return [
    {
      what: 'processor time of a page of the list, open',
      measured: seen && median(seen.open),
      unit: 'ms',
      note: 'of the API, 16 connections',
    },
    {
      what: 'the same, with a session / open',
      measured: seen && medianRatio(seen.session, seen.open),
      unit: '',
      target: { atMost: 1.15 },
      note: 'median of alternating rounds',
    },
    {
      what: 'the same, with a token / open',
      measured: seen && medianRatio(seen.token, seen.open),
      unit: '',
      note: 'one query more for each request, which is never cached',
    },
    {
      what: 'wrong password: of an address without / with an account',
      measured: seen && median(seen.unknownAddress) / median(seen.knownAddress),
      unit: '',
      target: { atMost: 1.1 },
      note: 'time to the 401, medians',
    },
    {
      what: 'wrong password: of an address with / without an account',
      measured: seen && median(seen.knownAddress) / median(seen.unknownAddress),
      unit: '',
      target: { atMost: 1.1 },
    },
  ];
}
