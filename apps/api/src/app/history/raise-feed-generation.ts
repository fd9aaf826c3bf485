import type { Queryable } from '../platform/database/queryable';

/**
 * Starts a new epoch of the history: after a restore or a move, transactions are numbered from another start. The generation is also at
 * least the number of seconds since 2026, so that two restores of one backup have different epochs.
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

/** The generation of the history. */
export async function feedGeneration(database: Queryable): Promise<number> {
  const [epoch] = await database.query<{ generation: number }[]>('SELECT generation FROM feed_epochs');
  return epoch?.generation ?? 0;
}

/** The table of the epoch, which no move and no restore copies. */
export const FEED_EPOCH_TABLE = 'feed_epochs';
