import { eventually } from '@docket/testing';
import type { TestApp } from './test-app';

const IS_SETTLED = `
  SELECT NOT EXISTS (
    SELECT FROM ticket_events WHERE epoch = feed_epoch() AND horizon > pg_snapshot_xmin(pg_current_snapshot())
  ) AS is_settled`;

/** Waits until all events are settled: transactions of other tests on the same server delay them. */
export async function settledFeed({ database }: Pick<TestApp, 'database'>): Promise<void> {
  await eventually(async () => (await database.query<[{ is_settled: boolean }]>(IS_SETTLED))[0].is_settled);
}
