import type { Queryable } from '../platform/database/queryable';

/**
 * Starts a new feed epoch: after a restore or a move, transaction ids start again. The generation is at least the number of seconds since
 * 2026, so that two restores of the same backup have different epochs.
 * @param atLeast the generation of the database that the rows came from
 */
export async function raiseFeedGeneration(database: Queryable, atLeast = 0): Promise<number> {
  const [epoch] = await database.query<{ generation: number }[]>(
    `UPDATE feed_epochs SET system = system_identifier::text, generation = greatest(
       generation + 1, $1::integer + 1, extract(epoch FROM now() - timestamptz '2026-01-01 00:00:00+00')::integer
     ) FROM pg_control_system() RETURNING generation`,
    [atLeast],
  );
  return epoch?.generation ?? 0;
}

/** The current generation of the feed. */
export async function feedGeneration(database: Queryable): Promise<number> {
  const [epoch] = await database.query<{ generation: number }[]>('SELECT generation FROM feed_epochs');
  return epoch?.generation ?? 0;
}

/** The table of the epoch. It is not compared between databases, and a move does not copy it: the target starts an epoch of its own. */
export const FEED_EPOCH_TABLE = 'feed_epochs';
