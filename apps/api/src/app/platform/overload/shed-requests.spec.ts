import type { ReportingPool } from '../database/reporting-pool';
import { Metrics } from '../metrics/metrics';
import { LoopDelay } from './loop-delay';
import { ShedRequests } from './shed-requests';

it.each([
  ['a queue that has stood for a second', { waitingCount: 41, longestWaitMs: 1000 }, 'pool'],
  ['a burst, which has just come', { waitingCount: 400, longestWaitMs: 20 }, undefined],
  ['a queue of four times the pool', { waitingCount: 40, longestWaitMs: 1000 }, undefined],
])('judges %s', (_what, queue, overload) => {
  const pool = { size: 10, ...queue } as ReportingPool;

  expect(new ShedRequests(pool, new LoopDelay(), new Metrics()).overload).toBe(overload);
});
